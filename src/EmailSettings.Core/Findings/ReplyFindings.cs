namespace EmailSettings.Core.Findings;

/// <summary>Findings of any stage.</summary>
public static class ReplyFindings
{
    /// <summary>A protocol violation. Value: what violates it, as returned by <see cref="Answer"/>.</summary>
    public static readonly FindingCode ReplyMalformed = new("Reply.Malformed", FindingKind.Server,
        "The {value} violates the protocol.",
        "Check that the port belongs to a mail server, and that nothing in between rewrites the session.");

    /// <summary>A size limit is exceeded. Value: by what.</summary>
    public static readonly FindingCode ReplyTooLong = new("Reply.TooLong", FindingKind.Server,
        "The {value} is too long for a mail server (a line over 64 KiB or a reply over 1 MiB); the rest was not read.",
        "Check that the port belongs to a mail server.");

    /// <summary>The next step if the whole test timed out.</summary>
    internal const string TotalStep = "Test again with a longer -TimeoutSec ('--timeout'), which limits the whole test; if it persists, ask the server's administrator what it waits for.";

    /// <summary>A timeout. Value: what is incomplete. Detail: the limit.</summary>
    public static readonly FindingCode ReplyTimedOut = new("Reply.TimedOut", FindingKind.Server,
        "The {value} was not complete within {detail}.",
        "Test again with a longer -ReplyTimeoutSec ('--reply-timeout'), at most half of the time for the whole test; if it persists, ask the server's administrator what it waits for (at the beginning often a DNS or block-list lookup of this machine's address).")
    {
        IsTransient = true,
    };

    /// <summary>The connection closed. Value: what was expected.</summary>
    public static readonly FindingCode ReplyDisconnected = new("Reply.Disconnected", FindingKind.Server,
        "The server closed the connection when the {value} was expected.",
        "Check the server's log for this connection; typical causes are firewalls that inspect mail, and connection limits.")
    {
        IsTransient = true,
    };

    /// <summary>The next step if the server no longer accepts a session's token.</summary>
    internal const string NewTokenStep = "Get a new token (each test does) and check this machine's clock; if it fails again immediately, have the authority's token lifetime and this account's sessions checked.";

    /// <summary>The server has an internal failure.</summary>
    public static readonly FindingCode ReplyServerFault = new("Reply.ServerFault", FindingKind.Server,
        "The server reports an internal failure.",
        "Have the server's administrator check its log for this connection (mail store, disk, database, filters); if a provider runs it, test again later.")
    {
        IsTransient = true,
    };

    /// <summary>The server ends the session early.</summary>
    public static readonly FindingCode ReplySessionEnded = new("Reply.SessionEnded", FindingKind.Server,
        "The server ended the session instead of replying.",
        "Read the reason in the server's text, and test again with a new connection; if it persists, ask the server's administrator.")
    {
        IsTransient = true,
    };

    /// <summary>Returns what was expected of the server: its greeting, the TLS handshake, or the answer to a command.</summary>
    /// <param name="command">The command, as reported by the session's failure.</param>
    internal static string Answer(string? command) => command switch
    {
        null => "greeting",
        "TLS handshake" => command,
        _ => $"answer to {command}",
    };
}
