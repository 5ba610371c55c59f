using EmailSettings.Cli.Output;

namespace EmailSettings.Cli.Tests;

public sealed class LineBreakTests
{
    [Theory]
    [InlineData("Sign in at https://login.example/error again", 30, "Sign in at", "https://login.example/error", "again")]
    [InlineData("The list at http://127.0.0.1:18099/ca.crl is old", 36, "The list at", "http://127.0.0.1:18099/ca.crl is old")]
    [InlineData("It ends at 2026-11-27 12:00:00Z", 26, "It ends at 2026-11-27", "12:00:00Z")]
    [InlineData("refused (127.0.0.1: ConnectionRefused).", 22, "refused (127.0.0.1:", "ConnectionRefused).")]
    [InlineData("a user:colon of a word", 8, "a", "user:", "colon of", "a word")]
    [InlineData("one  two", 5, "one", "two")]
    [InlineData("12345 78", 5, "12345", "78")]
    [InlineData("  indented text", 10, "  indented", "text")]
    [InlineData("trailing   ", 8, "trailing")]
    public void Lines_break_at_spaces(string text, int width, params string[] lines) => Assert.Equal(lines, LineBreaks.Wrap(text, width));

    [Theory]
    [InlineData("https://login.microsoftonline.com/8f2a1c3e-5b7d-4e9f", 40, "https://login.microsoftonline.com/", "8f2a1c3e-5b7d-4e9f")]
    [InlineData("https://login.example", 10, "https://lo", "gin.exampl", "e")]
    [InlineData(@"\\files01\contoso\mail", 12, @"\\files01\", @"contoso\mail")]
    [InlineData("incoming.secret:Contoso", 20, "incoming.secret:", "Contoso")]
    [InlineData("wav=base64;txt=7bit;*=8bit", 20, "wav=base64;txt=7bit;", "*=8bit")]
    [InlineData("mail.contoso.example:18099", 22, "mail.contoso.example:1", "8099")]
    [InlineData("abcdefghij", 4, "abcd", "efgh", "ij")]
    [InlineData("日本語日本語", 5, "日本", "語日", "本語")]
    public void A_word_breaks_only_where_it_is_longer_than_the_line(string text, int width, params string[] lines) => Assert.Equal(lines, LineBreaks.Wrap(text, width));

    [Fact]
    public void No_line_is_too_wide_and_nothing_is_left_out()
    {
        const string Text = "Nothing listens at [fe80::1%2]:587 (https://login.microsoftonline.com/common; 12:00:00Z): 受信サーバー, \\\\files\\mail.";
        for (var width = 2; width <= Text.Length; width++)
        {
            var lines = LineBreaks.Wrap(Text, width);
            Assert.All(lines, line => Assert.InRange(DisplayWidth.Of(line), 1, width));
            Assert.Equal(Text.Replace(" ", ""), string.Concat(lines).Replace(" ", ""));
        }
    }
}
