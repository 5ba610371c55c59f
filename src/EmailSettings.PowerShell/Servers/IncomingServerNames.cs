using System.Management.Automation;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Servers;

/// <summary>Finds incoming servers by name.</summary>
internal static class IncomingServerNames
{
    /// <summary>Gets the servers that match a name with wildcards.</summary>
    /// <exception cref="EmailSettingsException">No server has a name without wildcards.</exception>
    public static IReadOnlyList<IncomingMailServer> Match(IReadOnlyList<IncomingMailServer> servers, string name)
    {
        var pattern = WildcardPattern.Get(ServerName.Key(name), WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        var found = servers.Where(server => pattern.IsMatch(ServerName.Key(server.Name))).ToList();
        return found.Count > 0 || WildcardPattern.ContainsWildcardCharacters(name) ? found : throw ServerName.NotFound(name);
    }

    /// <summary>Gets the name from a piped object; null if it has none.</summary>
    public static string? Of(PSObject piped) =>
        PipedValue.TryConvert(PipedValue.Plain(piped.Properties["Name"]?.Value), typeof(string), out var name) ? name as string is { Length: > 0 } text ? text : null : null;
}
