using System.Net;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.OAuth;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Core.ServerTests;

/// <summary>
/// What to test, with whatever is to be different this time. Null means as in the <see cref="TestedSettings"/>, which come
/// with the call. A stored secret goes only where it was entered for: with another host, port, TLS, authority,
/// client ID or trust the secret must be given again.
/// </summary>
public abstract record ServerTestRequest
{
    /// <summary>Mail host: name or IP address.</summary>
    public string? Host { get; init; }

    /// <summary>TCP port, 1 … 65535.</summary>
    public int? Port { get; init; }

    /// <summary>How TLS is spoken.</summary>
    public TlsChoice TlsMode { get; init; }

    /// <summary>Secure connection on or off; weighs where <see cref="TlsMode"/> is <see cref="TlsChoice.Auto"/>.</summary>
    public bool? UseSsl { get; init; }

    /// <summary>How to log in.</summary>
    public TestAuthentication? Authentication { get; init; }

    /// <summary>The SASL mechanism to log in by; null for the strongest that works.</summary>
    public SaslMechanism? Mechanism { get; init; }

    /// <summary>User name for Basic and OAuthUser.</summary>
    public string? User { get; init; }

    /// <summary>Password of the user, for Basic and OAuthUser. Stays the caller's to dispose.</summary>
    public SecretText? Password { get; init; }

    /// <summary>Client secret of the application, for OAuthService. Stays the caller's to dispose.</summary>
    public SecretText? ClientSecret { get; init; }

    /// <summary>OAuth authority, <c>https://login host/tenant GUID</c>.</summary>
    public Uri? Address { get; init; }

    /// <summary>Application (client) ID.</summary>
    public Guid? ClientId { get; init; }

    /// <summary>IMAP or SMTP, or Microsoft Graph.</summary>
    public TestTransport Transport { get; init; }

    /// <summary>
    /// Roots trusted besides the system's, for mail servers and token endpoint alike. Stay the caller's to dispose.
    /// </summary>
    public X509Certificate2Collection ExtraRoots { get; init; } = [];

    /// <summary>Proxy to the token endpoint and Graph; null for the system's own. Mail connections take none.</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>
    /// Shows a person the device code (RFC 8628), at once and from any thread; with it OAuthUser signs in by device code
    /// in place of a password. Null for no device code.
    /// </summary>
    public Action<DeviceCodePrompt>? DeviceCode { get; init; }

    /// <summary>The family of addresses to connect to.</summary>
    public TestAddressFamily AddressFamily { get; init; }

    /// <summary>The name to give with EHLO; null for this machine's. IMAP has none.</summary>
    public string? HeloName { get; init; }

    /// <summary>No further connections beside the session, even where they would tell why it failed.</summary>
    public bool NoProbe { get; init; }

    /// <summary>Repeats the test where it fails by something that passes; null for once alone.</summary>
    public TestRetry? Retry { get; init; }

    /// <summary>The time limits, of each time that the test is run.</summary>
    public TestTimeouts Timeouts { get; init; } = new();
}
