using EmailSettings.Core.Presentation;

namespace EmailSettings.Core.Tests.Presentation;

/// <summary>Pages in a form that tests compare: a line a heading, a sentence or a row, cells set apart by a bar, tones in brackets.</summary>
internal static class PageText
{
    public static string Of(Page page) => string.Join('\n', page.Sections.SelectMany(Lines));

    private static IEnumerable<string> Lines(Section section) =>
        (section.Heading is { } heading ? [$"# {Text(heading)}"] : (string[])["#"]).Concat(section.Parts.SelectMany(part => part switch
        {
            Sentence sentence => [Text(sentence.Text)],
            Table { Head.Count: > 0 } table => [$"| {string.Join(" | ", table.Head)}", .. Rows(table)],
            _ => Rows((Table)part),
        }));

    private static IEnumerable<string> Rows(Table table) => table.Rows.Select(row => $"- {string.Join(" | ", row.Select(Text))}");

    private static string Text(Cell cell) => cell.Tone is Tone.Plain or Tone.Heading ? cell.Text : $"{cell.Text} [{cell.Tone}]";
}
