namespace EmailSettings.Core.Storage;

/// <summary>What a host last found out about the password certificate.</summary>
/// <param name="Host">Name of the host.</param>
/// <param name="Thumbprint">The certificate that was chosen then, 40 upper-case hex digits.</param>
/// <param name="KeyUsable">A round trip with its private key succeeded there.</param>
/// <param name="Account">The account that tried.</param>
/// <param name="Checked">When, UTC.</param>
public sealed record HostCertificate(string Host, string Thumbprint, bool KeyUsable, string Account, DateTimeOffset Checked);
