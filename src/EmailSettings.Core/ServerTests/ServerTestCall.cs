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
/// The parameters of a test as entered by the user, from which front ends build requests. Null means "as in the settings".
/// </summary>
public sealed record ServerTestCall
{
    private static readonly string[] ProxySchemes = ["http", "https", "socks4", "socks4a", "socks5"];

    /// <summary>The mail host.</summary>
    public string? Host { get; init; }

    /// <summary>The TCP port.</summary>
    public int? Port { get; init; }

    /// <summary>A name of <see cref="TlsChoice"/>, case-insensitive.</summary>
    public string? TlsMode { get; init; }

    /// <summary>Whether to use a secure connection.</summary>
    public bool? UseSsl { get; init; }

    /// <summary>A name of <see cref="TestAuthentication"/>, case-insensitive.</summary>
    public string? Authentication { get; init; }

    /// <summary>The IANA name of a SASL mechanism, case-insensitive; null for the strongest that works.</summary>
    public string? Mechanism { get; init; }

    /// <summary>A name of <see cref="TestTransport"/>, case-insensitive.</summary>
    public string? Transport { get; init; }

    /// <summary>The user name.</summary>
    public string? User { get; init; }

    /// <summary>The mailbox to open; incoming only.</summary>
    public string? Mailbox { get; init; }

    /// <summary>The password. The caller disposes it.</summary>
    public SecretText? Password { get; init; }

    /// <summary>The client secret. The caller disposes it.</summary>
    public SecretText? ClientSecret { get; init; }

    /// <summary>The OAuth authority.</summary>
    public string? Address { get; init; }

    /// <summary>The application (client) ID.</summary>
    public string? ClientId { get; init; }

    /// <summary>A file with additional trusted roots.</summary>
    public string? CaCertificatePath { get; init; }

    /// <summary>The proxy for token endpoint and Graph.</summary>
    public string? Proxy { get; init; }

    /// <summary>A name of <see cref="TestAddressFamily"/>, case-insensitive.</summary>
    public string? AddressFamily { get; init; }

    /// <summary>The EHLO name; outgoing only.</summary>
    public string? HeloName { get; init; }

    /// <summary>Whether to omit further connections that investigate failures.</summary>
    public bool NoProbe { get; init; }

    /// <summary>Shows a device code; if set, the user signs in with it.</summary>
    public Action<DeviceCodePrompt>? DeviceCode { get; init; }

    /// <summary>The envelope sender; outgoing only.</summary>
    public string? SenderAddress { get; init; }

    /// <summary>The envelope recipient; outgoing only.</summary>
    public string? RecipientAddress { get; init; }

    /// <summary>Whether to check the DNS records of the sender's domain; outgoing only.</summary>
    public bool CheckDomain { get; init; }

    /// <summary>Whether to send a real message; outgoing only.</summary>
    public bool Send { get; init; }

    /// <summary>The subject of the message; null for the default.</summary>
    public string? Subject { get; init; }

    /// <summary>The text of the message; null for the default.</summary>
    public string? Text { get; init; }

    /// <summary>Files to attach to the message, as full paths.</summary>
    public IReadOnlyList<string> AttachmentPaths { get; init; } = [];

    /// <summary>Whether to attach samples to the message.</summary>
    public bool WithSamples { get; init; }

    /// <summary>A file to also write the message to, as a full path.</summary>
    public string? OutPath { get; init; }

    /// <summary>Where to search for the message; null to skip the search.</summary>
    public MessageSearchCall? Find { get; init; }

    /// <summary>The maximum number of repetitions; null or 0 for none.</summary>
    public int? Retry { get; init; }

    /// <summary>The pause before each repetition, in seconds; null for 60.</summary>
    public int? RetryPauseSec { get; init; }

    /// <summary>The time limit of the whole test, in seconds.</summary>
    public int? TimeoutSec { get; init; }

    /// <summary>The time limit to connect, in seconds.</summary>
    public int? ConnectTimeoutSec { get; init; }

