using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Remoting;
using EmailSettings.Core.Hosting;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// Identifies the caller of a remote session. In an endpoint with a virtual account or a service account, the process does not
/// run as its caller, whom PowerShell names in <c>$PSSenderInfo</c>.
/// </summary>
internal static class RemoteCaller
{
    /// <summary>The variable that PowerShell sets in the global scope of a remote session.</summary>
    public const string Variable = "PSSenderInfo";

    private const string RemoteHost = "ServerRemoteHost";

    /// <summary>Finds the caller; null if the process runs as its own account.</summary>
    /// <param name="host">The host of the runspace.</param>
    /// <param name="variable">Gets the variable from the global scope; null if there is none.</param>
    /// <param name="front">The name of the front.</param>
    public static Actor? Find(PSHost? host, Func<PSVariable?> variable, string front)
    {
        // Anyone can create a variable of that name; PowerShell's own is read-only, and exists only in a server's session.
        if (host?.Name != RemoteHost || variable() is not { Options: var options } found || !options.HasFlag(ScopedItemOptions.ReadOnly)) return null;
        var value = found.Value is PSObject wrapped ? wrapped.BaseObject : found.Value;
        // On other systems a remote session runs as its caller.
        if (value is not PSSenderInfo { UserInfo: { Identity: { IsAuthenticated: true, Name: { Length: > 0 } name } } user } || !OperatingSystem.IsWindows()) return null;
        var actor = user.WindowsIdentity is { } identity ? Actor.Of(identity, front) : new Actor(name, front);
        return actor with { Account = name, IsDelegated = true };
    }
}
