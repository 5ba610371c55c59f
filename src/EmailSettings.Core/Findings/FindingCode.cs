using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.Findings;

/// <summary>
/// One row of the table of findings: a stable id <c>Stage.What</c>, how much it weighs, the cause in one sentence and one
/// next step. The texts may hold <c>{value}</c>, <c>{detail}</c> and <c>{limit}</c>. An id is never reused or renamed.
/// </summary>
/// <param name="Id">The stable id.</param>
/// <param name="Severity">How much it weighs where the situation does not say otherwise.</param>
/// <param name="Cause">What is wrong.</param>
/// <param name="NextStep">What to do next, where no provider has a step of its own.</param>
public sealed record FindingCode(string Id, Severity Severity, string Cause, string NextStep)
{
    /// <summary>The next step at Microsoft 365; null for the general one.</summary>
    public string? Microsoft365Step { get; init; }

    /// <summary>The next step at Gmail; null for the general one.</summary>
    public string? GmailStep { get; init; }

    /// <summary>The next step at Microsoft 365 where an OAuth token was used; null for that of Microsoft 365.</summary>
    public string? Microsoft365TokenStep { get; init; }

    /// <summary>The next step at any other provider where an OAuth token was used; null for the general one.</summary>
    public string? TokenStep { get; init; }

    /// <summary>A finding of this kind.</summary>
    /// <param name="value">What the cause names first: a host, a purpose, a command.</param>
    /// <param name="detail">What it names second.</param>
    /// <param name="limit">What it names third.</param>
    /// <param name="serverText">The server's words, as received.</param>
    internal Finding At(string? value = null, string? detail = null, string? limit = null, string? serverText = null) =>
        Make(NextStep, value, detail, limit, serverText);

    /// <summary>A finding of this kind, its next step chosen for the provider.</summary>
    /// <param name="provider">Who runs the server.</param>
    /// <param name="usesToken">The login is by OAuth token.</param>
    /// <param name="value">What the cause names first.</param>
    /// <param name="detail">What it names second.</param>
    /// <param name="limit">What it names third.</param>
    /// <param name="serverText">The server's words, as received.</param>
    internal Finding For(
        MailProvider provider, bool usesToken, string? value = null, string? detail = null, string? limit = null, string? serverText = null) =>
        Make(StepFor(provider, usesToken), value, detail, limit, serverText);

    private string StepFor(MailProvider provider, bool usesToken) => provider switch
    {
        MailProvider.Microsoft365 when usesToken => Microsoft365TokenStep ?? Microsoft365Step ?? NextStep,
        MailProvider.Microsoft365 => Microsoft365Step ?? NextStep,
        MailProvider.Gmail => GmailStep ?? NextStep,
        _ when usesToken => TokenStep ?? NextStep,
        _ => NextStep,
    };

    private Finding Make(string step, string? value, string? detail, string? limit, string? serverText) => new(
        Id, Severity, Fill(Cause, value, detail, limit), Fill(step, value, detail, limit),
        string.IsNullOrWhiteSpace(serverText) ? null : DisplayText.Shorten(OneLine(serverText), 2000));

    /// <summary>A reply of several lines as one: each of them is a part of one sentence.</summary>
    internal static string OneLine(string text) => text.Trim().Replace('\n', ' ');

    // From the last to the first, so that a text from outside that holds a placeholder is not filled in turn.
    private static string Fill(string template, string? value, string? detail, string? limit) => template
        .Replace("{limit}", DisplayText.Shorten(limit, 300), StringComparison.Ordinal)
        .Replace("{detail}", DisplayText.Shorten(detail, 500), StringComparison.Ordinal)
        .Replace("{value}", DisplayText.Shorten(value, 300), StringComparison.Ordinal);
}
