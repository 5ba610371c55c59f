using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Certificates;

/// <summary>Information about a certificate that does not need its key.</summary>
public sealed record PasswordCertificateInfo
{
    /// <summary>The SHA-1 thumbprint, 40 upper-case hex digits.</summary>
    public required string Thumbprint { get; init; }

    /// <summary>The subject's distinguished name.</summary>
    public required string Subject { get; init; }

    /// <summary>The issuer's distinguished name.</summary>
    public required string Issuer { get; init; }

    /// <summary>The serial number, upper-case hex, most significant byte first.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>The friendly name; null if there is none (only Windows stores one).</summary>
    public string? FriendlyName { get; init; }

    /// <summary>Start of validity, UTC.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>End of validity, UTC.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>Its location.</summary>
    public required CertificateLocation Location { get; init; }

    /// <summary>The public key's algorithm: <c>RSA</c>, or the name or OID of another one.</summary>
    public required string KeyAlgorithm { get; init; }

    /// <summary>The size of the RSA key in bits; 0 for other algorithms.</summary>
    public required int KeySize { get; init; }

    /// <summary>Whether this system has its private key; this account may still not be able to use it.</summary>
    public required bool HasPrivateKey { get; init; }

    /// <summary>The reference to record.</summary>
    public CertificateReference Reference => new(Thumbprint, Subject, Location);

    /// <summary>Returns the whole days until expiry; negative when expired.</summary>
    public int DaysLeft(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return (int)Math.Floor((NotAfter - time.GetUtcNow()).TotalDays);
    }

    /// <summary>Returns warnings about the validity dates, which are never a reason to refuse the certificate.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="daysBefore">How many days before expiry to warn; 0 for no such warning.</param>
    public IReadOnlyList<Finding> DateWarnings(TimeProvider time, int daysBefore = 0)
    {
        ArgumentNullException.ThrowIfNull(time);
        var now = time.GetUtcNow();
        if (now > NotAfter) return [SecretErrors.CertificateExpired.At("certificate", Thumbprint, detail: Iso8601.Day(NotAfter))];
        if (now < NotBefore) return [SecretErrors.CertificateNotYetValid.At("certificate", Thumbprint, detail: Iso8601.Day(NotBefore))];
        if (daysBefore > 0 && DaysLeft(time) < daysBefore)
            return [SecretErrors.CertificateEndsSoon.At("certificate", Thumbprint, DaysLeft(time).ToString(CultureInfo.InvariantCulture), Iso8601.Day(NotAfter))];
        return [];
    }

    /// <summary>Returns the information about a certificate.</summary>
    internal static PasswordCertificateInfo Of(X509Certificate2 certificate, CertificateLocation location)
    {
        using var rsa = certificate.GetRSAPublicKey();
        var algorithm = new Oid(certificate.GetKeyAlgorithm());
        return new PasswordCertificateInfo
        {
            Thumbprint = certificate.Thumbprint,
            Subject = certificate.Subject,
            Issuer = certificate.Issuer,
            SerialNumber = certificate.SerialNumber,
            FriendlyName = OperatingSystem.IsWindows() && certificate.FriendlyName is { Length: > 0 } name ? name : null,
            NotBefore = certificate.NotBefore.ToUniversalTime(),
            NotAfter = certificate.NotAfter.ToUniversalTime(),
            Location = location,
            KeyAlgorithm = rsa is null ? algorithm.FriendlyName ?? algorithm.Value ?? "unknown" : "RSA",
            KeySize = rsa?.KeySize ?? 0,
            HasPrivateKey = certificate.HasPrivateKey,
        };
    }

}
