using System.Management.Automation;
using System.Net;
using System.Text;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;
using EmailSettings.PowerShell.ServerTests;

namespace EmailSettings.PowerShell.Messages;

/// <summary>
/// Sends a test message through the outgoing server, composed according to the settings, and optionally looks for it in a
/// mailbox.
/// </summary>
[Cmdlet(VerbsCommunications.Send, "EmailTestMessage", SupportsShouldProcess = true)]
[OutputType(typeof(ServerTestReport), typeof(bool), typeof(string))]
public sealed class SendEmailTestMessageCommand : ServerTestCmdlet
{
    private SecretText? _findPassword;

    /// <summary>The sender, in From and in the envelope.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string SenderAddress { get; set; } = "";

    /// <summary>The recipient.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public string RecipientAddress { get; set; } = "";

    /// <summary>Also looks up MX, SPF and DMARC records of the sender's domain.</summary>
    [Parameter]
    public SwitchParameter CheckDomain { get; set; }

    /// <summary>The name to send with EHLO.</summary>
    [Parameter]
    public string? HeloName { get; set; }

    /// <summary>The subject; an id is appended.</summary>
    [Parameter]
    public string? Subject { get; set; }

    /// <summary>The text of the body.</summary>
    [Parameter]
    public string? Body { get; set; }

    /// <summary>Files to attach.</summary>
    [Parameter]
    public string[] AttachmentPath { get; set; } = [];

    /// <summary>Attaches samples: sound, text, and bytes of every value.</summary>
    [Parameter]
    public SwitchParameter SampleAttachment { get; set; }

    /// <summary>Also writes the message to a file (.eml).</summary>
    [Parameter]
    public string? OutPath { get; set; }

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

    /// <summary>Looks for the message through this incoming server.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(IncomingServerCompleter))]
    public string? FindVia { get; set; }

    /// <summary>The mailbox to look in; the recipient's by default.</summary>
    [Parameter]
    public string? Mailbox { get; set; }

    /// <summary>The mail host of that mailbox.</summary>
    [Parameter]
    public string? FindMailHost { get; set; }

    /// <summary>The TCP port of that mailbox.</summary>
    [Parameter]
    [ValidateRange(1, IPEndPoint.MaxPort)]
    [WholeNumber]
    public int? FindPort { get; set; }

    /// <summary>The user name and password of that mailbox.</summary>
    [Parameter]
    [Credential]
    public PSCredential? FindCredential { get; set; }

    /// <summary>How long to look, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, ServerTestLimits.MaxSeconds)]
    [WholeNumber]
    public int? FindWithinSec { get; set; }

    /// <summary>The receiving server whose SPF, DKIM and DMARC results count.</summary>
    [Parameter]
    public string? AuthenticationServer { get; set; }

    private protected override void Run()
    {
        var request = (Arguments(Authentication, Transport) with
        {
            Host = MailHost,
            Port = Port,
            SenderAddress = SenderAddress,
            HeloName = HeloName,
            CheckDomain = CheckDomain,
            RecipientAddress = RecipientAddress,
            Send = true,
            Subject = Subject,
            Text = Body,
            AttachmentPaths = [.. AttachmentPath.Select(FilePath)],
            WithSamples = SampleAttachment,
            OutPath = OutPath is null ? null : FilePath(OutPath),
            Find = Find(),
        }).ToOutgoing();
        var settings = Session.Tests.Read(DocumentPath);
        if (OperationHost.Confirm(RecipientAddress, "Send a test message")) RunTests(settings, [request]);
        else WriteObject(Message(settings, request));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _findPassword?.Dispose();
        base.Dispose(disposing);
    }

    private MessageSearchCall? Find()
    {
        if (FindVia is null && FindMailHost is null) return null;
        _findPassword = FindCredential is null ? null : SecretText.FromSecureString(FindCredential.Password);
        return new MessageSearchCall
        {
            Via = FindVia,
            Mailbox = Mailbox ?? RecipientAddress,
            Host = FindMailHost,
            Port = FindPort,
            TlsMode = TlsMode,
            User = FindCredential?.UserName,
            Password = _findPassword,
            WithinSec = FindWithinSec,
            AuthenticationServer = AuthenticationServer,
        };
    }

    private string Message(TestedSettings settings, OutgoingTestRequest request)
    {
        using var message = new MemoryStream();
        Session.Tests.WriteMessage(settings, request, message, Cancellation);
        return Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length);
    }
}
