using System.Globalization;
using System.Text.RegularExpressions;
using EmailSettings.Mail.Smtp;

namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>
/// A server reply extracted from a log, a bounce message or another program's error: codes may be anywhere, and a reply may span
/// several lines.
/// </summary>
/// <param name="Text">The lines, as pasted.</param>
/// <param name="Reply">The extracted reply.</param>
/// <param name="AuthorityNumbers">The AADSTS numbers in them.</param>
internal sealed partial record PastedReply(string Text, NormalizedReply Reply, IReadOnlyList<int> AuthorityNumbers)
{
    // More would be a log, not a reply.
    private const int MaxLines = 10_000;
    private const int MaxLineChars = 4000;

    /// <summary>Extracts the replies from a text, in order; none if it is empty.</summary>
    public static IReadOnlyList<PastedReply> Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', MaxLines + 1).Take(MaxLines)
            .Select(line => line.Length <= MaxLineChars ? line : line[..MaxLineChars]).Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        var parts = lines.Select(Part.Of).ToList();
        // Without any code, the whole text is one reply.
        if (!parts.Exists(part => part.HasCode)) return lines.Count == 0 ? [] : [Join(parts)];
        var replies = new List<List<Part>>();
        foreach (var part in parts)
        {
            if (replies.Count > 0 && (!part.HasCode || Continues(replies[^1][^1], part))) replies[^1].Add(part);
            else if (part.HasCode) replies.Add([part]);
        }
        return replies.ConvertAll(Join);
    }

    // "550-first" is continued by "550 last".
    private static bool Continues(Part before, Part next) => before.GoesOn && next.Code == before.Code;

    private static PastedReply Join(List<Part> parts)
    {
        var first = parts[0];
        var numbers = parts.SelectMany(part => part.Numbers).Distinct().ToList();
        return new PastedReply(string.Join('\n', parts.Select(part => part.Line.Trim())),
            NormalizedReply.Of(first.Code, first.Enhanced, first.ResponseCode, parts.Select(part => part.Words)), numbers);
    }

    [GeneratedRegex(@"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.]*\d)")]
    private static partial Regex EnhancedPattern();

    // A reply code where a reply begins: at the start, or after what programs put before a quoted reply.
    [GeneratedRegex(@"(?:^|[\s:;,(\[#""'>=|])([45][0-7]\d)(?=[\s\-:;,)#""'|]|$)")]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"\[([A-Z][A-Z-]{2,30})(?: [^\]]{0,200})?\]")]
    private static partial Regex ResponseCodePattern();

    [GeneratedRegex(@"AADSTS(\d{5,8})", RegexOptions.IgnoreCase)]
    private static partial Regex AuthorityPattern();

    [GeneratedRegex(@"(?:^|[\s:>])(?:\*|[A-Za-z0-9.]{1,12}) (NO|BAD|BYE)(?= |$)")]
    private static partial Regex ImapPattern();

    private sealed record Part(string Line, int Code, EnhancedStatusCode? Enhanced, string? ResponseCode, string Words, bool GoesOn, IReadOnlyList<int> Numbers)
    {
        public bool HasCode => Code != 0 || Enhanced is not null || ResponseCode is not null || Numbers.Count > 0 || ImapPattern().IsMatch(Line);

        public static Part Of(string line)
        {
            var enhanced = EnhancedPattern().Match(line);
            var code = CodeOf(line, enhanced);
            var from = enhanced.Success ? enhanced.Index + enhanced.Length : code is { Success: true } ? code.Groups[1].Index + 3 : 0;
            var goesOn = code is { Success: true } && code.Groups[1].Index + 3 < line.Length && line[code.Groups[1].Index + 3] == '-' && line.AsSpan(0, code.Groups[1].Index).IsWhiteSpace();
            return new Part(line,
                code is { Success: true } ? int.Parse(code.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0,
                enhanced.Success ? EnhancedStatusCode.TryParse(enhanced.ValueSpan) : null,
                ResponseCodePattern().Match(line) is { Success: true } imap ? imap.Groups[1].Value : null,
                MessageOf(line, from), goesOn,
                AuthorityPattern().Matches(line).Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).ToList());
        }

        // Directly before the enhanced code if there is one: elsewhere a port or a count may look like a code.
        private static Match? CodeOf(string line, Match enhanced)
        {
            if (!enhanced.Success) return CodePattern().Match(line);
            var before = CodePattern().Matches(line[..enhanced.Index]).LastOrDefault();
            return before is not null && enhanced.Index - (before.Groups[1].Index + 3) <= 4 ? before : null;
        }

        // The text before the code is from the program; additional words around the reply do no harm.
        private static string MessageOf(string line, int from) => line[from..].TrimStart(' ', '-', ':', ';', ',', '#', '\'', '"').TrimEnd('\'', '"', ')', ' ');
    }
}
