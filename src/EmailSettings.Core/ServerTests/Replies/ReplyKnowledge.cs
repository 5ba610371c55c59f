using EmailSettings.Core.Findings;

namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>
/// What is known besides a reply: rules ask for some of it, next steps use the rest, so that each can be taken.
/// </summary>
internal sealed record ReplyKnowledge
{
    /// <summary>Nothing is known, as with a line from a log.</summary>
    public static readonly ReplyKnowledge Nothing = new();

    /// <summary>Where the reply stands.</summary>
    public ReplyPlace Place { get; init; } = ReplyPlace.Anywhere;

    /// <summary>What holds.</summary>
    public ReplyCondition Holds { get; init; }

    /// <summary>The address of the recipient; null where there is none.</summary>
    public string? Recipient { get; init; }

    /// <summary>Host and port; null where they are not known.</summary>
    public string? Target { get; init; }

    /// <summary>Whose server it is.</summary>
    public MailProvider Provider { get; init; }

    /// <summary>The command as a session names it; null where it is not known.</summary>
    public string? Command { get; init; }

    /// <summary>The connection is not a mail that is sent, but a mailbox that is read.</summary>
    public bool IsIncoming { get; init; }

    /// <summary>The login takes a token.</summary>
    public bool UsesToken { get; init; }

    /// <summary>The server offers a login on this connection; null where that is not known.</summary>
    public bool? OffersLogin { get; init; }

    /// <summary>The password holds characters beyond ASCII.</summary>
    public bool HasForeignPassword { get; init; }

    /// <summary>The name that this machine gives in EHLO; null where that is not known.</summary>
    public string? ClientName { get; init; }

    /// <summary>Everything that a rule asks for holds.</summary>
    public bool Meets(ReplyCondition asked, JudgedReply reply)
    {
        var holds = reply.Names(Recipient) ? Holds | ReplyCondition.RecipientNamed : Holds;
        return (asked & ~holds) == 0;
    }

    /// <summary>This holds.</summary>
    public bool Is(ReplyCondition condition) => Holds.HasFlag(condition);
}
