using EmailSettings.Core.Hosting;

namespace EmailSettings.Core.ServerTests;

/// <summary>Where to search for a sent message, as entered by the user.</summary>
public sealed record MessageSearchCall
{
    /// <summary>The name of the incoming server; null for any IMAP mailbox at <see cref="Host"/>.</summary>
    public string? Via { get; init; }

    /// <summary>The mailbox.</summary>
    public string? Mailbox { get; init; }

    /// <summary>The mail host; null for that of Microsoft 365.</summary>
    public string? Host { get; init; }

    /// <summary>The TCP port.</summary>
    public int? Port { get; init; }

    /// <summary>A name of <see cref="TlsChoice"/>, case-insensitive.</summary>
    public string? TlsMode { get; init; }

    /// <summary>The user name.</summary>
    public string? User { get; init; }

    /// <summary>The password. The caller disposes it.</summary>
    public SecretText? Password { get; init; }

    /// <summary>How long to search, in seconds.</summary>
    public int? WithinSec { get; init; }

    /// <summary>The authserv-id whose SPF, DKIM and DMARC results are used; null for that of the topmost field.</summary>
    public string? AuthenticationServer { get; init; }
}
