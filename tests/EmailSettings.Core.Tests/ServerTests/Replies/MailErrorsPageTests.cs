using EmailSettings.Testing;

namespace EmailSettings.Core.Tests.ServerTests.Replies;

public sealed class MailErrorsPageTests
{
    [Fact]
    public void The_page_of_mail_errors_is_current()
    {
        var file = Path.Combine(Repository.Root, "docs", "mail-errors.md");
        var page = MailErrorsPage.Write();
        if (Environment.GetEnvironmentVariable("EMAILSETTINGS_WRITE_PAGES") is { Length: > 0 }) File.WriteAllText(file, page);
        Assert.True(page == File.ReadAllText(file).ReplaceLineEndings("\n"), "docs/mail-errors.md is outdated: run this test with EMAILSETTINGS_WRITE_PAGES set.");
    }
}
