using System.Runtime.Versioning;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Certificates;

/// <summary>
/// Checks outside Windows whether another account may read a key, by the owners and modes of its files and their parent folders.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal static class UnixKeyAccess
{
    private const uint Root = 0;

    /// <inheritdoc cref="CertificateKeyAccess.Check"/>
    public static KeyAccessReport Check(PasswordCertificate certificate, string account)
    {
        var asked = UnixAccounts.Resolve(account);
        var location = certificate.Info.Location;
        return location.Store is { } store
            ? CheckStore(certificate, store, asked, account)
            : CheckFiles(location.File!, location.KeyFile, asked, account);
    }

    // The store is a folder in the home of this account; other accounts have their own.
    private static KeyAccessReport CheckStore(PasswordCertificate certificate, StoreLocation store, uint asked, string account)
    {
        if (store != StoreLocation.CurrentUser)
            throw SecretErrors.AccountCheckUnavailable.Error("account", account, detail: $"{store} has no keys on this system");
        var place = certificate.Info.Location.ToString();
        return asked == UnixAccounts.Resolve(Environment.UserName)
            ? new KeyAccessReport(account, place, true, [account], null)
            : new KeyAccessReport(account, place, false, [],
                $"Export the certificate to a PFX with Export-MailPasswordCertificate ('emailsettings certificate export FILE.pfx'), then import it as {account} with Set-MailPasswordCertificate -Path FILE.pfx ('emailsettings certificate use FILE.pfx').");
    }

    private static KeyAccessReport CheckFiles(string file, string? keyFile, uint asked, string account)
    {
        var key = keyFile ?? file;
        if (asked == Root) return new KeyAccessReport(account, key, true, [account], null);

        var groups = new List<string>();
        foreach (var path in new[] { key, file }.Distinct(StringComparer.Ordinal))
        {
            if (!Allows(path, asked, account, UnixFileMode.UserRead, UnixFileMode.GroupRead, UnixFileMode.OtherRead, groups))
                return Refused($"chown {account} '{path}' (the account that uses a key file must own it)");
            for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
            {
                if (!Allows(folder, asked, account, UnixFileMode.UserExecute, UnixFileMode.GroupExecute, UnixFileMode.OtherExecute, groups))
                    return Refused($"chmod o+x '{folder}', or move the files to a folder that {account} can enter and choose the certificate there again");
            }
        }
        return groups.Count == 0
            ? new KeyAccessReport(account, key, true, [account], null)
            : new KeyAccessReport(account, key, null, groups, $"chmod o+x each folder above '{key}', or add {account} to its group");

        KeyAccessReport Refused(string step) => new(account, key, false, [], step);
    }

    // Like the kernel: only the owner's bits count for the owner, then the group's, then the others'.
    private static bool Allows(string path, uint asked, string account, UnixFileMode owner, UnixFileMode group, UnixFileMode other, List<string> groups)
    {
        var mode = File.GetUnixFileMode(path);
        if (UnixAccounts.OwnerOf(path, account) == asked) return mode.HasFlag(owner);
        if (mode.HasFlag(group) == mode.HasFlag(other)) return mode.HasFlag(other);
        groups.Add($"the group of '{path}'");
        return true;
    }
}
