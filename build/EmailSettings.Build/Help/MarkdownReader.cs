using System.Text;
using System.Text.RegularExpressions;

namespace EmailSettings.Build.Help;

/// <summary>
/// Parses the part of CommonMark used in help pages: headings with <c>#</c>, paragraphs, lists with <c>-</c>, fenced code, and
/// inline code, bold and links, which are reduced to plain text. Anything else is an error, rather than a surprise on screen.
/// </summary>
internal static partial class MarkdownReader
{
    public static IReadOnlyList<Block> Read(string file)
    {
        var blocks = new List<Block>();
        var lines = File.ReadAllLines(file);
        var text = new StringBuilder();
        var isItem = false;
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at].TrimEnd();
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                EndText();
                var start = at + 1;
                var end = Array.FindIndex(lines, start, candidate => candidate.TrimEnd() == "```");
                if (end < 0) throw new BuildException($"{file}({start}): the code block is not closed");
                blocks.Add(new Block.Code(line[3..].Trim(), string.Join('\n', lines[start..end])));
                at = end;
            }
            else if (HeadingLine().Match(line) is { Success: true } heading)
            {
                EndText();
                blocks.Add(new Block.Heading(heading.Groups[1].Length, Plain(heading.Groups[2].Value)));
            }
            else if (line.Length == 0)
            {
                EndText();
            }
            else if (line[0] is '|' or '>' or '<' or '*' or '\t' || line.StartsWith("    ", StringComparison.Ordinal))
            {
                throw new BuildException($"{file}({at + 1}): help pages may only contain headings, paragraphs, lists with '-' and fenced code");
            }
            else
            {
                if (line.StartsWith("- ", StringComparison.Ordinal))
                {
                    EndText();
                    isItem = true;
                    line = line[2..];
                }
                if (text.Length > 0) text.Append(' ');
                text.Append(line.Trim());
            }
        }
        EndText();
        return blocks;

        void EndText()
        {
            if (text.Length > 0) blocks.Add(isItem ? new Block.Item(Plain(text.ToString())) : new Block.Paragraph(Plain(text.ToString())));
            text.Clear();
            isItem = false;
        }
    }

    /// <summary>Removes inline markup; a link to the web keeps its URL.</summary>
    private static string Plain(string text)
    {
        // Code is split off first, so that nothing in it counts as markup.
        var parts = InlineCode().Split(text);
        for (var at = 0; at < parts.Length; at++)
        {
            if (at % 2 == 1) continue;
            parts[at] = Link().Replace(parts[at], link =>
                link.Groups[2].Value.StartsWith("http", StringComparison.Ordinal) ? $"{link.Groups[1]} ({link.Groups[2]})" : link.Groups[1].Value);
            parts[at] = parts[at].Replace("**", "", StringComparison.Ordinal);
        }
        return string.Concat(parts);
    }

    [GeneratedRegex("^(#{1,3}) (.+)$")]
    private static partial Regex HeadingLine();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\[([^\]]*)\]\(([^)]*)\)")]
    private static partial Regex Link();
}
