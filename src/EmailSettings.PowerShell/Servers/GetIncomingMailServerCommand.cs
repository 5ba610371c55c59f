using System.Management.Automation;
using EmailSettings.Core.Settings;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Servers;

/// <summary>Gets incoming mail servers, all or by name.</summary>
[Cmdlet(VerbsCommon.Get, "IncomingMailServer", DefaultParameterSetName = ByName)]
[OutputType(typeof(IncomingMailServer))]
public sealed class GetIncomingMailServerCommand : PipedCmdlet
{
    private const string ByName = "Name";
    private const string ByLiteralName = "LiteralName";

    /// <summary>Names, with wildcards; all servers by default.</summary>
    [Parameter(Position = 0, ParameterSetName = ByName)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(IncomingServerCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Names without wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByLiteralName, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(IncomingServerCompleter))]
    public string[]? LiteralName { get; set; }

    private protected override bool ReportsUnusablePiped => true;

    private protected override void Run()
    {
        // A piped string may contain wildcards like Name; the name of a piped server is literal.
        var names = InputObject?.BaseObject is string text ? [text] : Name;
        var literalNames = LiteralName ?? (InputObject is null || names is not null ? null : [NameOf(InputObject)]);
        foreach (var name in literalNames ?? []) ReportFaults(() => WriteRecords(Session.Settings.ReadIncomingServer(name)));
        if (literalNames is not null) return;

        var servers = Session.Settings.ReadIncomingServers();
        if (names is null) WriteRecords([.. servers]);
        foreach (var name in names ?? []) ReportFaults(() => WriteRecords([.. IncomingServerNames.Match(servers, name)]));
    }

    private string NameOf(PSObject piped) => IncomingServerNames.Of(piped) ?? throw PipedParameters.Unmatched(this, piped, [nameof(Name), nameof(LiteralName)]);
}
