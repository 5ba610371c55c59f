using System.ComponentModel;
using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Certificates;

/// <summary>Accounts of Windows and the access lists that name them.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsAccounts
{
    /// <summary>The account behind a name or a SID.</summary>
    /// <exception cref="EmailSettingsException"><see cref="SecretErrors.AccountUnknown"/>.</exception>
    public static SecurityIdentifier Resolve(string account)
    {
        try
        {
            return account.StartsWith("S-1-", StringComparison.OrdinalIgnoreCase)
                ? new SecurityIdentifier(account)
                : (SecurityIdentifier)new NTAccount(account).Translate(typeof(SecurityIdentifier));
        }
        catch (Exception error) when (error is IdentityNotMappedException or ArgumentException or Win32Exception)
        {
            throw SecretErrors.AccountUnknown.Error("account", account, inner: error);
        }
    }

    /// <summary><c>DOMAIN\name</c>; the SID where it has no name any more.</summary>
    public static string NameOf(SecurityIdentifier account)
    {
        try
        {
            return account.Translate(typeof(NTAccount)).Value;
        }
        catch (IdentityNotMappedException)
        {
            return account.Value;
        }
    }

    /// <summary>Everyone whom an access list lets read the content; entries that deny count before those that allow.</summary>
    public static List<SecurityIdentifier> Readers(FileSecurity security)
    {
        var rules = security.GetAccessRules(includeExplicit: true, includeInherited: true, typeof(SecurityIdentifier))
            .Cast<FileSystemAccessRule>()
            .Where(rule => (rule.FileSystemRights & FileSystemRights.ReadData) != 0)
            .ToLookup(rule => rule.AccessControlType, rule => (SecurityIdentifier)rule.IdentityReference);
        return [.. rules[AccessControlType.Allow].Except(rules[AccessControlType.Deny])];
    }
}
