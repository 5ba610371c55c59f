using EmailSettings.Core.Presentation;

namespace EmailSettings.Core.Tests.Presentation;

public sealed class PageTests
{
    [Fact]
    public void A_heading_begins_a_section_and_what_follows_belongs_to_it()
    {
        var page = new Page().Heading("One").Line("A sentence.").Add(new Table("name").Add(Cell.Of("x"))).Heading("Two").Break().Line("Apart.");

        Assert.Equal("# One\nA sentence.\n| name\n- x\n# Two\n#\nApart.", PageText.Of(page));
    }

    [Fact]
    public void What_comes_before_any_heading_stands_in_a_section_without_one()
    {
        var section = Assert.Single(new Page().Line("Nothing has been changed yet.").Sections);

        Assert.Null(section.Heading);
    }

    [Fact]
    public void Values_are_a_section_of_names_and_values_and_show_what_is_shown_in_their_place() =>
        Assert.Equal("# Title\n- port | 587\n- host | -\n- secretState | set since then",
            PageText.Of(new Page().Add("Title", [new("port", 587), new("host", null), new("secretState", (string[])["an object"], "set since then")])));

    [Fact]
    public void Control_characters_in_headings_sentences_and_values_are_escaped()
    {
        var page = new Page().Heading("a\u001Bb").Line("c\u001Bd").Add("e\u001Bf", [new("g", "h\u001Bi")]);

        Assert.DoesNotContain('\u001B', PageText.Of(page));
    }
}
