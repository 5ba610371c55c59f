namespace EmailSettings.Core.Certificates;

/// <summary>A password certificate as shown to users.</summary>
/// <param name="Thumbprint">40 upper-case hex digits.</param>
/// <param name="Subject">The subject's distinguished name.</param>
/// <param name="FriendlyName">The friendly name, if any.</param>
/// <param name="NotBefore">Start of validity, UTC.</param>
/// <param name="NotAfter">End of validity, UTC.</param>
/// <param name="DaysLeft">Whole days until expiry, negative when expired.</param>
/// <param name="Location"><c>CurrentUser\My</c>, <c>LocalMachine\My</c> or a file.</param>
/// <param name="KeyUsable">Whether this account can use the private key.</param>
/// <param name="KeySize">The size of the RSA key in bits.</param>
public sealed record ChosenCertificate(
    string Thumbprint, string Subject, string? FriendlyName, DateTimeOffset NotBefore, DateTimeOffset NotAfter, int DaysLeft,
    string Location, bool KeyUsable, int KeySize)
{
    /// <summary>Other hosts of the same store on which its key was not usable when last checked.</summary>
    public IReadOnlyList<string> HostsWithoutKey { get; init; } = [];

    internal static ChosenCertificate From(PasswordCertificateInfo info, bool keyUsable, TimeProvider clock) => new(
        info.Thumbprint, info.Subject, info.FriendlyName, info.NotBefore, info.NotAfter, info.DaysLeft(clock),
        info.Location.ToString(), keyUsable, info.KeySize);
}
