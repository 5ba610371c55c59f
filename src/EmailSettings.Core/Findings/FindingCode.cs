namespace EmailSettings.Core.Findings;

/// <summary>
/// One row of the table of messages: a stable id, its kind, what is wrong and what to do next, in PowerShell and on the
/// command line. The texts may hold <c>{field}</c>, <c>{value}</c>, <c>{limit}</c> and <c>{detail}</c>. An id is never reused
/// or renamed.
/// </summary>
/// <param name="Id">The stable id: <c>IncomingServerNameTaken</c>, or <c>Stage.What</c> for what a test of a server
/// finds.</param>
/// <param name="Kind">Decides the severity, the exit code and the PowerShell category.</param>
/// <param name="Cause">What is wrong, one sentence.</param>
/// <param name="NextStep">What to do next, one sentence, where no provider has a step of its own.</param>
public sealed record FindingCode(string Id, FindingKind Kind, string Cause, string NextStep)
{
    /// <summary>The next step at Microsoft 365; null for the general one.</summary>
    public string? Microsoft365Step { get; init; }

    /// <summary>The next step at Gmail; null for the general one.</summary>
    public string? GmailStep { get; init; }

    /// <summary>The next step at Microsoft 365 where an OAuth token was used; null for that of Microsoft 365.</summary>
    public string? Microsoft365TokenStep { get; init; }

    /// <summary>The next step at any other provider where an OAuth token was used; null for the general one.</summary>
    public string? TokenStep { get; init; }

    /// <summary>It passes by waiting, as a rule: a test that found it may be repeated.</summary>
    public bool MayPass { get; init; }

    /// <summary>How much it weighs where the situation does not say otherwise.</summary>
    public Severity Severity => Kind == FindingKind.Warning ? Severity.Warning : Severity.Error;

    /// <summary>An occurrence.</summary>
    /// <param name="field">Path of the field (<c>basic.maxIncomingSizeKB</c>) or the name of the thing.</param>
    /// <param name="value">The offending value as the user gave it, or what the cause names first; never a secret.</param>
    /// <param name="limit">What is allowed.</param>
    /// <param name="detail">Anything more that the texts ask for.</param>
    /// <param name="serverText">The server's words, as received.</param>
    public Finding At(string? field = null, object? value = null, string? limit = null, string? detail = null, string? serverText = null) =>
        new(this) { Field = field, Value = value, Limit = limit, Detail = detail, ServerText = serverText };

    /// <summary>An occurrence as an exception, ready to be thrown.</summary>
    /// <inheritdoc cref="At"/>
    public EmailSettingsException Error(
        string? field = null, object? value = null, string? limit = null, string? detail = null, Exception? inner = null) =>
        new([At(field, value, limit, detail)], inner);

    /// <summary>The next step for whoever runs the server.</summary>
    /// <param name="provider">Who runs it.</param>
    /// <param name="usesToken">The login is by OAuth token.</param>
    internal string StepFor(MailProvider provider, bool usesToken) => provider switch
    {
        MailProvider.Microsoft365 when usesToken => Microsoft365TokenStep ?? Microsoft365Step ?? NextStep,
        MailProvider.Microsoft365 => Microsoft365Step ?? NextStep,
        MailProvider.Gmail => GmailStep ?? NextStep,
        _ when usesToken => TokenStep ?? NextStep,
        _ => NextStep,
    };
}
