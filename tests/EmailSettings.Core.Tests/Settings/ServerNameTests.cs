using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Tests.Settings;

public sealed class ServerNameTests
{
    [Theory]
    [InlineData("Contoso", "CONTOSO")]
    [InlineData("Contoso", "  contoso ")]
    [InlineData("Müller", "MÜLLER")]
    [InlineData("M\u00fcller", "Mu\u0308ller")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("Straße", "STRA\u1E9EE")]
    [InlineData("STRASSE", "STRA\u1E9EE")]
    [InlineData("ΣΊΣΥΦΟΣ", "σίσυφος")]
    [InlineData("Почта", "ПОЧТА")]
    [InlineData("\u212Belvin", "\u00e5elvin")]
    public void Names_that_differ_only_in_case_or_composition_are_the_same(string one, string other) =>
        Assert.Equal(ServerName.Key(one), ServerName.Key(other));

    [Theory]
    [InlineData("Contoso", "Contoso 2")]
    [InlineData("e", "é")]
    [InlineData("*", "[a-z]")]
    [InlineData("-a", "a")]
    [InlineData("a b", "a  b")]
    public void Other_names_are_different(string one, string other) => Assert.NotEqual(ServerName.Key(one), ServerName.Key(other));

    [Theory]
    [InlineData("*")]
    [InlineData("[abc]?")]
    [InlineData("--help")]
    [InlineData("-Name")]
    [InlineData("a/b\\c:d")]
    [InlineData("name with 'quotes' \"and\" more")]
    [InlineData("الخادم")]
    [InlineData("メール 😀")]
    public void A_name_may_hold_anything_but_control_characters(string name) => Assert.Equal(name, FieldProbe.Accepted(SettingBlocks.ServerName, name));

    [Fact]
    public void A_name_is_kept_composed() => Assert.Equal("M\u00fcller", FieldProbe.Accepted(SettingBlocks.ServerName, "Mu\u0308ller"));

    [Fact]
    public void A_name_with_a_lone_surrogate_can_be_looked_up_and_is_not_found() =>
        Assert.NotEqual(ServerName.Key("\ud83d"), ServerName.Key("x"));
}
