using EmailSettings.Core.Certificates;

namespace EmailSettings.Core.Secrets;

/// <summary>The certificate a protected text was made for, as the text itself names it (RFC 5652, 6.2.1).</summary>
/// <param name="Issuer">The issuer's distinguished name.</param>
/// <param name="SerialNumber">Serial number, upper-case hex, most significant byte first.</param>
public sealed record SecretRecipient(string Issuer, string SerialNumber)
{
    /// <summary>True if this names the certificate.</summary>
    public bool Names(PasswordCertificateInfo certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return Issuer == certificate.Issuer && SerialNumber.Equals(certificate.SerialNumber, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Issuer and serial number in one line.</summary>
    public override string ToString() => $"{Issuer}, serial {SerialNumber}";
}
