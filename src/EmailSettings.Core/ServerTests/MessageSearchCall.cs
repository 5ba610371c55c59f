using EmailSettings.Core.Hosting;

namespace EmailSettings.Core.ServerTests;

/// <summary>Where a message that was sent is looked for, as a person typed it.</summary>
public sealed record MessageSearchCall
{
    /// <summary>Name of the incoming server; null for any IMAP mailbox at <see cref="Host"/>.</summary>
    public string? Via { get; init; }

    /// <summary>The mailbox.</summary>
    public string? Mailbox { get; init; }

    /// <summary>Mail host; null for that of Microsoft 365.</summary>
    public string? Host { get; init; }

    /// <summary>TCP port.</summary>
    public int? Port { get; init; }

    /// <summary>A name of <see cref="TlsChoice"/>, without case.</summary>
    public string? TlsMode { get; init; }

    /// <summary>User name.</summary>
    public string? User { get; init; }

    /// <summary>The password. Stays the caller's to dispose.</summary>
    public SecretText? Password { get; init; }

    /// <summary>How long to look, in seconds.</summary>
    public int? WithinSec { get; init; }

    /// <summary>The authserv-id whose verdicts on SPF, DKIM and DMARC count; null for that of the topmost field.</summary>
    public string? AuthenticationServer { get; init; }
}
