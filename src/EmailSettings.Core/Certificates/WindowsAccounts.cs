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

    /// <summary>
    /// Whom a thing of this account may be open to: the account itself, SYSTEM, Administrators, and the thing's owner. What an
    /// elevated administrator makes belongs to the group Administrators, so the owner alone does not name the account.
    /// </summary>
    public static List<SecurityIdentifier> Trusted(SecurityIdentifier? owner = null)
    {
        using var identity = WindowsIdentity.GetCurrent();
        List<SecurityIdentifier> trusted =
        [
            identity.User!,
            new(WellKnownSidType.LocalSystemSid, null),
            new(WellKnownSidType.BuiltinAdministratorsSid, null),
            // Whoever the owner is.
            new(WellKnownSidType.WinCreatorOwnerRightsSid, null),
        ];
        if (owner is not null && !trusted.Contains(owner)) trusted.Add(owner);
        return trusted;
    }

    /// <summary>Everyone whom an access list gives one of the rights; entries that deny count before those that allow.</summary>
    public static List<SecurityIdentifier> Allowed(FileSystemSecurity security, FileSystemRights rights)
    {
        var left = new Dictionary<SecurityIdentifier, FileSystemRights>();
        // What only passes entries on to what will be made inside says nothing of the thing itself.
        var rules = security.GetAccessRules(includeExplicit: true, includeInherited: true, typeof(SecurityIdentifier))
            .Cast<FileSystemAccessRule>()
            .Where(rule => !rule.PropagationFlags.HasFlag(PropagationFlags.InheritOnly))
            .OrderBy(rule => rule.AccessControlType == AccessControlType.Deny);
        foreach (var rule in rules)
        {
            var account = (SecurityIdentifier)rule.IdentityReference;
            var before = left.GetValueOrDefault(account);
            left[account] = rule.AccessControlType == AccessControlType.Allow ? before | rule.FileSystemRights : before & ~rule.FileSystemRights;
        }
        return [.. left.Where(entry => (entry.Value & rights) != 0).Select(entry => entry.Key)];
    }
}
