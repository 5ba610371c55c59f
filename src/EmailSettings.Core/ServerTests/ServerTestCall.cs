using System.Net;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Judging;
using EmailSettings.Core.OAuth;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Core.ServerTests;

/// <summary>
/// What a person gives with a test, as they typed it: both fronts make their requests of it. Null is "as in the settings".
/// </summary>
public sealed record ServerTestCall
{
    private static readonly string[] ProxySchemes = ["http", "https", "socks4", "socks4a", "socks5"];

    /// <summary>Mail host.</summary>
    public string? Host { get; init; }

    /// <summary>TCP port.</summary>
    public int? Port { get; init; }

    /// <summary>A name of <see cref="TlsChoice"/>, without case.</summary>
    public string? TlsMode { get; init; }

    /// <summary>Secure connection on or off.</summary>
    public bool? UseSsl { get; init; }

    /// <summary>A name of <see cref="TestAuthentication"/>, without case.</summary>
    public string? Authentication { get; init; }

    /// <summary>IANA's name of a SASL mechanism, without case; null for the strongest that works.</summary>
    public string? Mechanism { get; init; }

    /// <summary>A name of <see cref="TestTransport"/>, without case.</summary>
    public string? Transport { get; init; }

    /// <summary>User name.</summary>
    public string? User { get; init; }

    /// <summary>The mailbox to open; incoming alone.</summary>
    public string? Mailbox { get; init; }

    /// <summary>The password. Stays the caller's to dispose.</summary>
    public SecretText? Password { get; init; }

    /// <summary>The client secret. Stays the caller's to dispose.</summary>
    public SecretText? ClientSecret { get; init; }

    /// <summary>OAuth authority.</summary>
    public string? Address { get; init; }

    /// <summary>Application (client) ID.</summary>
    public string? ClientId { get; init; }

    /// <summary>A file with roots to trust as well.</summary>
    public string? CaCertificatePath { get; init; }

    /// <summary>Proxy to token endpoint and Graph.</summary>
    public string? Proxy { get; init; }

    /// <summary>A name of <see cref="TestAddressFamily"/>, without case.</summary>
    public string? AddressFamily { get; init; }

    /// <summary>The name to give with EHLO; outgoing alone.</summary>
    public string? HeloName { get; init; }

    /// <summary>No further connections beside the session.</summary>
    public bool NoProbe { get; init; }

    /// <summary>Shows a device code; asks for a sign-in by it.</summary>
    public Action<DeviceCodePrompt>? DeviceCode { get; init; }

    /// <summary>Envelope sender; outgoing alone.</summary>
    public string? SenderAddress { get; init; }

    /// <summary>Envelope recipient; outgoing alone.</summary>
    public string? RecipientAddress { get; init; }

    /// <summary>Asks DNS about the sender's domain as well; outgoing alone.</summary>
    public bool CheckDomain { get; init; }

    /// <summary>A real message is sent; outgoing alone.</summary>
    public bool Send { get; init; }

    /// <summary>Subject of the message; null for the usual one.</summary>
    public string? Subject { get; init; }

    /// <summary>Text of the message; null for the usual one.</summary>
    public string? Text { get; init; }

    /// <summary>Files to attach to the message, as full paths.</summary>
    public IReadOnlyList<string> AttachmentPaths { get; init; } = [];

    /// <summary>Samples are attached to the message.</summary>
    public bool WithSamples { get; init; }

    /// <summary>A file to write the message to as well, as a full path.</summary>
    public string? OutPath { get; init; }

    /// <summary>Where the message is looked for; null for nowhere.</summary>
    public MessageSearchCall? Find { get; init; }

    /// <summary>How often the test is repeated at most; null or 0 for not at all.</summary>
    public int? Retry { get; init; }

    /// <summary>How long to wait before each time, in seconds; null for 60.</summary>
    public int? RetryPauseSec { get; init; }

    /// <summary>Limit of the whole test, in seconds.</summary>
    public int? TimeoutSec { get; init; }

    /// <summary>Limit to connect, in seconds.</summary>
    public int? ConnectTimeoutSec { get; init; }

    /// <summary>Limit of one reply, in seconds.</summary>
    public int? ReplyTimeoutSec { get; init; }

    /// <summary>The time limits of the call.</summary>
    public TestTimeouts Timeouts => new()
    {
        Total = TimeSpan.FromSeconds(TimeoutSec ?? (DeviceCode is null ? ServerTestLimits.DefaultTotalSeconds : ServerTestLimits.DefaultDeviceCodeSeconds)),
        Connect = ConnectTimeoutSec is { } connect ? TimeSpan.FromSeconds(connect) : null,
        Reply = ReplyTimeoutSec is { } reply ? TimeSpan.FromSeconds(reply) : null,
    };

