using System.Runtime.Versioning;
using System.Security.Principal;

namespace EmailSettings.Core.Hosting;

/// <summary>Who works through which front; goes into the history.</summary>
/// <param name="Account"><c>DOMAIN\user</c>, or <c>HOST\user</c> for an account of this host.</param>
/// <param name="Front"><c>cli</c> or <c>powershell</c>.</param>
public sealed record Actor(string Account, string Front)
{
    /// <summary>The account that this thread works under.</summary>
    public static Actor Current(string front) => new(OperatingSystem.IsWindows() ? OnWindows() : $@"{Environment.MachineName}\{Environment.UserName}", front);

    // Windows' own name of the account: that of a domain is told from a local one, and one that is impersonated from its host's.
    [SupportedOSPlatform("windows")]
    private static string OnWindows()
    {
        using var identity = WindowsIdentity.GetCurrent();
        return identity.Name;
    }
}
