using System.Management.Automation;
using System.Net;
using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;
using EmailSettings.PowerShell.Servers;

namespace EmailSettings.PowerShell.ServerTests;

/// <summary>Tests incoming mail servers, or any IMAP mailbox, stage by stage, with stored, other or unsaved settings.</summary>
[Cmdlet(VerbsDiagnostic.Test, "IncomingMailServer", DefaultParameterSetName = ByName)]
[OutputType(typeof(ServerTestReport), typeof(bool))]
public sealed class TestIncomingMailServerCommand : ServerTestCmdlet
{
    private const string ByName = "Name";
    private const string ByLiteralName = "LiteralName";
    private const string ByObject = "InputObject";

    private readonly List<Target> _targets = [];
    private object? _arguments;

    /// <summary>Names, with wildcards; by default all servers, or with MailHost a mailbox that belongs to none.</summary>
    [Parameter(Position = 0, ParameterSetName = ByName)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(IncomingServerCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Names without wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByLiteralName)]
    [ArgumentCompleter(typeof(IncomingServerCompleter))]
    public string[]? LiteralName { get; set; }

    /// <summary>An incoming server, stored or unsaved, or its name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByObject, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>The mail host: a name or IP address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Host")]
    public string? MailHost { get; set; }

    /// <summary>The TCP port.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [WholeNumber]
    public int? Port { get; set; }

    /// <summary>The mailbox to open: an address, or a folder of the user.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Mailbox { get; set; }

    /// <summary>How to log in: Basic, OAuthUser or OAuthService.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(IncomingTestAuthenticationCompleter))]
    public string? Authentication { get; set; }

    /// <summary>The transport: Auto, Imap or Graph.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(IncomingTransportCompleter))]
    public string? Transport { get; set; }

    private protected override PSObject? Piped => InputObject;

    private protected override bool ReportsUnusablePiped => true;

    private protected override void Open() => _arguments = Arguments(Authentication, Transport).ToIncoming();

    private protected override void Run()
    {
        if (Port is < 1 or > IPEndPoint.MaxPort) throw SettingsErrors.PortOutOfRange.Error("port", Port, SettingBlocks.Port.Allowed);
        _targets.Add(new Target(InputObject, MailHost, Port, Mailbox));
    }

    private protected override void Close()
    {
        // Invalid arguments were reported before the first object.
        if (_arguments is not IncomingTestRequest given) return;
        // Read once for all of them, and only at the end: an earlier command in the pipeline may have created a server.
        var settings = Session.Tests.Read(DocumentPath);
        var requests = new List<ServerTestRequest>();
        foreach (var (piped, host, port, mailbox) in _targets)
        {
            var request = given with { Host = host, Port = port, Mailbox = mailbox };
            if (piped is not null) ReportFaults(() => requests.Add(With(request, piped, settings.Incoming)));
            else if (Name is null && LiteralName is null && host is not null) requests.Add(request);
            else AddNamed(requests, request, settings.Incoming);
        }
        RunTests(settings, requests);
    }

    private void AddNamed(List<ServerTestRequest> requests, IncomingTestRequest request, IReadOnlyList<IncomingMailServer> servers)
    {
        void Add(IEnumerable<IncomingMailServer> found) => requests.AddRange(found.Select(server => request with { Name = server.Name }));

        foreach (var name in LiteralName ?? []) ReportFaults(() => Add([ServerName.Find(servers, name)]));
        foreach (var name in Name ?? []) ReportFaults(() => Add(IncomingServerNames.Match(servers, name)));
        if (Name is null && LiteralName is null) Add(servers);
    }

    private static IncomingTestRequest With(IncomingTestRequest request, PSObject piped, IReadOnlyList<IncomingMailServer> servers)
    {
        if (piped.BaseObject is string text) return request with { Name = ServerName.Find(servers, text).Name };
        var name = IncomingServerNames.Of(piped);
        var fields = PipedFields.Of(piped, SettingBlocks.Incoming);
        if (fields.Count == 0 && name is not null) return request with { Name = ServerName.Find(servers, name).Name };
        // A row of a table of mailboxes: host and mailbox were bound by name.
        if (fields.Count == 0 && request.Host is not null) return request;
        if (name is null) throw PipedFields.NotReadable(piped, "incoming mail server", nameof(IncomingMailServer));
        var server = ProposedServers.Incoming(name, fields);
        return IsStored(servers, server) ? request with { Name = server.Name } : request with { Server = server };
    }

    private static bool IsStored(IReadOnlyList<IncomingMailServer> servers, IncomingMailServer server) =>
        ServerName.TryFind(servers, server.Name) is { } stored
        && (stored.Address, stored.ClientId, stored.Authentication) == (server.Address, server.ClientId, server.Authentication);

    private sealed record Target(PSObject? Piped, string? MailHost, int? Port, string? Mailbox);
}
