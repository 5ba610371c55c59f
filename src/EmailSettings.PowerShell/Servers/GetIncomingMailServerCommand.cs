using System.Management.Automation;
using EmailSettings.Core.Settings;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Servers;

/// <summary>Gets incoming mail servers: all, or those of given names.</summary>
[Cmdlet(VerbsCommon.Get, "IncomingMailServer", DefaultParameterSetName = ByName)]
[OutputType(typeof(IncomingMailServer))]
public sealed class GetIncomingMailServerCommand : EmailSettingsCmdlet
{
    private const string ByName = "Name";
    private const string ByLiteralName = "LiteralName";

    /// <summary>Names, with wildcards; all servers where none is given.</summary>
    [Parameter(Position = 0, ParameterSetName = ByName)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(IncomingServerCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Names as they are: no character is a wildcard.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByLiteralName, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(IncomingServerCompleter))]
    public string[]? LiteralName { get; set; }

    private protected override void Run()
    {
        foreach (var name in LiteralName ?? []) Alone(() => WriteObject(Session.Settings.ReadIncomingServer(name)));
        if (LiteralName is not null) return;

        var servers = Session.Settings.ReadIncomingServers();
        if (Name is null) WriteObject(servers, enumerateCollection: true);
        foreach (var name in Name ?? []) Alone(() => WriteObject(IncomingServerNames.Match(servers, name), enumerateCollection: true));
    }
}
