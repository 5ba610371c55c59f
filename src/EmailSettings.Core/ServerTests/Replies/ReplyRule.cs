using System.Globalization;

namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>
/// A rule that maps a reply to its meaning. Everything specified must match; at least one of code, enhanced code, response code
/// and words is specified.
/// </summary>
/// <param name="Sample">A complete reply from the source: code, enhanced code and text, or an IMAP response without its
/// tag.</param>
/// <param name="Means">The meaning.</param>
/// <param name="Words">Lower-case phrases, one of which must be in the text; <c>*</c> matches anything between two parts of a
/// phrase.</param>
internal sealed record ReplyRule(string Sample, ReplyMeaning Means, params string[] Words)
{
    /// <summary>Where the reply may occur.</summary>
    public ReplyPosition At { get; init; } = ReplyPosition.Anywhere;

    /// <summary>The SMTP reply code, or one digit for a class; null for any.</summary>
    public int? Code { get; init; }

    /// <summary>The enhanced status code, with <c>x</c> for any class; null for any code or none.</summary>
    public string? Enhanced { get; init; }

    /// <summary>The IMAP response code in upper case; null for any or none.</summary>
    public string? ResponseCode { get; init; }

    /// <summary>The conditions of the test.</summary>
    public ReplyCondition Where { get; init; }

    /// <summary>Whether the phrases are so general that any other matching rule, of any chapter, takes precedence.</summary>
    public bool IsGeneral { get; init; }

    /// <summary>The source of the sample; null for that of its chapter.</summary>
    public string? Source { get; init; }

    /// <summary>Returns whether the reply matches, regardless of conditions.</summary>
    public bool Fits(NormalizedReply reply, ReplyPosition place) =>
        (At & place) != 0 && FitsCode(reply) && FitsEnhanced(reply)
        && (ResponseCode is null || reply.ResponseCode == ResponseCode)
        && (Words.Length == 0 || Array.Exists(Words, reply.Says));

    private bool FitsCode(NormalizedReply reply) => Code is not { } code || (code < 10 ? reply.Code / 100 == code : reply.Code == code);

    private bool FitsEnhanced(NormalizedReply reply)
    {
        if (Enhanced is null) return true;
        if (reply.Enhanced is not { } found) return false;
        return Enhanced.StartsWith('x')
            ? Enhanced[1..] == string.Create(CultureInfo.InvariantCulture, $".{found.Subject}.{found.Detail}")
            : Enhanced == found.ToString();
    }
}
