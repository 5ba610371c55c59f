using EmailSettings.Core.Findings;

namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>What is known besides the reply: conditions for rules, and values for applicable next steps.</summary>
internal sealed record ReplyContext
{
    /// <summary>Nothing is known, as for a line from a log.</summary>
    public static readonly ReplyContext Nothing = new();

    /// <summary>Where in the session the reply occurred.</summary>
    public ReplyPosition Place { get; init; } = ReplyPosition.Anywhere;

    /// <summary>The conditions that are met.</summary>
    public ReplyCondition Holds { get; init; }

    /// <summary>The address of the recipient; null if there is none.</summary>
    public string? Recipient { get; init; }

    /// <summary>Host and port; null if unknown.</summary>
    public string? Target { get; init; }

    /// <summary>The provider of the server.</summary>
    public MailProvider Provider { get; init; }

    /// <summary>The command, as named by the session; null if unknown.</summary>
    public string? Command { get; init; }

    /// <summary>Whether a mailbox is read, rather than a mail sent.</summary>
    public bool IsIncoming { get; init; }

    /// <summary>Whether the login uses a token.</summary>
    public bool UsesToken { get; init; }

    /// <summary>Whether the server offers a login on this connection; null if unknown.</summary>
    public bool? OffersLogin { get; init; }

    /// <summary>Whether the password has non-ASCII characters.</summary>
    public bool HasNonAsciiPassword { get; init; }

    /// <summary>The EHLO name of this machine; null if unknown.</summary>
    public string? ClientName { get; init; }

    /// <summary>Returns whether all conditions of a rule are met.</summary>
    public bool Meets(ReplyCondition asked, NormalizedReply reply)
    {
        var holds = reply.Names(Recipient) ? Holds | ReplyCondition.RecipientNamed : Holds;
        return (asked & ~holds) == 0;
    }

    /// <summary>Returns whether a condition is met.</summary>
    public bool Is(ReplyCondition condition) => Holds.HasFlag(condition);
}