    /// <summary>
    /// The test of the outgoing server. A user with a password means Basic, and a device code OAuthUser, unless the call says
    /// otherwise.
    /// </summary>
    /// <exception cref="EmailSettingsException">All values that cannot be read.</exception>
    public OutgoingTestRequest ToOutgoing()
    {
        var request = Fill(new OutgoingTestRequest
        {
            SenderAddress = SenderAddress,
            RecipientAddress = RecipientAddress,
            CheckDomain = CheckDomain,
            Message = Send ? ToMessage() : null,
        });
        var isBasic = request.Authentication is null && User is not null && Password is not null && ClientSecret is null;
        return isBasic ? request with { Authentication = TestAuthentication.Basic } : request;
    }

    private TestMessage ToMessage()
    {
        var usual = new TestMessageContent();
        var message = new TestMessage
        {
            Content = usual with { Subject = Subject ?? usual.Subject, Text = Text ?? usual.Text, AttachmentPaths = AttachmentPaths, WithSamples = WithSamples },
            OutPath = OutPath,
        };
        if (Find is null) return message;
        // The mailbox is reached as the server is: with the same trust, and within the same time.
        var search = new ServerTestCall
        {
            Host = Find.Host,
            Port = Find.Port,
            TlsMode = Find.TlsMode,
            Mailbox = Find.Mailbox,
            User = Find.User,
            Password = Find.Password,
            Authentication = Find.Password is not null && Find.Via is null ? nameof(TestAuthentication.Basic) : null,
            CaCertificatePath = CaCertificatePath,
            Proxy = Proxy,
            AddressFamily = AddressFamily,
            NoProbe = NoProbe,
            TimeoutSec = TimeoutSec,
            ConnectTimeoutSec = ConnectTimeoutSec,
            ReplyTimeoutSec = ReplyTimeoutSec,
        };
        return message with
        {
            FindAgain = search.ToIncoming() with { Name = Find.Via },
            FindWithin = Find.WithinSec is { } seconds ? TimeSpan.FromSeconds(seconds) : message.FindWithin,
            AuthenticationServer = Find.AuthenticationServer,
        };
    }

    /// <summary>
    /// The test of an incoming server, or of any IMAP mailbox, where a user with a password means Basic as well.
    /// </summary>
    /// <inheritdoc cref="ToOutgoing"/>
    public IncomingTestRequest ToIncoming() => Fill(new IncomingTestRequest { Mailbox = Mailbox });

    private T Fill<T>(T request)
        where T : ServerTestRequest
    {
        var faults = new List<Finding>();
        var authentication = Read(faults, "authentication", Authentication, new ChoiceType<TestAuthentication>()) as TestAuthentication?;
        var filled = request with
        {
            Host = Host,
            Port = Port,
            TlsMode = Read(faults, "tlsMode", TlsMode, new ChoiceType<TlsChoice>()) as TlsChoice? ?? TlsChoice.Auto,
            UseSsl = UseSsl,
            Authentication = authentication ?? (DeviceCode is null ? null : TestAuthentication.OAuthUser),
            Transport = Read(faults, "transport", Transport, new ChoiceType<TestTransport>()) as TestTransport? ?? TestTransport.Auto,
            Mechanism = Read(faults, "mechanism", Mechanism, MechanismType.Instance) as SaslMechanism?,
            User = User,
            Password = Password,
            ClientSecret = ClientSecret,
            Address = Read(faults, "address", Address, new AuthorityType()) as Uri,
            ClientId = Read(faults, "clientId", ClientId, new GuidType()) as Guid?,
            ExtraRoots = ReadRoots(faults),
            Proxy = ReadProxy(faults),
            DeviceCode = DeviceCode,
            AddressFamily = Read(faults, "addressFamily", AddressFamily, new ChoiceType<TestAddressFamily>()) as TestAddressFamily? ?? TestAddressFamily.Auto,
            HeloName = HeloName,
            NoProbe = NoProbe,
            Retry = Retry is > 0 and var count ? new TestRetry(count, RetryPauseSec is { } pause ? TimeSpan.FromSeconds(pause) : TimeSpan.FromSeconds(ServerTestLimits.DefaultRetryPauseSeconds)) : null,
            Timeouts = Timeouts,
        };
        return faults.Count == 0 ? filled : throw new EmailSettingsException(faults);
    }

    private static object? Read(List<Finding> faults, string name, string? text, FieldType type) =>
        text is null ? null : type.Read(new FieldReading(name, text, FromText: true, faults));

    private X509Certificate2Collection ReadRoots(List<Finding> faults)
    {
        try
        {
            return CaCertificatePath is null ? [] : TrustedRoots.Read(CaCertificatePath);
        }
        catch (EmailSettingsException e)
        {
            faults.AddRange(e.Faults);
            return [];
        }
    }

    private WebProxy? ReadProxy(List<Finding> faults)
    {
        if (Proxy is null) return null;
        if (Uri.TryCreate(Proxy, UriKind.Absolute, out var address) && ProxySchemes.Contains(address.Scheme) && address.Host.Length > 0 && address.UserInfo.Length == 0)
            return new WebProxy(address);
        faults.Add(ServerTestErrors.ProxyInvalid.At("proxy", limit: "http://host:port"));
        return null;
    }
}
