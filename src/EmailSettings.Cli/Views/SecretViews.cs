using EmailSettings.Cli.Output;
using EmailSettings.Core.Operations;

namespace EmailSettings.Cli.Views;

/// <summary>Stored secrets, as far as they may be shown, and the certificate that protects them.</summary>
internal static class SecretViews
{
    public static View Of(IReadOnlyList<StoredSecretInfo> secrets) => new(secrets.Select(Rows), page => Write(page, secrets));

    public static View Of(ChosenCertificate? certificate) => certificate is null
        ? new View(null, page => page.Line("No password certificate is chosen. Make one with 'emailsettings certificate new', or choose one with 'emailsettings certificate use THUMBPRINT|FILE'."))
        : View.Of("Password certificate", Rows(certificate));

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
    ];

    private static void Write(TextPage page, IReadOnlyList<StoredSecretInfo> secrets)
    {
        var table = new Table().Add(
            Cell.Of("purpose", Tone.Heading), Cell.Of("state", Tone.Heading), Cell.Of("since", Tone.Heading),
            Cell.Of("expires", Tone.Heading), Cell.Of("certificate", Tone.Heading));
        foreach (var secret in secrets)
        {
            var state = secret switch
            {
                { IsSet: false } => Cell.Of("not set"),
                { Decrypts: true } => Cell.Of("decrypts", Tone.Good),
                _ => Cell.Of($"does not decrypt ({secret.Problem})", Tone.Bad),
            };
            var expires = secret.DaysLeft is { } days ? $"{Cell.Of(secret.Expires).Text} ({days} days)" : null;
            table.Add(Cell.Of(secret.Purpose), state, Cell.Of(Day(secret.Since)), Cell.Of(expires), Cell.Of(secret.Thumbprint));
        }
        page.Heading("Secrets").Add(table);
    }

    private static DateOnly? Day(DateTimeOffset? time) => time is { UtcDateTime: var utc } ? DateOnly.FromDateTime(utc) : null;
}
