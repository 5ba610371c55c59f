namespace EmailSettings.Core.Findings;

/// <summary>Findings that any stage may have.</summary>
public static class ReplyFindings
{
    /// <summary>Breaks the protocol. Value: what does, as <see cref="Answer"/> names it.</summary>
    public static readonly FindingCode ReplyMalformed = new("Reply.Malformed", FindingKind.Server,
        "The {value} breaks the protocol.",
        "Check that the port belongs to a mail server, and that nothing in between rewrites the session.");

    /// <summary>Exceeds a limit. Value: what does.</summary>
    public static readonly FindingCode ReplyTooLong = new("Reply.TooLong", FindingKind.Server,
        "The {value} is longer than any mail server's (a line over 64 KiB or a reply over 1 MiB); the rest was not read.",
        "Check that the port belongs to a mail server.");

    /// <summary>The next step where the limit of the whole test ran out.</summary>
    internal const string TotalStep = "Test again with a longer -TimeoutSec ('--timeout'), which bounds the whole test; if it persists, ask the server's administrator what it waits for.";

    /// <summary>Not complete in time. Value: what is not. Detail: the limit.</summary>
    public static readonly FindingCode ReplyTimedOut = new("Reply.TimedOut", FindingKind.Server,
        "The {value} was not complete within {detail}.",
        "Test again with a longer -ReplyTimeoutSec ('--reply-timeout'), at most half of the time for the whole test; if it persists, ask the server's administrator what it waits for (at the beginning often a DNS or spam look-up of this machine's address).")
    {
        MayPass = true,
    };

    /// <summary>The connection ended. Value: what was due.</summary>
    public static readonly FindingCode ReplyDisconnected = new("Reply.Disconnected", FindingKind.Server,
        "The server closed the connection where the {value} was due.",
        "Look into the server's log for this connection; firewalls that inspect mail, and limits of connections, end it like this.")
    {
        MayPass = true,
    };

    /// <summary>The next step where the server no longer takes the token of a session.</summary>
    internal const string NewTokenStep = "Get a new token (each test does) and check this machine's clock; where it happens again at once, have the authority's lifetime of tokens and the sessions of this account looked at.";

    /// <summary>The server is out of order.</summary>
    public static readonly FindingCode ReplyServerFault = new("Reply.ServerFault", FindingKind.Server,
        "The server itself is out of order: it says so instead of an answer.",
        "Have the server's administrator look into its log for this connection (its mail store, disk, database, filters); test again later where a provider runs it.")
    {
        MayPass = true,
    };

    /// <summary>The server ends the session in the middle of it.</summary>
    public static readonly FindingCode ReplySessionEnded = new("Reply.SessionEnded", FindingKind.Server,
        "The server ended the session instead of an answer.",
        "Read the reason in the server's text, and test again with a new connection; if it persists, ask the server's administrator.")
    {
        MayPass = true,
    };

    /// <summary>
    /// What a server owes: its greeting before any command, the end of a handshake, or the answer to a command.
    /// </summary>
    /// <param name="command">The command as a session's failure names it.</param>
    internal static string Answer(string? command) => command switch
    {
        null => "greeting",
        "TLS handshake" => command,
        _ => $"answer to {command}",
    };
}
