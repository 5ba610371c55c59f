using EmailSettings.Core.Changes;
using EmailSettings.Core.Vault;

namespace EmailSettings.Core.Presentation.Views;

/// <summary>Stored secrets, as far as they may be shown.</summary>
public static class SecretViews
{
    /// <summary>A row a secret.</summary>
    public static View Of(IReadOnlyList<StoredSecretInfo> secrets) => new(secrets.Select(Values), () => PageOf(secrets));

    /// <summary>What a re-encryption did, or would do.</summary>
    /// <param name="result">The result.</param>
    /// <param name="document">The document that was written for another system; null for the store itself.</param>
    /// <param name="front">The front.</param>
    public static View Of(ReprotectResult result, string? document, Front front) => new(
        (NamedValue[])
        [
            new("thumbprint", result.Thumbprint), new("reprotected", result.Reprotected), new("unchanged", result.Unchanged),
            new("toReEnter", result.ToReEnter), new("noLongerNeeded", result.NoLongerNeeded), new("document", document),
            new("revision", result.Revision), new("whatIf", result.WhatIf),
        ], () => PageOf(result, document, front));

    private static NamedValue[] Values(StoredSecretInfo secret) =>
    [
        new("purpose", secret.Purpose),
        new("isSet", secret.IsSet),
        new("thumbprint", secret.Thumbprint),
        new("decrypts", secret.Decrypts),
        new("since", secret.Since),
        new("expires", secret.Expires),
        new("daysLeft", secret.DaysLeft),
        new("certificateExpires", secret.CertificateExpires),
        new("certificateDaysLeft", secret.CertificateDaysLeft),
        new("problem", secret.Problem),
    ];

    private static Page PageOf(ReprotectResult result, string? document, Front front)
    {
        var verb = result.WhatIf ? "Would re-encrypt" : "Re-encrypted";
        var page = new Page()
            .Heading($"{verb} {result.Reprotected.Count} secrets to certificate {result.Thumbprint}{(document is null ? "" : $" in {document}")}")
            .Add(List(result.Reprotected, Tone.Good));
        if (result.ToReEnter.Count > 0)
            page.Heading($"Do not open here; enter them again with {front.CommandOf("Set-MailPassword", "secret set PURPOSE")}").Add(List(result.ToReEnter, Tone.Bad));
        if (result.NoLongerNeeded.Count > 0) page.Heading("No stored secret needs these certificates any more (backups made before do)").Add(List(result.NoLongerNeeded, Tone.Plain));
        return page;
    }

    private static Table List(IReadOnlyList<string> items, Tone tone)
    {
        var table = new Table();
        foreach (var item in items) table.Add(Cell.Of(item, tone));
        return table;
    }

    private static Page PageOf(IReadOnlyList<StoredSecretInfo> secrets)
    {
        var table = new Table("purpose", "state", "since", "expires", "certificate", "ends");
        foreach (var secret in secrets)
        {
            var expires = secret.DaysLeft is { } days ? $"{Cell.Of(secret.Expires).Text} ({days} days)" : null;
            table.Add(Cell.Of(secret.Purpose), State(secret), Cell.Of(Day(secret.Since)), Cell.Of(expires), Cell.Of(Short(secret.Thumbprint)), Cell.Of(Ends(secret)));
        }
        return new Page().Heading("Secrets").Add(table);
    }

    private static Cell State(StoredSecretInfo secret) => secret switch
    {
        { IsSet: false, Problem: null } => Cell.Of("not set"),
        { IsSet: false } => Cell.Of($"enter it again if it is in use ({secret.Problem})", Tone.Doubtful),
        { Decrypts: true, Problem: { } problem } => Cell.Of($"decrypts, but goes nowhere ({problem})", Tone.Doubtful),
        { Decrypts: true } => Cell.Of("decrypts", Tone.Good),
        _ => Cell.Of($"does not decrypt ({secret.Problem})", Tone.Bad),
    };

    private static DateOnly? Day(DateTimeOffset? time) => time is { UtcDateTime: var utc } ? DateOnly.FromDateTime(utc) : null;

    // The first eight digits tell certificates apart in a table; JSON has them all.
    private static string? Short(string? thumbprint) => thumbprint is { Length: > 8 } ? $"{thumbprint[..8]}…" : thumbprint;

    private static string? Ends(StoredSecretInfo secret) =>
        secret.CertificateDaysLeft is { } days ? $"{Cell.Of(Day(secret.CertificateExpires)).Text} ({days} days)" : null;
}