    /// <summary>The time limit of one reply, in seconds.</summary>
    public int? ReplyTimeoutSec { get; init; }

    /// <summary>The time limits of the call.</summary>
    public TestTimeouts Timeouts => new()
    {
        Total = TimeSpan.FromSeconds(TimeoutSec ?? (DeviceCode is null ? ServerTestLimits.DefaultTotalSeconds : ServerTestLimits.DefaultDeviceCodeSeconds)),
        Connect = ConnectTimeoutSec is { } connect ? TimeSpan.FromSeconds(connect) : null,
        Reply = ReplyTimeoutSec is { } reply ? TimeSpan.FromSeconds(reply) : null,
    };

    /// <summary>
    /// Creates the test of the outgoing server. By default a user with a password means Basic, and a device code OAuthUser.
    /// </summary>
    /// <exception cref="EmailSettingsException">Lists all invalid values.</exception>
    public OutgoingTestRequest ToOutgoing()
    {
        var request = (OutgoingTestRequest)Fill(new OutgoingTestRequest
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
        // The mailbox is accessed with the same trust and time limits as the server.
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
    /// Creates the test of an incoming server or any IMAP mailbox; by default a user with a password means Basic.
    /// </summary>
    /// <inheritdoc cref="ToOutgoing"/>
    public IncomingTestRequest ToIncoming() => (IncomingTestRequest)Fill(new IncomingTestRequest { Mailbox = Mailbox });

    private ServerTestRequest Fill(ServerTestRequest request)
    {
        var faults = new List<Finding>();
        var authentication = ReadChoice<TestAuthentication>(faults, "authentication", Authentication);
        var filled = request with
        {
            Host = Host,
            Port = Port,
            TlsMode = ReadChoice<TlsChoice>(faults, "tlsMode", TlsMode) ?? TlsChoice.Auto,
            UseSsl = UseSsl,
            Authentication = authentication ?? (DeviceCode is null ? null : TestAuthentication.OAuthUser),
            Transport = ReadChoice<TestTransport>(faults, "transport", Transport) ?? TestTransport.Auto,
            Mechanism = ReadMechanism(faults),
            User = User,
            Password = Password,
            ClientSecret = ClientSecret,
            Address = Address is null ? null : Read(faults, "address", Address, new AuthorityType()) as Uri,
            ClientId = ReadClientId(faults),
            ExtraRoots = ReadRoots(faults),
            Proxy = ReadProxy(faults),
            DeviceCode = DeviceCode,
            AddressFamily = ReadChoice<TestAddressFamily>(faults, "addressFamily", AddressFamily) ?? TestAddressFamily.Auto,
            HeloName = HeloName,
            NoProbe = NoProbe,
            Retry = Retry is > 0 and var count ? new TestRetry(count, RetryPauseSec is { } pause ? TimeSpan.FromSeconds(pause) : TimeSpan.FromSeconds(ServerTestLimits.DefaultRetryPauseSeconds)) : null,
            Timeouts = Timeouts,
        };
        return faults.Count == 0 ? filled : throw new EmailSettingsException(faults);
    }

    // Apart from the others, because methods that unbox to these nullables cannot be compiled ahead of time.
    private SaslMechanism? ReadMechanism(List<Finding> faults) => Mechanism is null ? null : Read(faults, "mechanism", Mechanism, MechanismType.Instance) as SaslMechanism?;

    private Guid? ReadClientId(List<Finding> faults) => ClientId is null ? null : Read(faults, "clientId", ClientId, new GuidType()) as Guid?;

    private static T? ReadChoice<T>(List<Finding> faults, string name, string? text)
        where T : struct, Enum => text is null ? null : Read(faults, name, text, new ChoiceType<T>()) as T?;

    private static object? Read(List<Finding> faults, string name, string text, FieldType type) =>
        type.Read(new FieldInput(name, text, FromText: true, faults));

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
