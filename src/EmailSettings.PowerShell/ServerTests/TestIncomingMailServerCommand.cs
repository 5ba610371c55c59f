using System.Management.Automation;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.PowerShell.Completion;
using EmailSettings.PowerShell.Servers;

namespace EmailSettings.PowerShell.ServerTests;

/// <summary>Tests incoming mail servers, or any IMAP mailbox, stage by stage: stored settings, others, or ones not saved yet.</summary>
[Cmdlet(VerbsDiagnostic.Test, "IncomingMailServer", DefaultParameterSetName = ByName)]
[OutputType(typeof(ServerTestReport), typeof(bool))]
public sealed class TestIncomingMailServerCommand : ServerTestCmdlet
{
    private const string ByName = "Name";
    private const string ByLiteralName = "LiteralName";
    private const string ByObject = "InputObject";

    private readonly List<object> _requests = [];
    private object? _given;

    /// <summary>Names, with wildcards; without any, all servers, or with MailHost a mailbox that belongs to none.</summary>
    [Parameter(Position = 0, ParameterSetName = ByName)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(IncomingServerCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Names as they are: no character is a wildcard.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByLiteralName)]
    [ArgumentCompleter(typeof(IncomingServerCompleter))]
    public string[]? LiteralName { get; set; }

    /// <summary>An incoming server, stored or not yet saved, or its name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByObject, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Mail host: name or IP address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Host")]
    public string? MailHost { get; set; }

    /// <summary>TCP port.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, 65535)]
    public int? Port { get; set; }

    /// <summary>The mailbox to open.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Mailbox { get; set; }

    /// <summary>How to log in: Basic, OAuthUser or OAuthService.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(IncomingTestAuthenticationCompleter))]
    public string? Authentication { get; set; }

    /// <summary>What to fetch over: Auto, Imap or Graph.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(IncomingTransportCompleter))]
    public string? Transport { get; set; }

    private protected override void Open() => _given = Given(Authentication, Transport).ToIncoming();

    private protected override void Run()
    {
        // A wrong call was refused before the first object.
        if (_given is not IncomingTestRequest request) return;
        request = request with { Host = MailHost, Port = Port, Mailbox = Mailbox };
        if (InputObject is not null)
        {
            _requests.Add(With(request, InputObject));
            return;
        }
        if (Name is null && LiteralName is null && MailHost is not null)
        {
            _requests.Add(request);
            return;
        }
        var servers = Session.Tests.Read(DocumentPath).Incoming;
        foreach (var name in LiteralName ?? []) Alone(() => Add(request, [IncomingServerNames.Find(servers, name)]));
        if (LiteralName is not null) return;
        if (Name is null) Add(request, servers);
        foreach (var name in Name ?? []) Alone(() => Add(request, IncomingServerNames.Match(servers, name)));
    }

    private protected override void Close() => RunTests([.. _requests.Cast<ServerTestRequest>()]);

    private void Add(IncomingTestRequest request, IEnumerable<IncomingMailServer> servers) =>
        _requests.AddRange(servers.Select(server => request with { Name = server.Name }));

    private IncomingTestRequest With(IncomingTestRequest request, PSObject piped)
    {
        if (piped.BaseObject is string text) return request with { Name = Known(text).Name };
        var server = piped.BaseObject as IncomingMailServer;
        if (server is null)
        {
            var name = PipedFields.Text(piped, nameof(Name));
            var fields = PipedFields.Of(piped, SettingBlocks.Incoming);
            if (fields.Count == 0 && name is not null) return request with { Name = Known(name).Name };
            // A row of a table of mailboxes: host and mailbox have come by their names.
            if (fields.Count == 0 && request.Host is not null) return request;
            if (name is null) throw PipedFields.NotReadable(piped, "incoming mail server", nameof(IncomingMailServer));
            server = ProposedServers.Incoming(name, fields);
        }
        return IsStored(server) ? request with { Name = server.Name } : request with { Server = server };
    }

    private IncomingMailServer Known(string name) =>
        IncomingServerNames.Find(Session.Tests.Read(DocumentPath).Incoming, name);

    private bool IsStored(IncomingMailServer server) =>
        IncomingServerNames.TryFind(Session.Tests.Read(DocumentPath).Incoming, server.Name) is { } stored
        && (stored.Address, stored.ClientId, stored.Authentication) == (server.Address, server.ClientId, server.Authentication);
}
