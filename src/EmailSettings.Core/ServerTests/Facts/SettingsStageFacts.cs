using EmailSettings.Mail;
using EmailSettings.Mail.Connection;

namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>The tested settings. User and mailbox are omitted, since they are treated as secrets.</summary>
public sealed record SettingsStageFacts : FactRecord
{
    /// <summary>The name of the incoming server.</summary>
    public string? Server { get; init; }

    /// <summary>The mail host.</summary>
    public string? Host { get; init; }

    /// <summary>The TCP port.</summary>
    public int? Port { get; init; }

    /// <summary>The TLS mode.</summary>
    public TlsMode? Tls { get; init; }

    /// <summary>The authentication of the test.</summary>
    public TestAuthentication? Authentication { get; init; }

    /// <summary>The requested transport.</summary>
    public TestTransport? Transport { get; init; }

    /// <summary>Whether there is a user name or mailbox for the login.</summary>
    public bool HasUser { get; init; }

    /// <summary>The OAuth authority.</summary>
    public string? Address { get; init; }

    /// <summary>The application (client) ID.</summary>
    public string? ClientId { get; init; }

    /// <summary>
    /// The source of each value: <c>stored</c>, <c>proposed</c> (an object or a document), <c>given</c> (this call) or
    /// <c>default</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>();
}
