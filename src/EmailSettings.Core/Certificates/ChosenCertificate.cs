namespace EmailSettings.Core.Certificates;

/// <summary>A password certificate as fronts show it.</summary>
/// <param name="Thumbprint">40 upper-case hex digits.</param>
/// <param name="Subject">Distinguished name.</param>
/// <param name="FriendlyName">Name people gave it, if any.</param>
/// <param name="NotBefore">Begin, UTC.</param>
/// <param name="NotAfter">End, UTC.</param>
/// <param name="DaysLeft">Whole days until the end, negative when past.</param>
/// <param name="Location"><c>CurrentUser\My</c>, <c>LocalMachine\My</c> or a file.</param>
/// <param name="KeyUsable">This account can use the private key.</param>
/// <param name="KeySize">RSA, in bits.</param>
public sealed record ChosenCertificate(
    string Thumbprint, string Subject, string? FriendlyName, DateTimeOffset NotBefore, DateTimeOffset NotAfter, int DaysLeft,
    string Location, bool KeyUsable, int KeySize)
{
    /// <summary>Other hosts of the same store on which its key is not usable, as they told last.</summary>
    public IReadOnlyList<string> HostsWithoutKey { get; init; } = [];

    internal static ChosenCertificate From(PasswordCertificateInfo info, bool keyUsable, TimeProvider clock) => new(
        info.Thumbprint, info.Subject, info.FriendlyName, info.NotBefore, info.NotAfter, info.DaysLeft(clock),
        info.Location.ToString(), keyUsable, info.KeySize);
}
