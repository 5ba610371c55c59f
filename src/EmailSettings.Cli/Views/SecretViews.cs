using EmailSettings.Cli.Output;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Vault;

namespace EmailSettings.Cli.Views;

/// <summary>Stored secrets, as far as they may be shown, and the certificate that protects them.</summary>
internal static class SecretViews
{
    public static View Of(IReadOnlyList<StoredSecretInfo> secrets) => new(secrets.Select(Rows), page => Write(page, secrets));

    public static View Of(ChosenCertificate? certificate) => certificate is null
        ? new View(null, page => page.Line("No password certificate is chosen. Make one with 'emailsettings certificate new', or choose one with 'emailsettings certificate use THUMBPRINT|FILE'."))
        : View.Of("Password certificate", Rows(certificate));

    /// <summary>The certificates that could serve.</summary>
    public static View Of(IReadOnlyList<ChosenCertificate> certificates) => new(certificates.Select(Rows), page =>
    {
        var table = new Table().Head("thumbprint", "subject", "notAfter", "daysLeft", "location", "key");
        foreach (var certificate in certificates)
        {
            table.Add(Cell.Of(certificate.Thumbprint), Cell.Of(certificate.Subject), Cell.Of(certificate.NotAfter), Cell.Of(certificate.DaysLeft), Cell.Of(certificate.Location),
                certificate.KeyUsable ? Cell.Of("usable", Tone.Good) : Cell.Of("not usable", Tone.Bad));
        }
        if (certificates.Count > 0) page.Add(table);
        else page.Line("No certificate here could serve: RSA of 2048 bits or more with its private key. Make one with 'emailsettings certificate new'.");
    });

    /// <summary>What a re-encryption did, or would do.</summary>
    /// <param name="result">The result.</param>
    /// <param name="document">The document that was written for another system; null for the store itself.</param>
    public static View Of(ReprotectResult result, string? document) => new(
        (Row[])
        [
            new("thumbprint", result.Thumbprint), new("reprotected", result.Reprotected), new("unchanged", result.Unchanged),
            new("toReEnter", result.ToReEnter), new("noLongerNeeded", result.NoLongerNeeded), new("document", document),
            new("revision", result.Revision), new("whatIf", result.WhatIf),
        ], page => Write(page, result, document));

    /// <summary>No certificate was made, because nothing was to be changed.</summary>
    public static View NotMade { get; } = new(null, page => page.Line("Would make a password certificate and choose it."));

    /// <summary>A certificate as an object.</summary>
    public static IReadOnlyList<Row> Rows(ChosenCertificate certificate) =>
    [
        new("thumbprint", certificate.Thumbprint),
        new("subject", certificate.Subject),
        new("notBefore", certificate.NotBefore),
        new("notAfter", certificate.NotAfter),
        new("daysLeft", certificate.DaysLeft),
        new("location", certificate.Location),
        new("keyUsable", certificate.KeyUsable),
        new("keySize", certificate.KeySize),
        new("hostsWithoutKey", certificate.HostsWithoutKey),
    ];

    private static IReadOnlyList<Row> Rows(StoredSecretInfo secret) =>
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

    private static void Write(TextPage page, ReprotectResult result, string? document)
    {
        var verb = result.WhatIf ? "Would re-encrypt" : "Re-encrypted";
        page.Heading($"{verb} {result.Reprotected.Count} secrets to certificate {result.Thumbprint}{(document is null ? "" : $" in {document}")}");
        page.Add(List(result.Reprotected, Tone.Good));
        if (result.ToReEnter.Count > 0) page.Heading("Do not open here; enter them again with 'emailsettings secret set PURPOSE'").Add(List(result.ToReEnter, Tone.Bad));
        if (result.NoLongerNeeded.Count > 0) page.Heading("No stored secret needs these certificates any more (backups made before do)").Add(List(result.NoLongerNeeded, Tone.Plain));
    }

    private static Table List(IReadOnlyList<string> items, Tone tone)
    {
        var table = new Table();
        foreach (var item in items) table.Add(Cell.Of(item, tone));
        return table;
    }

    private static void Write(TextPage page, IReadOnlyList<StoredSecretInfo> secrets)
    {
        var table = new Table().Head("purpose", "state", "since", "expires", "certificate", "ends");
        foreach (var secret in secrets)
        {
            var state = secret switch
            {
                { IsSet: false, Problem: null } => Cell.Of("not set"),
                { IsSet: false } => Cell.Of($"enter it again if it is in use ({secret.Problem})", Tone.Doubtful),
                { Decrypts: true, Problem: { } problem } => Cell.Of($"decrypts, but goes nowhere ({problem})", Tone.Doubtful),
                { Decrypts: true } => Cell.Of("decrypts", Tone.Good),
                _ => Cell.Of($"does not decrypt ({secret.Problem})", Tone.Bad),
            };
            var expires = secret.DaysLeft is { } days ? $"{Cell.Of(secret.Expires).Text} ({days} days)" : null;
            table.Add(Cell.Of(secret.Purpose), state, Cell.Of(Day(secret.Since)), Cell.Of(expires), Cell.Of(Short(secret.Thumbprint)), Cell.Of(Ends(secret)));
        }
        page.Heading("Secrets").Add(table);
    }

    private static DateOnly? Day(DateTimeOffset? time) => time is { UtcDateTime: var utc } ? DateOnly.FromDateTime(utc) : null;

    // The first eight digits tell certificates apart in a table; JSON has them all.
    private static string? Short(string? thumbprint) => thumbprint is { Length: > 8 } ? $"{thumbprint[..8]}…" : thumbprint;

    private static string? Ends(StoredSecretInfo secret) =>
        secret.CertificateDaysLeft is { } days ? $"{Cell.Of(DateOnly.FromDateTime(secret.CertificateExpires!.Value.UtcDateTime)).Text} ({days} days)" : null;
}
