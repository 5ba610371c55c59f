namespace EmailSettings.Core.Certificates;

/// <summary>What a new password certificate shall be.</summary>
public sealed record NewCertificateOptions
{
    /// <summary>Size of the RSA key in bits: 2048, 3072 or 4096.</summary>
    public int Bits { get; init; } = 3072;

    /// <summary>Years until its end: 1 … 30.</summary>
    public int Years { get; init; } = 10;

    /// <summary>Name shown in certificate lists (kept by Windows only).</summary>
    public string FriendlyName { get; init; } = "EmailSettings passwords";

    /// <summary>Distinguished name; null makes <c>CN=EmailSettings passwords (HOST)</c>.</summary>
    public string? Subject { get; init; }

    /// <summary>
    /// Where it goes: <see cref="CertificateLocation.CurrentUser"/> or <see cref="CertificateLocation.LocalMachine"/>.
    /// </summary>
    public CertificateLocation Location { get; init; } = CertificateLocation.CurrentUser;
}
