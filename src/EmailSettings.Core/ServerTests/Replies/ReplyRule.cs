using System.Globalization;

namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>
/// One rule: what a server says → what it means. Everything that is given must hold; at least one of code, enhanced code,
/// response code and words is.
/// </summary>
/// <param name="Sample">A reply of the source, whole: code, enhanced code and text, or an IMAP response without its tag.</param>
/// <param name="Means">What it means.</param>
/// <param name="Words">Phrases in lower case, of which one must stand in the text; <c>*</c> stands for anything between two parts
/// of a phrase.</param>
internal sealed record ReplyRule(string Sample, ReplyMeaning Means, params string[] Words)
{
    /// <summary>Where the reply may stand.</summary>
    public ReplyPlace At { get; init; } = ReplyPlace.Anywhere;

    /// <summary>The reply code of SMTP; a digit stands for its class; null for any.</summary>
    public int? Code { get; init; }

    /// <summary>The enhanced status code; <c>x</c> in place of the class for any; null for any code or none.</summary>
    public string? Enhanced { get; init; }

    /// <summary>The response code of IMAP in upper case; null for any or none.</summary>
    public string? ResponseCode { get; init; }

    /// <summary>What the test must know besides.</summary>
    public ReplyCondition Where { get; init; }

    /// <summary>
    /// The words tell the least of what such a reply may tell: a rule that fits what else it says comes first, whoever's it is.
    /// </summary>
    public bool IsGeneral { get; init; }

    /// <summary>Where the line is from; null for the source of its chapter.</summary>
    public string? Source { get; init; }

    /// <summary>The reply fits, whatever the test knows.</summary>
    public bool Fits(JudgedReply reply, ReplyPlace place) =>
        (At & place) != 0 && FitsCode(reply) && FitsEnhanced(reply)
        && (ResponseCode is null || reply.ResponseCode == ResponseCode)
        && (Words.Length == 0 || Array.Exists(Words, reply.Says));

    private bool FitsCode(JudgedReply reply) => Code is not { } code || (code < 10 ? reply.Code / 100 == code : reply.Code == code);

    private bool FitsEnhanced(JudgedReply reply)
    {
        if (Enhanced is null) return true;
        if (reply.Enhanced is not { } found) return false;
        return Enhanced.StartsWith('x')
            ? Enhanced[1..] == string.Create(CultureInfo.InvariantCulture, $".{found.Subject}.{found.Detail}")
            : Enhanced == found.ToString();
    }
}
