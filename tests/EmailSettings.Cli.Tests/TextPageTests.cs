using EmailSettings.Cli.Output;
using EmailSettings.Core.Presentation;

namespace EmailSettings.Cli.Tests;

/// <summary>Pages as text.</summary>
public sealed class TextPageTests
{
    [Fact]
    public void An_empty_line_keeps_sections_apart_and_tables_are_indented() =>
        Assert.Equal(
            "Health: Passed\n  Store  Passed\n\nNothing is due.\n\nDetails\n",
            Render(new Page().Heading("Health: Passed").Add(new Table().Add(Cell.Of("Store"), Cell.Of("Passed"))).Break().Line("Nothing is due.").Heading("Details")));

    [Fact]
    public void A_sentence_wraps_within_the_page() =>
        Assert.Equal("Nothing listens there: the connection\nwas refused.\n", Render(new Page().Line("Nothing listens there: the connection was refused.")));

    [Fact]
    public void A_table_without_rows_leaves_nothing() => Assert.Equal("Secrets\n", Render(new Page().Heading("Secrets").Add(new Table())));

    [Fact]
    public void An_empty_page_is_an_empty_text() => Assert.Equal("", Render(new Page()));

    [Fact]
    public void Tones_show_on_a_terminal_with_colour() =>
        Assert.Equal("\e[1mHealth\e[0m\n  Store  \e[31mFailed\e[0m\n", TextPage.Render(
            new Page().Heading("Health").Add(new Table().Add(Cell.Of("Store"), Cell.Of("Failed", Tone.Bad))), PageWidth.Min, isColored: true));

    private static string Render(Page page) => TextPage.Render(page, PageWidth.Min, isColored: false);
}
