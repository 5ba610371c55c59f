using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Principal;
using EmailSettings.Core.Files;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Certificates;

/// <summary>Checks whether another account may use a key: services do not run as the administrator who sets them up.</summary>
public static class CertificateKeyAccess
{
    /// <summary>Reads the access control list of the key, or owner and mode outside Windows; changes nothing.</summary>
    /// <param name="certificate">The certificate; this account must be able to use its key.</param>
    /// <param name="account"><c>DOMAIN\name</c>, <c>HOST\name</c>, <c>NT SERVICE\name</c> or a SID; outside Windows a user
    /// name.</param>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SecretErrors.AccountCheckUnavailable"/> if access cannot be checked (a key that is not in a file),
    /// <see cref="SecretErrors.AccountUnknown"/>, <see cref="SecretErrors.CertificateKeyMissing"/>,
    /// <see cref="SecretErrors.CertificateKeyUnusable"/>.
    /// </exception>
    public static KeyAccessReport Check(PasswordCertificate certificate, string account)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentException.ThrowIfNullOrWhiteSpace(account);
        return OperatingSystem.IsWindows()
            ? CheckOnWindows(certificate, account)
            : UnixKeyAccess.Check(certificate, account);
    }

    [SupportedOSPlatform("windows")]
    private static KeyAccessReport CheckOnWindows(PasswordCertificate certificate, string account)
    {
        var asked = WindowsAccounts.Resolve(account);
        var name = WindowsAccounts.NameOf(asked);
        var keyFile = certificate.Info.Location.Store is null
            ? certificate.Info.Location.KeyFile ?? certificate.Info.Location.File!
            : certificate.WithKey(KeyFile) ?? throw SecretErrors.AccountCheckUnavailable.Error("account", account, detail: "the key is not kept in a file");
        if (certificate.Info.Location.Store == StoreLocation.CurrentUser)
            return CheckUserKey(certificate, asked, name, keyFile);

        var readers = WindowsAccounts.Allowed(ReadList(account, keyFile), FileSystemRights.ReadData);
        if (readers.Exists(reader => reader == asked || HoldsEveryAccount(reader)))
            return new KeyAccessReport(name, keyFile, true, [.. readers.Where(reader => reader == asked || HoldsEveryAccount(reader)).Select(WindowsAccounts.NameOf)], null);

        var groups = readers.Where(reader => !reader.IsAccountSid() || reader.IsWellKnown(WellKnownSidType.BuiltinAdministratorsSid)).Select(WindowsAccounts.NameOf).ToList();
        return new KeyAccessReport(name, keyFile, groups.Count == 0 ? false : null, groups, $"icacls \"{keyFile}\" /grant \"{name}:(R)\"");
    }

    [SupportedOSPlatform("windows")]
    private static FileSecurity ReadList(string account, string keyFile)
    {
        try
        {
            return new FileInfo(keyFile).GetAccessControl(AccessControlSections.Access);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw SecretErrors.AccountCheckUnavailable.Error("account", account, detail: error.Message.TrimEnd('.'), inner: error);
        }
    }

    // A CurrentUser key is encrypted for that account (DPAPI), so an access control list cannot share it.
    [SupportedOSPlatform("windows")]
    private static KeyAccessReport CheckUserKey(PasswordCertificate certificate, SecurityIdentifier asked, string name, string keyFile)
    {
        using var current = WindowsIdentity.GetCurrent();
        if (asked == current.User) return new KeyAccessReport(name, keyFile, true, [name], null);
        return new KeyAccessReport(name, keyFile, false, [],
            $"Export the certificate to a PFX with Export-MailPasswordCertificate ('emailsettings certificate export FILE.pfx'), import it as {name} into CurrentUser\\My or into LocalMachine\\My (Import-PfxCertificate -CertStoreLocation Cert:\\LocalMachine\\My), then choose {certificate.Info.Thumbprint} again.");
    }

    [SupportedOSPlatform("windows")]
    private static bool HoldsEveryAccount(SecurityIdentifier account) =>
        account.IsWellKnown(WellKnownSidType.WorldSid) || account.IsWellKnown(WellKnownSidType.AuthenticatedUserSid);

    [SupportedOSPlatform("windows")]
    private static string? KeyFile(RSA key)
    {
        if (key is not RSACng { Key: { UniqueName: { Length: > 0 } name } cng }) return null;
        if (File.Exists(name)) return name;
        var root = Environment.GetFolderPath(cng.IsMachineKey ? Environment.SpecialFolder.CommonApplicationData : Environment.SpecialFolder.ApplicationData);
        // CNG stores keys in Keys; keys of the older CSPs, which CNG also opens, are below RSA.
        using var identity = WindowsIdentity.GetCurrent();
        string[] folders = cng.IsMachineKey
            ? [@"Microsoft\Crypto\Keys", @"Microsoft\Crypto\RSA\MachineKeys"]
            : [@"Microsoft\Crypto\Keys", $@"Microsoft\Crypto\RSA\{identity.User}"];
        return folders.Select(folder => Path.Combine(root, folder, name)).FirstOrDefault(File.Exists);
    }
}
