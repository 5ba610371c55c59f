using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Mail.Connection;

namespace EmailSettings.Core.ServerTests.Planning;

/// <summary>
/// What is tested, once settings and request are put together. Holds a secret given by the caller, and so is never shown.
/// </summary>
internal sealed record ServerTestPlan
{
    public required TestKind Kind { get; init; }

    public required ServerTestRequest Request { get; init; }

    /// <summary>Name of the incoming server.</summary>
    public string? Server { get; init; }

    public string? Host { get; init; }

    public int Port { get; init; }

    public TlsMode Tls { get; init; }

    public TestAuthentication Authentication { get; init; }

    /// <summary>What was asked for; Auto is decided by the token.</summary>
    public TestTransport Transport { get; init; }

    /// <summary>Who logs in at the mail server: the user for Basic, the mailbox for tokens. Null: no login is made.</summary>
    public string? User { get; init; }

    /// <summary>The folder to open in place of the inbox; null for the inbox.</summary>
    public string? Folder { get; init; }

    /// <summary>Whose password gets the token of OAuthUser.</summary>
    public string? TokenUser { get; init; }

    public Uri? Address { get; init; }

    public Guid? ClientId { get; init; }

    public SecretPlan Secret { get; init; } = SecretPlan.None;

    /// <summary>Where each value comes from.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>();

    /// <summary>What the settings say about sent mail.</summary>
    public BasicSettings Basic { get; init; } = BasicSettings.Default;

    /// <summary>The outgoing server's limits.</summary>
    public OutgoingMailServer Outgoing { get; init; } = OutgoingMailServer.Default;

    /// <summary>Where to look for a message once it is sent; null for nowhere.</summary>
    public ServerTestPlan? FindAgain { get; init; }

    /// <summary>A message to look for in the inbox; null for none.</summary>
    public MessageSearch? Search { get; init; }

    /// <summary>What the stage Settings finds.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public MailEndpoint Endpoint => new(Host!, Port, Tls);

    public string Target => Host is null ? "" : Endpoint.ToString();

    public bool UsesToken => Authentication is TestAuthentication.OAuthUser or TestAuthentication.OAuthService;

    public MailProvider Provider => MailProviders.Of(Host);

    public override string ToString() => $"{Kind} {Target}";
}
