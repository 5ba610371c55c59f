using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Mail.Connection;

namespace EmailSettings.Core.ServerTests.Planning;

/// <summary>
/// The effective test parameters of settings and request. Contains a secret passed by the caller, so it is never shown.
/// </summary>
internal sealed record ServerTestPlan
{
    public required TestKind Kind { get; init; }

    public required ServerTestRequest Request { get; init; }

    /// <summary>The name of the incoming server.</summary>
    public string? Server { get; init; }

    public string? Host { get; init; }

    public int Port { get; init; }

    public TlsMode Tls { get; init; }

    public TestAuthentication Authentication { get; init; }

    /// <summary>The requested transport; Auto is resolved by the token.</summary>
    public TestTransport Transport { get; init; }

    /// <summary>The login name at the mail server: the user for Basic, the mailbox for tokens. Null for no login.</summary>
    public string? User { get; init; }

    /// <summary>The folder to open instead of the inbox; null for the inbox.</summary>
    public string? Folder { get; init; }

    /// <summary>The user whose password obtains the token for OAuthUser.</summary>
    public string? TokenUser { get; init; }

    public Uri? Address { get; init; }

    public Guid? ClientId { get; init; }

    public SecretPlan Secret { get; init; } = SecretPlan.None;

    /// <summary>The source of each value.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>();

    /// <summary>The basic settings, for sent mail.</summary>
    public BasicSettings Basic { get; init; } = BasicSettings.Default;

    /// <summary>The outgoing server's limits.</summary>
    public OutgoingMailServer Outgoing { get; init; } = OutgoingMailServer.Default;

    /// <summary>Where to search for a sent message; null if not searched.</summary>
    public ServerTestPlan? FindAgain { get; init; }

    /// <summary>A message to search for in the inbox; null if none.</summary>
    public MessageSearch? Search { get; init; }

    /// <summary>The findings of the Settings stage.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public MailEndpoint Endpoint => new(Host!, Port, Tls);

    public string Target => Host is null ? "" : Endpoint.ToString();

    public bool UsesToken => Authentication is TestAuthentication.OAuthUser or TestAuthentication.OAuthService;

    public MailProvider Provider => MailProviders.Of(Host);

    public override string ToString() => $"{Kind} {Target}";
}
