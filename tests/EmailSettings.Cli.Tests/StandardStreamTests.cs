using System.Text;
using EmailSettings.Cli.Output;

namespace EmailSettings.Cli.Tests;

/// <summary>Output as read by a caller that decodes it with a code page, as PowerShell and cmd do.</summary>
public sealed class StandardStreamTests
{
    [Theory]
    [InlineData(437, "caf\u00e9 \u2026 \u201ca\u201d \u2013 \u2019", "caf\u00e9 ... \"a\" - '")]
    [InlineData(1252, "a \u2192 b", "a -> b")]
    [InlineData(1252, "caf\u00e9 \u2026", "caf\u00e9 \u2026")]
    [InlineData(1252, "\u041f\u043e \ud83d\ude00", "?? ?")]
    [InlineData(65001, "\u041f\u043e \ud83d\ude00 \u2026", "\u041f\u043e \ud83d\ude00 \u2026")]
    public void Characters_missing_from_the_code_page_are_replaced_with_ASCII(int codePage, string text, string read)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        Assert.Equal(read, encoding.GetString(StandardStreams.WithAsciiFallback(encoding).GetBytes(text)));
    }

    [Fact]
    public void JSON_in_a_pipe_is_the_same_in_every_code_page_of_Windows()
    {
        using var home = new CommandLineHome();
        Assert.Equal(0, home.Run("set", "error-texts", "noBody=Gr\u00fc\u00dfe \u2026 \ud83d\ude00").ExitCode);
        var shown = home.Run("show", "error-texts", "--output", "json");
        Assert.Equal("Gr\u00fc\u00dfe \u2026 \ud83d\ude00", shown.Json.GetProperty("noBody").GetString());
        if (OperatingSystem.IsWindows()) Assert.All(shown.OutputBytes, each => Assert.InRange(each, 0, 0x7F));
    }

    [Fact]
    public void UTF_8_has_no_byte_order_mark() => Assert.Empty(StandardStreams.WithAsciiFallback(Encoding.UTF8).GetPreamble());
}
