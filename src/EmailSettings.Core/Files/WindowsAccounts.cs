using System.ComponentModel;
using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Files;

/// <summary>Windows accounts and access control lists.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsAccounts
{
    /// <summary>Returns the account with a name or SID.</summary>
    /// <exception cref="EmailSettingsException"><see cref="SecretErrors.AccountUnknown"/>.</exception>
    public static SecurityIdentifier Resolve(string account)
    {
        try
        {
            return account.StartsWith("S-1-", StringComparison.OrdinalIgnoreCase)
                ? new SecurityIdentifier(account)
                : (SecurityIdentifier)new NTAccount(account).Translate(typeof(SecurityIdentifier));
        }
        catch (Exception error) when (error is IdentityNotMappedException or ArgumentException or Win32Exception or UnauthorizedAccessException)
        {
            throw SecretErrors.AccountUnknown.Error("account", account, inner: error);
        }
    }

    /// <summary>Returns <c>DOMAIN\name</c>, or the SID if it no longer has a name or its domain is unreachable.</summary>
    public static string NameOf(SecurityIdentifier account)
    {
        try
        {
            return account.Translate(typeof(NTAccount)).Value;
        }
        catch (Exception error) when (error is IdentityNotMappedException or Win32Exception or UnauthorizedAccessException)
        {
            return account.Value;
        }
    }

    /// <summary>
    /// Returns who may access an object of this account: the account itself, SYSTEM, Administrators, and the object's owner.
    /// Objects created by an elevated administrator are owned by Administrators, so the owner is not enough.
    /// </summary>
    public static List<SecurityIdentifier> Trusted(SecurityIdentifier? owner = null)
    {
        using var identity = WindowsIdentity.GetCurrent();
        List<SecurityIdentifier> trusted =
        [
            identity.User!,
            new(WellKnownSidType.LocalSystemSid, null),
            new(WellKnownSidType.BuiltinAdministratorsSid, null),
            // OWNER RIGHTS.
            new(WellKnownSidType.WinCreatorOwnerRightsSid, null),
        ];
        if (owner is not null && !trusted.Contains(owner)) trusted.Add(owner);
        return trusted;
    }

    /// <summary>Returns who has one of the rights by an access control list; deny entries take precedence.</summary>
    public static List<SecurityIdentifier> Allowed(FileSystemSecurity security, FileSystemRights rights)
    {
        var left = new Dictionary<SecurityIdentifier, FileSystemRights>();
        // Inherit-only entries do not apply to the object itself.
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
