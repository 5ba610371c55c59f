using EmailSettings.Core.ServerTests.Replies.Rules;

namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>
/// What servers mean, read top down: the first rule that fits counts. Providers come first, then server software, then words
/// that any server may use, then whatever of all these is general, then codes alone; where no rule fits, the command that was
/// answered is the last resort.
/// </summary>
internal static class ReplyTable
{
    private static readonly IReadOnlyList<ReplyChapter> Words =
    [
        .. MicrosoftReplies.Chapters,
        .. GoogleReplies.Chapters,
        .. MailboxProviderReplies.Chapters,
        .. RussianProviderReplies.Chapters,
        .. ChineseProviderReplies.Chapters,
        .. SendingServiceReplies.Chapters,
        .. PostfixReplies.Chapters,
        .. EximReplies.Chapters,
        .. OtherServerReplies.Chapters,
        .. ImapServerReplies.Chapters,
        .. CommonWordReplies.Chapters,
    ];

    /// <summary>All chapters, in the order in which they are shown.</summary>
    public static IReadOnlyList<ReplyChapter> Chapters { get; } = [.. Words, .. StatusCodeReplies.Chapters];

    /// <summary>All rules with their chapter, in the order in which they are read.</summary>
    public static IReadOnlyList<(ReplyChapter Chapter, ReplyRule Rule)> All { get; } =
    [
        .. RulesOf(Words).Where(one => !one.Rule.IsGeneral),
        .. RulesOf(Words).Where(one => one.Rule.IsGeneral),
        .. RulesOf(StatusCodeReplies.Chapters),
    ];

    /// <summary>The rule for a reply; null where none fits.</summary>
    public static (ReplyChapter Chapter, ReplyRule Rule)? Find(JudgedReply reply, ReplyKnowledge knowledge)
    {
        foreach (var (chapter, rule) in All)
        {
            if (rule.Fits(reply, knowledge.Place) && knowledge.Meets(rule.Where, reply)) return (chapter, rule);
        }
        return null;
    }

    /// <summary>Every rule that fits, whether what it asks for is known or not: what a reply may mean besides.</summary>
    public static IEnumerable<(ReplyChapter Chapter, ReplyRule Rule)> FindAll(JudgedReply reply, ReplyPlace place) => All.Where(one => one.Rule.Fits(reply, place));

    private static IEnumerable<(ReplyChapter Chapter, ReplyRule Rule)> RulesOf(IEnumerable<ReplyChapter> chapters) =>
        chapters.SelectMany(chapter => chapter.Rules, (chapter, rule) => (chapter, rule));
}
