using ArchUnitNET.Domain;

namespace EmailSettings.Architecture.Tests;

public sealed class ProjectOrderTests
{
    [Theory]
    [InlineData("EmailSettings.Mail", "EmailSettings.Core", "EmailSettings.PowerShell", "EmailSettings.Loader", "EmailSettings.Cli")]
    [InlineData("EmailSettings.Core", "EmailSettings.PowerShell", "EmailSettings.Loader", "EmailSettings.Cli")]
    [InlineData("EmailSettings.Messages", "EmailSettings.Mail", "EmailSettings.Core", "EmailSettings.PowerShell", "EmailSettings.Loader", "EmailSettings.Cli")]
    [InlineData("EmailSettings.PowerShell", "EmailSettings.Loader", "EmailSettings.Cli", "Microsoft.Data", "SQLitePCL")]
    [InlineData("EmailSettings.Cli", "EmailSettings.PowerShell", "EmailSettings.Loader", "Microsoft.Data", "SQLitePCL")]
    [InlineData("EmailSettings.Loader", "EmailSettings.Core", "EmailSettings.Mail", "EmailSettings.Cli")]
    public void A_project_depends_neither_on_those_above_it_nor_on_forbidden_libraries(string project, params string[] unknown)
    {
        var against = ProjectStructure.Uses(ProjectStructure.TypesOf(project == "EmailSettings.Cli" ? "emailsettings" : project))
            .Where(use => unknown.Any(name => IsIn(use.Used.FullName, name)));
        Assert.Equal("", Lines(against));
    }

    [Theory]
    [InlineData("System.Management.Automation", "EmailSettings.PowerShell", "EmailSettings.Loader")]
    [InlineData("Microsoft.Identity.Client", "EmailSettings.Core.OAuth")]
    [InlineData("MimeKit", "EmailSettings.Messages")]
    [InlineData("MailKit", "EmailSettings.Messages")]
    [InlineData("SQLitePCL", "EmailSettings.Core.Storage.Sqlite")]
    [InlineData("DnsClient", "EmailSettings.Core.ServerTests.SenderDomains")]
    [InlineData("System.CommandLine", "EmailSettings.Cli")]
    public void A_library_is_used_only_where_it_is_allowed(string library, params string[] places)
    {
        var users = ProjectStructure.Architecture.Types.Where(type => type.FullName.StartsWith("EmailSettings.", StringComparison.Ordinal));
        var uses = ProjectStructure.Uses(users).Where(use => IsIn(use.Used.FullName, library)).ToList();
        Assert.NotEmpty(uses);
        Assert.Equal("", Lines(uses.Where(use => !places.Any(place => IsIn(use.User.FullName, place)))));
    }

    private static string Lines(IEnumerable<(IType User, IType Used)> uses) =>
        string.Join(Environment.NewLine, uses.Select(use => $"{use.User.FullName} uses {use.Used.FullName}"));

    private static bool IsIn(string type, string place) =>
        type.StartsWith($"{place}.", StringComparison.Ordinal) || type.StartsWith($"{place}+", StringComparison.Ordinal);
}
