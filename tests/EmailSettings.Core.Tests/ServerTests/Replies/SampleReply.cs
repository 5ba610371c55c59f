using System.Globalization;
using EmailSettings.Core.ServerTests.Replies;
using EmailSettings.Mail.Smtp;

namespace EmailSettings.Core.Tests.ServerTests.Replies;

/// <summary>Sample lines of rules as replies.</summary>
internal static class SampleReply
{
    /// <summary>Parses a sample in wire form: <c>550 5.7.1 text</c>, or <c>NO [CODE] text</c>.</summary>
    public static NormalizedReply Read(string sample)
    {
        var word = sample.Split(' ', 2)[0];
        var text = sample[(word.Length + 1)..];
        if (int.TryParse(word.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            return NormalizedReply.Of(code, EnhancedStatusCode.TryParse(text), null, [text]);
        var responseCode = text.StartsWith('[') ? text[1..].Split(' ', ']')[0] : null;
        return NormalizedReply.Of(0, null, responseCode, [text]);
    }

    /// <summary>Gets the stages to which a rule may apply.</summary>
    public static IEnumerable<ReplyPosition> Places(ReplyPosition places) => Enum.GetValues<ReplyPosition>().Where(place => ((int)place & ((int)place - 1)) == 0 && (places & place) != 0);

    /// <summary>Gets a context with exactly what a rule requires.</summary>
    public static ReplyContext Knowledge(ReplyRule rule, ReplyPosition place) => new()
    {
        Place = place,
        Holds = rule.Where & ~ReplyCondition.RecipientNamed,
        Recipient = rule.Where.HasFlag(ReplyCondition.RecipientNamed) ? "someone@example.com" : "nobody@example.net",
    };
}
