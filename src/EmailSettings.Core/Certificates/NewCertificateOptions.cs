namespace EmailSettings.Core.Certificates;

/// <summary>The options of a new password certificate.</summary>
public sealed record NewCertificateOptions
{
    /// <summary>The size of the RSA key in bits: 2048, 3072 or 4096.</summary>
    public int Bits { get; init; } = 3072;

    /// <summary>The validity in years, 1 to 30.</summary>
    public int Years { get; init; } = 10;

    /// <summary>The name shown in certificate lists (stored only by Windows).</summary>
    public string FriendlyName { get; init; } = "EmailSettings passwords";

    /// <summary>The distinguished name; null for <c>CN=EmailSettings passwords (HOST)</c>.</summary>
    public string? Subject { get; init; }

    /// <summary>
    /// Where to store it: <see cref="CertificateLocation.CurrentUser"/> or <see cref="CertificateLocation.LocalMachine"/>.
    /// </summary>
    public CertificateLocation Location { get; init; } = CertificateLocation.CurrentUser;
}
