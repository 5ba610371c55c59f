using EmailSettings.Core.Certificates;

namespace EmailSettings.Core.Presentation.Views;

/// <summary>Views of the password certificate and its candidates.</summary>
public static class CertificateViews
{
    /// <summary>Shows the chosen certificate; null if none is chosen.</summary>
    public static View Of(ChosenCertificate? certificate, Front front) => certificate is null
        ? View.OfSentence(
            $"No password certificate is chosen. Create one with {front.CommandOf("New-MailPasswordCertificate", "certificate new")}, "
                + $"or choose one with {front.CommandOf("Set-MailPasswordCertificate", "certificate use THUMBPRINT|FILE")}.", content: null)
        : View.Of("Password certificate", Values(certificate));

    /// <summary>Lists the certificates that can be chosen.</summary>
    public static View Of(IReadOnlyList<ChosenCertificate> certificates, Front front) => new(certificates.Select(Values), () =>
    {
        var table = new Table("thumbprint", "subject", "notAfter", "daysLeft", "location", "key");
        foreach (var certificate in certificates)
        {
            table.Add(Cell.Of(certificate.Thumbprint), Cell.Of(certificate.Subject), Cell.Of(certificate.NotAfter), Cell.Of(certificate.DaysLeft), Cell.Of(certificate.Location),
                certificate.KeyUsable ? Cell.Of("usable", Tone.Good) : Cell.Of("not usable", Tone.Bad));
        }
        return certificates.Count > 0
            ? new Page().Add(table)
            : new Page().Line(
                "No suitable certificate was found: it must have an RSA key of 2048 bits or more and its private key. "
                    + $"Create one with {front.CommandOf("New-MailPasswordCertificate", "certificate new")}.");
    });

    /// <summary>Shows what creating a certificate would do.</summary>
    public static View NotCreated { get; } = View.OfSentence("Would create a password certificate and choose it.", content: null);

    /// <summary>Shows that a certificate was, or would be, written to a file.</summary>
    public static View OfExport(string file, bool isWritten) => View.OfSentence(
        isWritten ? $"Certificate written to {file}." : $"Would write the certificate to {file}.",
        (NamedValue[])[new("file", file), new("whatIf", !isWritten)]);

    /// <summary>Returns a certificate as an object.</summary>
    internal static IReadOnlyList<NamedValue> Values(ChosenCertificate certificate) =>
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
}
