using System.Text;
using EmailSettings.Cli.Output;

namespace EmailSettings.Cli.Tests;

/// <summary>What a caller reads who decodes by a code page, as PowerShell and cmd do.</summary>
public sealed class StandardStreamTests
{
    [Theory]
    [InlineData(437, "caf\u00e9 \u2026 \u201ca\u201d \u2013 \u2019", "caf\u00e9 ... \"a\" - '")]
    [InlineData(1252, "caf\u00e9 \u2026", "caf\u00e9 \u2026")]
    [InlineData(1252, "\u041f\u043e \ud83d\ude00", "?? ?")]
    [InlineData(65001, "\u041f\u043e \ud83d\ude00 \u2026", "\u041f\u043e \ud83d\ude00 \u2026")]
    public void Text_says_in_ASCII_what_the_code_page_lacks(int codePage, string text, string read)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        Assert.Equal(read, encoding.GetString(StandardStreams.Spelled(encoding).GetBytes(text)));
    }

    [Fact]
    public void UTF_8_begins_with_no_mark() => Assert.Empty(StandardStreams.Spelled(Encoding.UTF8).GetPreamble());
}
