using EmailSettings.Mail;
using EmailSettings.Mail.Connection;

namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>What is tested. User and mailbox are not repeated here: they count as secrets of the login.</summary>
public sealed record SettingsStageFacts : FactRecord
{
    /// <summary>Name of the incoming server.</summary>
    public string? Server { get; init; }

    /// <summary>Mail host.</summary>
    public string? Host { get; init; }

    /// <summary>TCP port.</summary>
    public int? Port { get; init; }

    /// <summary>How TLS is spoken.</summary>
    public TlsMode? Tls { get; init; }

    /// <summary>How the test logs in.</summary>
    public TestAuthentication? Authentication { get; init; }

    /// <summary>What was asked for.</summary>
    public TestTransport? Transport { get; init; }

    /// <summary>A user name or mailbox to log in with is there.</summary>
    public bool HasUser { get; init; }

    /// <summary>OAuth authority.</summary>
    public string? Address { get; init; }

    /// <summary>Application (client) ID.</summary>
    public string? ClientId { get; init; }

    /// <summary>
    /// Where each value comes from: <c>stored</c>, <c>proposed</c> (an object or a document), <c>given</c> (this call) or
    /// <c>default</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>();
}
