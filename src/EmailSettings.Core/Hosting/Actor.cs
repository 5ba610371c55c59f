using System.Runtime.Versioning;
using System.Security.Principal;

namespace EmailSettings.Core.Hosting;

/// <summary>
/// Who works, on which host, through which front: what goes into the history, and whom rights are asked for. A front hands it in;
/// it comes from the operating system, never from an environment variable.
/// </summary>
/// <param name="Account"><c>DOMAIN\user</c>, or <c>HOST\user</c> for an account of this host.</param>
/// <param name="Front"><c>cli</c> or <c>powershell</c>.</param>
public sealed record Actor(string Account, string Front)
{
    /// <summary>What the account is known by for rights: its SID on Windows, <c>uid:N</c> elsewhere.</summary>
    public string Id { get; init; } = Account;

    /// <summary>The host that the work is done on.</summary>
    public string Host { get; init; } = Environment.MachineName;

    /// <summary>Somebody else than the account of the process: the caller of a remote session.</summary>
    public bool IsDelegated { get; init; }

    /// <summary>Ids of the groups that the account belongs to; asked for only where rights are on.</summary>
    public Lazy<IReadOnlyList<string>> Groups { get; init; } = new([]);

    /// <summary>What is granted to a principal is granted to this account: it is that one, or belongs to it.</summary>
    public bool Is(string principalId) => Id.Equals(principalId, StringComparison.OrdinalIgnoreCase) || Groups.Value.Contains(principalId, StringComparer.OrdinalIgnoreCase);

    /// <summary>The account that this thread works under.</summary>
    public static Actor Current(string front)
    {
        if (!OperatingSystem.IsWindows()) return OnUnix(front);
        using var identity = WindowsIdentity.GetCurrent();
        return Of(identity, front);
    }

    /// <summary>
    /// An account of Windows. That of a domain is told from a local one, and one that is impersonated from its host's.
    /// </summary>
    [SupportedOSPlatform("windows")]
    public static Actor Of(WindowsIdentity identity, string front)
    {
        ArgumentNullException.ThrowIfNull(identity);
        List<string> groups = [.. identity.Groups?.Select(group => group.Value) ?? []];
        return new Actor(identity.Name, front) { Id = identity.User?.Value ?? identity.Name, Groups = new(groups) };
    }

    private static Actor OnUnix(string front)
    {
        var user = UnixIds.User;
        return new Actor($@"{Environment.MachineName}\{UnixIds.NameOfUser(user) ?? UnixIds.OfUser(user)}", front)
        {
            Id = UnixIds.OfUser(user),
            Groups = new(() => [.. UnixIds.Groups.Select(UnixIds.OfGroup)]),
        };
    }
}
