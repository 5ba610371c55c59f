using System.Runtime.Versioning;
using System.Security.Principal;

namespace EmailSettings.Core.Hosting;

/// <summary>
/// The account, host and front end of an operation, for the history and access control. Front ends take it from the operating
/// system, never from an environment variable.
/// </summary>
/// <param name="Account"><c>DOMAIN\user</c>, or <c>HOST\user</c> for an account of this host.</param>
/// <param name="Front"><c>cli</c> or <c>powershell</c>.</param>
public sealed record Actor(string Account, string Front)
{
    /// <summary>The id of the account in rights: its SID on Windows, <c>uid:N</c> on other systems.</summary>
    public string Id { get; init; } = Account;

    /// <summary>The host of the operation.</summary>
    public string Host { get; init; } = Environment.MachineName;

    /// <summary>Whether it is not the process's account but the caller of a remote session.</summary>
    public bool IsDelegated { get; init; }

    /// <summary>The ids of the account's groups; only evaluated if rights are on.</summary>
    public Lazy<IReadOnlyList<string>> Groups { get; init; } = new([]);

    /// <summary>Returns whether the account is the principal or a member of it.</summary>
    public bool Is(string principalId) => Id.Equals(principalId, StringComparison.OrdinalIgnoreCase) || Groups.Value.Contains(principalId, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the account of the current thread.</summary>
    public static Actor Current(string front)
    {
        if (!OperatingSystem.IsWindows()) return OnUnix(front);
        using var identity = WindowsIdentity.GetCurrent();
        return Of(identity, front);
    }

    /// <summary>
    /// Returns a Windows account, distinguishing domain from local accounts, and impersonated accounts from the process's own.
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
