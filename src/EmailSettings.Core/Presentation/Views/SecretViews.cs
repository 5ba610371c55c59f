using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Vault;

namespace EmailSettings.Core.Presentation.Views;

/// <summary>Views of the stored secrets, without their texts.</summary>
public static class SecretViews
{
    /// <summary>Lists the secrets.</summary>
    public static View Of(IReadOnlyList<StoredSecretInfo> secrets) => new(secrets.Select(Values), () => PageOf(secrets));

    /// <summary>Shows what a re-encryption did, or would do.</summary>
    /// <param name="result">The result.</param>
    /// <param name="document">The document written for another system; null if the store was re-encrypted.</param>
    /// <param name="front">The front end.</param>
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
            .Heading($"{verb} {Quantity.Of(result.Reprotected.Count, "secret")} for certificate {result.Thumbprint}{(document is null ? "" : $" in {document}")}")
            .Add(List(result.Reprotected, Tone.Good));
        if (result.ToReEnter.Count > 0)
            page.Heading($"Cannot be decrypted here; enter them again with {front.CommandOf("Set-MailPassword", "secret set PURPOSE")}").Add(List(result.ToReEnter, Tone.Bad));
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
        var table = new Table("purpose", "state", "since", "certificate");
        foreach (var secret in secrets)
        {
            table.Add(Cell.Of(secret.Purpose), Validity.OfSecret(secret.IsSet, secret.Decrypts, secret.Problem, secret.DaysLeft), Cell.Of(Day(secret.Since)),
                Validity.OfSecretCertificate(secret.Thumbprint, secret.CertificateDaysLeft));
        }
        return new Page().Heading("Secrets").Add(table);
    }

    private static DateOnly? Day(DateTimeOffset? time) => time is { UtcDateTime: var utc } ? DateOnly.FromDateTime(utc) : null;
}
