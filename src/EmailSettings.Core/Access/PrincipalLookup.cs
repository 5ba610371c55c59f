using EmailSettings.Core.Files;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;

namespace EmailSettings.Core.Access;

/// <summary>Finds accounts and groups by name or id.</summary>
internal static class PrincipalLookup
{
    private const string GroupPrefix = "group:";
    private const string OnWindows = @"DOMAIN\name, or a SID";
    private const string OnUnix = "the name of an account, group:NAME, uid:N or gid:N";

    /// <summary>Returns the id that rights are granted to, and its name.</summary>
    /// <param name="text"><c>DOMAIN\name</c> or a SID on Windows; on other systems an account, <c>group:NAME</c>, <c>uid:N</c> or
    /// <c>gid:N</c>.</param>
    /// <exception cref="EmailSettingsException"><see cref="AccessErrors.PrincipalUnknown"/>.</exception>
    public static (string Id, string Name) Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return OperatingSystem.IsWindows() ? FindOnWindows(text) : FindOnUnix(text);
    }

    [System.Runtime.Versioning.SupportedOSPlatform("windows")]
    private static (string Id, string Name) FindOnWindows(string text)
    {
        try
        {
            var account = WindowsAccounts.Resolve(text);
            return (account.Value, WindowsAccounts.NameOf(account));
        }
        catch (EmailSettingsException e) when (e.Code == SecretErrors.AccountUnknown)
        {
            throw AccessErrors.PrincipalUnknown.Error("principal", text, OnWindows, inner: e);
        }
    }

    private static (string Id, string Name) FindOnUnix(string text)
    {
        var isGroup = text.StartsWith(GroupPrefix, StringComparison.OrdinalIgnoreCase);
        if ((isGroup ? UnixIds.FindGroup(text[GroupPrefix.Length..]) : UnixIds.ParseGroup(text)) is { } group)
            return (UnixIds.OfGroup(group), UnixIds.NameOfGroup(group) is { } name ? GroupPrefix + name : UnixIds.OfGroup(group));
        if (!isGroup && (UnixIds.ParseUser(text) ?? UnixIds.FindUser(WithoutHost(text))) is { } user)
            return (UnixIds.OfUser(user), UnixIds.NameOfUser(user) is { } name ? $@"{Environment.MachineName}\{name}" : UnixIds.OfUser(user));
        throw AccessErrors.PrincipalUnknown.Error("principal", text, OnUnix);
    }

    // In the history accounts have the form HOST\name.
    private static string WithoutHost(string text) =>
        text.StartsWith($@"{Environment.MachineName}\", StringComparison.OrdinalIgnoreCase) ? text[(Environment.MachineName.Length + 1)..] : text;
}
