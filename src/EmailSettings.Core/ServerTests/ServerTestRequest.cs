using System.Net;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.OAuth;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Core.ServerTests;

/// <summary>
/// What to test, with overrides. Null means as in the <see cref="TestedSettings"/>. A stored secret is sent only to the target it
/// was entered for: with another host, port, TLS mode, authority, client ID or trust it must be passed again.
/// </summary>
public abstract record ServerTestRequest
{
    /// <summary>The mail host, a name or IP address.</summary>
    public string? Host { get; init; }

    /// <summary>The TCP port, 1 to 65535.</summary>
    public int? Port { get; init; }

    /// <summary>The TLS mode.</summary>
    public TlsChoice TlsMode { get; init; }

    /// <summary>Whether to use a secure connection, if <see cref="TlsMode"/> is <see cref="TlsChoice.Auto"/>.</summary>
    public bool? UseSsl { get; init; }

    /// <summary>The authentication.</summary>
    public TestAuthentication? Authentication { get; init; }

    /// <summary>The SASL mechanism; null for the strongest that works.</summary>
    public SaslMechanism? Mechanism { get; init; }

    /// <summary>The user name for Basic and OAuthUser.</summary>
    public string? User { get; init; }

    /// <summary>The user's password, for Basic and OAuthUser. The caller disposes it.</summary>
    public SecretText? Password { get; init; }

    /// <summary>The application's client secret, for OAuthService. The caller disposes it.</summary>
    public SecretText? ClientSecret { get; init; }

    /// <summary>The OAuth authority, <c>https://login host/tenant GUID</c>.</summary>
    public Uri? Address { get; init; }

    /// <summary>The application (client) ID.</summary>
    public Guid? ClientId { get; init; }

    /// <summary>IMAP or SMTP, or Microsoft Graph.</summary>
    public TestTransport Transport { get; init; }

    /// <summary>
    /// Roots trusted in addition to the system's, for mail servers and token endpoint. The caller disposes them.
    /// </summary>
    public X509Certificate2Collection ExtraRoots { get; init; } = [];

    /// <summary>The proxy for the token endpoint and Graph; null for the system's. Mail connections use none.</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>
    /// Shows a device code (RFC 8628) to the user; called from any thread. If set, OAuthUser uses a device code instead of a
    /// password.
    /// </summary>
    public Action<DeviceCodePrompt>? DeviceCode { get; init; }

    /// <summary>The address family to connect to.</summary>
    public TestAddressFamily AddressFamily { get; init; }

    /// <summary>The EHLO name; null for this machine's. Not used for IMAP.</summary>
    public string? HeloName { get; init; }

    /// <summary>Whether to omit further connections that investigate failures.</summary>
    public bool NoProbe { get; init; }

    /// <summary>How to repeat the test after temporary failures; null for no repetition.</summary>
    public TestRetry? Retry { get; init; }

    /// <summary>The time limits of each run.</summary>
    public TestTimeouts Timeouts { get; init; } = new();
}
