using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Remoting;
using EmailSettings.Core.Hosting;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// Who is at the other end of a remote session. In an endpoint with a virtual account or a service account the process is
/// somebody else than its caller, whom PowerShell names in <c>$PSSenderInfo</c>.
/// </summary>
internal static class RemoteCaller
{
    /// <summary>The variable that PowerShell puts into the first scope of a remote session.</summary>
    public const string Variable = "PSSenderInfo";

    private const string RemoteHost = "ServerRemoteHost";

    /// <summary>The caller; null where the account of the process works for itself.</summary>
    /// <param name="host">The host of the runspace.</param>
    /// <param name="variable">Gives the variable as it stands in the first scope; null where there is none.</param>
    /// <param name="front">The name of the front.</param>
    public static Actor? Find(PSHost? host, Func<PSVariable?> variable, string front)
    {
        // Anybody can make a variable of that name; PowerShell's own cannot be written to, and stands in a session that a server
        // runs.
        if (host?.Name != RemoteHost || variable() is not { Options: var options } found || !options.HasFlag(ScopedItemOptions.ReadOnly)) return null;
        var value = found.Value is PSObject wrapped ? wrapped.BaseObject : found.Value;
        // Elsewhere than on Windows a remote session runs as its caller.
        if (value is not PSSenderInfo { UserInfo: { Identity: { IsAuthenticated: true, Name: { Length: > 0 } name } } user } || !OperatingSystem.IsWindows()) return null;
        var actor = user.WindowsIdentity is { } identity ? Actor.Of(identity, front) : new Actor(name, front);
        return actor with { Account = name, IsDelegated = true };
    }
}
