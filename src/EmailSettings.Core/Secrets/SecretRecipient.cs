using EmailSettings.Core.Certificates;

namespace EmailSettings.Core.Secrets;

/// <summary>The certificate that a protected text was encrypted for, as identified in the text (RFC 5652, 6.2.1).</summary>
/// <param name="Issuer">The issuer's distinguished name.</param>
/// <param name="SerialNumber">The serial number, upper-case hex, most significant byte first.</param>
public sealed record SecretRecipient(string Issuer, string SerialNumber)
{
    /// <summary>Returns whether this identifies the certificate.</summary>
    public bool Names(PasswordCertificateInfo certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return Issuer == certificate.Issuer && SerialNumber.Equals(certificate.SerialNumber, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Returns issuer and serial number in one line.</summary>
    public override string ToString() => $"{Issuer}, serial {SerialNumber}";
}
