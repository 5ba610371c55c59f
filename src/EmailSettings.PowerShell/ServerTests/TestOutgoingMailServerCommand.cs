using System.Management.Automation;
using System.Net;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.ServerTests;

/// <summary>Tests the outgoing mail server stage by stage, with stored, other or unsaved settings.</summary>
[Cmdlet(VerbsDiagnostic.Test, "OutgoingMailServer")]
[OutputType(typeof(ServerTestReport), typeof(bool))]
public sealed class TestOutgoingMailServerCommand : ServerTestCmdlet
{
    private readonly List<PSObject?> _piped = [];
    private object? _arguments;

    /// <summary>An outgoing server, stored or unsaved.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>The mail host: a name or IP address.</summary>
    [Parameter]
    [Alias("Host")]
    public string? MailHost { get; set; }

    /// <summary>The TCP port.</summary>
    [Parameter]
    [ValidateRange(1, IPEndPoint.MaxPort)]
    [WholeNumber]
    public int? Port { get; set; }

    /// <summary>How to log in: Anonymous, Basic, OAuthUser or OAuthService.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(OutgoingTestAuthenticationCompleter))]
    public string? Authentication { get; set; }

    /// <summary>The transport: Auto, Smtp or Graph.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(OutgoingTransportCompleter))]
    public string? Transport { get; set; }

    /// <summary>The user name to log in with, which takes precedence over that of Credential.</summary>
    [Parameter]
    public string? ServerUser { get; set; }

    /// <summary>Also looks up MX, SPF and DMARC records of the sender's domain.</summary>
    [Parameter]
    public SwitchParameter CheckDomain { get; set; }

    /// <summary>The name to send with EHLO.</summary>
    [Parameter]
    public string? HeloName { get; set; }

    /// <summary>The envelope sender; together with a recipient, the server is asked whether it accepts them.</summary>
    [Parameter]
    public string? SenderAddress { get; set; }

    /// <summary>The envelope recipient.</summary>
    [Parameter]
    public string? RecipientAddress { get; set; }

    /// <summary>Sends a real message.</summary>
    [Parameter]
    public SwitchParameter Send { get; set; }

    private protected override void Open() => _arguments = (Arguments(Authentication, Transport) with
    {
        Host = MailHost,
        Port = Port,
        User = ServerUser ?? Credential?.UserName,
        SenderAddress = SenderAddress,
        HeloName = HeloName,
        CheckDomain = CheckDomain,
        RecipientAddress = RecipientAddress,
        Send = Send,
    }).ToOutgoing();

    private protected override void Run() => _piped.Add(InputObject);

    private protected override void Close()
    {
        // Invalid arguments were reported before the first object.
        if (_arguments is not OutgoingTestRequest given) return;
        var settings = Session.Tests.Read(DocumentPath);
        var requests = new List<ServerTestRequest>();
        foreach (var piped in _piped) ReportFaults(() => requests.Add(piped is null ? given : With(given, piped, settings.Outgoing)));
        RunTests(settings, requests);
    }

    private OutgoingTestRequest With(OutgoingTestRequest request, PSObject piped, OutgoingMailServer stored)
    {
        var fields = PipedFields.Of(piped, SettingBlocks.Outgoing);
        if (fields.Count == 0) throw PipedFields.NotReadable(piped, "outgoing mail server", nameof(OutgoingMailServer));
        var server = ProposedServers.Outgoing(fields);
        return DocumentPath is null && IsStored(stored, server) ? request : request with { Server = server };
    }

    private static bool IsStored(OutgoingMailServer stored, OutgoingMailServer server) =>
        server with { PasswordState = stored.PasswordState, SecretState = stored.SecretState } == stored;
}
