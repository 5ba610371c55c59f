namespace EmailSettings.Core.Findings;

/// <summary>
/// A row of the message table: a stable id, its kind, what is wrong and what to do next, in PowerShell and on the command line.
/// The texts may contain <c>{field}</c>, <c>{value}</c>, <c>{limit}</c> and <c>{detail}</c>. An id is never reused or renamed.
/// </summary>
/// <param name="Id">The stable id: <c>IncomingServerNameTaken</c>, or <c>Stage.What</c> for findings of server tests.</param>
/// <param name="Kind">Determines the severity, the exit code and the PowerShell category.</param>
/// <param name="Cause">What is wrong, in one sentence.</param>
/// <param name="NextStep">What to do next, in one sentence, unless a provider has its own step.</param>
public sealed record FindingCode(string Id, FindingKind Kind, string Cause, string NextStep)
{
    /// <summary>The next step at Microsoft 365; null for the general one.</summary>
    public string? Microsoft365Step { get; init; }

    /// <summary>The next step at Gmail; null for the general one.</summary>
    public string? GmailStep { get; init; }

    /// <summary>The next step at Microsoft 365 if an OAuth token was used; null for the other Microsoft 365 step.</summary>
    public string? Microsoft365TokenStep { get; init; }

    /// <summary>The next step at any other provider if an OAuth token was used; null for the general one.</summary>
    public string? TokenStep { get; init; }

    /// <summary>Whether the problem is usually temporary, so that the test may be repeated.</summary>
    public bool IsTransient { get; init; }

    /// <summary>The default severity.</summary>
    public Severity Severity => Kind == FindingKind.Warning ? Severity.Warning : Severity.Error;

    /// <summary>Creates an occurrence.</summary>
    /// <param name="field">The path of the field (<c>basic.maxIncomingSizeKB</c>) or the name of the object.</param>
    /// <param name="value">The offending value as given, or the main subject of the cause; never a secret.</param>
    /// <param name="limit">What would be allowed.</param>
    /// <param name="detail">An additional text for the templates.</param>
    /// <param name="serverText">The server's text, as received.</param>
    public Finding At(string? field = null, object? value = null, string? limit = null, string? detail = null, string? serverText = null) =>
        new(this) { Field = field, Value = value, Limit = limit, Detail = detail, ServerText = serverText };

    /// <summary>Creates an exception with one occurrence.</summary>
    /// <inheritdoc cref="At"/>
    public EmailSettingsException Error(
        string? field = null, object? value = null, string? limit = null, string? detail = null, Exception? inner = null) =>
        new([At(field, value, limit, detail)], inner);

    /// <summary>Returns the next step for a provider.</summary>
    /// <param name="provider">The provider of the server.</param>
    /// <param name="usesToken">Whether the login uses an OAuth token.</param>
    internal string StepFor(MailProvider provider, bool usesToken) => provider switch
    {
        MailProvider.Microsoft365 when usesToken => Microsoft365TokenStep ?? Microsoft365Step ?? NextStep,
        MailProvider.Microsoft365 => Microsoft365Step ?? NextStep,
        MailProvider.Gmail => GmailStep ?? NextStep,
        _ when usesToken => TokenStep ?? NextStep,
        _ => NextStep,
    };
}
