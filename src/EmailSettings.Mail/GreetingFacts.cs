namespace EmailSettings.Mail;

/// <summary>The first thing a server says.</summary>
public sealed record GreetingFacts
{
    /// <summary>The greeting; its first line as received is <see cref="Line"/>.</summary>
    public required ServerReply Reply { get; init; }

    /// <summary>The first line as received, code or status included, without CRLF.</summary>
    public required string Line { get; init; }

    /// <summary>True for IMAP's PREAUTH: the server takes the connection for authenticated already (RFC 3501 §7.1.4).</summary>
    public bool PreAuthenticated { get; init; }
}
