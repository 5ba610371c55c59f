using EmailSettings.Core.ServerTests.Replies.Rules;

namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>
/// The rules for replies, in order of precedence; the first match wins. Providers come first, then server software, common
/// phrases, general rules, and codes alone; if no rule matches, the answered command is the last resort.
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

    /// <summary>All chapters, in display order.</summary>
    public static IReadOnlyList<ReplyChapter> Chapters { get; } = [.. Words, .. StatusCodeReplies.Chapters];

    /// <summary>All rules with their chapter, in order of precedence.</summary>
    public static IReadOnlyList<(ReplyChapter Chapter, ReplyRule Rule)> All { get; } =
    [
        .. RulesOf(Words).Where(one => !one.Rule.IsGeneral),
        .. RulesOf(Words).Where(one => one.Rule.IsGeneral),
        .. RulesOf(StatusCodeReplies.Chapters),
    ];

    /// <summary>Finds the rule for a reply; null if none matches.</summary>
    public static (ReplyChapter Chapter, ReplyRule Rule)? Find(NormalizedReply reply, ReplyContext knowledge)
    {
        foreach (var (chapter, rule) in All)
        {
            if (rule.Fits(reply, knowledge.Place) && knowledge.Meets(rule.Where, reply)) return (chapter, rule);
        }
        return null;
    }

    /// <summary>Finds all matching rules regardless of conditions, for other possible meanings.</summary>
    public static IEnumerable<(ReplyChapter Chapter, ReplyRule Rule)> FindAll(NormalizedReply reply, ReplyPosition place) => All.Where(one => one.Rule.Fits(reply, place));

    private static IEnumerable<(ReplyChapter Chapter, ReplyRule Rule)> RulesOf(IEnumerable<ReplyChapter> chapters) =>
        chapters.SelectMany(chapter => chapter.Rules, (chapter, rule) => (chapter, rule));
}
