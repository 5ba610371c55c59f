using EmailSettings.Cli.Output;

namespace EmailSettings.Cli.Tests;

/// <summary>The width of pages on terminals.</summary>
public sealed class PageWidthTests
{
    [Theory]
    [InlineData(80, null, 80)]
    [InlineData(60, "", 60)]
    [InlineData(100, null, 100)]
    [InlineData(250, null, 100)]
    [InlineData(20, null, 40)]
    [InlineData(0, null, 80)]
    public void The_width_follows_the_terminal_within_limits(int window, string? columns, int width) => Assert.Equal(width, PageWidth.OfTerminal(columns, window));

    [Theory]
    [InlineData("72", 72)]
    [InlineData("1000", 100)]
    [InlineData("1", 40)]
    [InlineData("0", 90)]
    [InlineData("-5", 90)]
    [InlineData("wide", 90)]
    [InlineData("99999999999", 90)]
    public void COLUMNS_takes_precedence_over_the_terminal_if_valid(string columns, int width) => Assert.Equal(width, PageWidth.OfTerminal(columns, 90));

    [Fact]
    public void Redirected_output_has_the_fixed_width()
    {
        using var home = new CommandLineHome();
        var wide = home.Run("test", "all").Output;
        home.Variables["COLUMNS"] = "40";

        Assert.Equal(wide, home.Run("test", "all").Output);
        Assert.Contains(wide.Split('\n'), line => line.Length > 80);
    }
}
