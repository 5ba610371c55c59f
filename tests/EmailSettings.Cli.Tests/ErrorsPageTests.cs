using EmailSettings.Testing;

namespace EmailSettings.Cli.Tests;

public sealed class ErrorsPageTests
{
    [Fact]
    public void The_page_of_errors_is_current()
    {
        var file = Path.Combine(Repository.Root, "docs", "errors.md");
        var page = ErrorsPage.Write();
        if (Environment.GetEnvironmentVariable("EMAILSETTINGS_WRITE_PAGES") is { Length: > 0 }) File.WriteAllText(file, page);
        Assert.True(page == File.ReadAllText(file).ReplaceLineEndings("\n"), "docs/errors.md is outdated: run this test with EMAILSETTINGS_WRITE_PAGES set.");
    }
}
