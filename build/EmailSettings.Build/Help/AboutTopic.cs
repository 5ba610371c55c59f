using System.Text;

namespace EmailSettings.Build.Help;

/// <summary>Writes an about page in the layout of PowerShell's own topics, 80 columns wide.</summary>
internal static class AboutTopic
{
    private const int Width = 80;
    private const int Indent = 4;

    public static string Of(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var blocks = MarkdownReader.Read(file);
        if (blocks is not [Block.Heading { Level: 1 } title, Block.Paragraph summary, ..] || title.Text != name) throw new BuildException($"{file}: a topic must start with '# {name}' and one paragraph");
        // Get-Help uses the fifth line as the synopsis, so the summary must be one line.
        if (summary.Text.Length > Width - Indent) throw new BuildException($"{file}: the first paragraph must be one line of at most {Width - Indent} characters");

        var text = new StringBuilder($"TOPIC\n    {name}\n\nSHORT DESCRIPTION\n    {summary.Text}\n\nLONG DESCRIPTION\n");
        Block? last = null;
        foreach (var block in blocks.Skip(2))
        {
            if (last is not null && !(last is Block.Item && block is Block.Item)) text.Append('\n');
            text.Append(block switch
            {
                Block.Heading { Level: 2 } heading => heading.Text.ToUpperInvariant() + "\n",
                Block.Heading heading => $"  {heading.Text}\n",
                Block.Paragraph paragraph => Wrap(paragraph.Text, "", ""),
                Block.Item item => Wrap(item.Text, "- ", "  "),
                Block.Code code => string.Concat(code.Text.Split('\n').Select(line => line.Length == 0 ? "\n" : $"        {line}\n")),
                _ => throw new InvalidOperationException($"A block of type {block.GetType().Name} cannot be converted to a topic."),
            });
            last = block;
        }
        return text.ToString();
    }

    private static string Wrap(string text, string first, string rest)
    {
        var wrapped = new StringBuilder();
        var line = new string(' ', Indent) + first;
        var isEmpty = true;
        foreach (var word in text.Split(' '))
        {
            if (!isEmpty && line.Length + 1 + word.Length > Width)
            {
                wrapped.Append(line).Append('\n');
                line = new string(' ', Indent) + rest;
                isEmpty = true;
            }
            line += isEmpty ? word : " " + word;
            isEmpty = false;
        }
        return wrapped.Append(line).Append('\n').ToString();
    }
}
