namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>What is known besides a reply.</summary>
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

    /// <summary>Everything that a rule asks for holds.</summary>
    public bool Meets(ReplyCondition asked, JudgedReply reply)
    {
        var holds = reply.Names(Recipient) ? Holds | ReplyCondition.RecipientNamed : Holds;
        return (asked & ~holds) == 0;
    }
}
