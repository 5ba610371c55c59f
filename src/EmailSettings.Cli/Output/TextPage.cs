using System.Text;
using EmailSettings.Core.Presentation;

namespace EmailSettings.Cli.Output;

/// <summary>Renders pages as text: an empty line before each section but the first, tables indented.</summary>
internal static class TextPage
{
    private const int Indent = 2;

    /// <summary>Renders a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="width">The maximum width of a line, in columns.</param>
    /// <param name="isColored">Whether to use colours.</param>
    public static string Render(Page page, int width, bool isColored)
    {
        var text = new StringBuilder();
        foreach (var section in page.Sections)
        {
            if (text.Length > 0) text.Append('\n');
            if (section.Heading is { } heading) WriteLine(heading);
            foreach (var part in section.Parts)
            {
                if (part is Table table) TextTable.Write(table, text, width, Indent, isColored);
                else if (part is Sentence sentence) WriteLine(sentence.Text);
            }
        }
        return text.ToString();

        void WriteLine(Cell line) => TextTable.Write(new Table().Add(line), text, width, 0, isColored);
    }
}
