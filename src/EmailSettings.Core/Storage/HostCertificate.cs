namespace EmailSettings.Core.Storage;

/// <summary>The last check of the password certificate on a host.</summary>
/// <param name="Host">The name of the host.</param>
/// <param name="Thumbprint">The certificate chosen at that time, 40 upper-case hex digits.</param>
/// <param name="KeyUsable">Whether a round trip with its private key succeeded.</param>
/// <param name="Account">The account that made the check.</param>
/// <param name="Checked">The time of the check, UTC.</param>
public sealed record HostCertificate(string Host, string Thumbprint, bool KeyUsable, string Account, DateTimeOffset Checked);
