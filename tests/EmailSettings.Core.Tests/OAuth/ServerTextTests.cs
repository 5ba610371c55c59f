using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Tests.OAuth;

public sealed class ServerTextTests
{
    private const string Secret = "c4nary ~ s/cret+ü";

    [Fact]
    public void A_secret_that_a_server_sends_back_is_redacted_in_every_form_it_was_sent_in()
    {
        var texts = new ServerText(Secret, "user@example.org");
        var echoed = string.Join(" | ", Secret, Uri.EscapeDataString(Secret), Uri.EscapeDataString(Secret).Replace("%20", "+", StringComparison.Ordinal),
            Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Secret)), Secret.ToUpperInvariant(), "user%40example.org");

        Assert.Equal("[redacted] | [redacted] | [redacted] | [redacted] | [redacted] | [redacted]", texts.Keep(echoed));
    }

    [Fact]
    public void Line_breaks_become_spaces_and_control_characters_are_escaped() =>
        Assert.Equal(@"a b\u{1B}[31m c", new ServerText().Keep("a\r\nb\u001b[31m\tc\r\n"));

    [Fact]
    public void A_long_text_is_cut() => Assert.InRange(new ServerText().Keep(new string('x', 1_000_000))!.Length, 2000, 2100);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n ")]
    public void No_text_stays_none(string? text) => Assert.Null(new ServerText("s").Keep(text));
}
