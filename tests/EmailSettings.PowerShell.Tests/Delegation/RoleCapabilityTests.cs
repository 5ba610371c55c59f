using EmailSettings.Core.Access;
using EmailSettings.Testing;

namespace EmailSettings.PowerShell.Tests.Delegation;

public sealed class RoleCapabilityTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "module", "RoleCapabilities");

    [Fact]
    public void Every_cmdlet_is_declared_and_every_operation_is_a_cmdlets()
    {
        Assert.Equal(CmdletContract.All.Select(cmdlet => cmdlet.Name).Order(StringComparer.Ordinal), DelegatedCmdlets.Operations.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(OperationTable.All.Except(DelegatedCmdlets.Operations.Values.SelectMany(operations => operations)));
    }

    /// <summary>Set EMAILSETTINGS_WRITE_ROLES=1 to write them instead.</summary>
    [Fact]
    public void The_role_capabilities_are_current()
    {
        var writes = Environment.GetEnvironmentVariable("EMAILSETTINGS_WRITE_ROLES") == "1";
        foreach (var role in DelegatedCmdlets.Roles)
        {
            var file = Path.Combine(Folder, $"{role.Name}.psrc");
            if (writes) File.WriteAllText(file, RoleCapabilityText.Of(role));
            Assert.Equal(RoleCapabilityText.Of(role), File.ReadAllText(file).ReplaceLineEndings("\n"));
        }
        Assert.Equal(DelegatedCmdlets.Roles.Select(role => $"{role.Name}.psrc").Order(StringComparer.Ordinal), Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_role_exposes_what_only_an_administrator_may_do() => Assert.All(DelegatedCmdlets.Roles, role =>
        Assert.DoesNotContain(DelegatedCmdlets.Of(role), cmdlet => DelegatedCmdlets.Operations[cmdlet.Name].Any(operation => operation.Right == Right.Administrator)));

    [Fact]
    public void No_role_gets_a_wildcard_a_path_a_store_or_a_script_block()
    {
        foreach (var cmdlet in DelegatedCmdlets.Roles.SelectMany(DelegatedCmdlets.Of).DistinctBy(cmdlet => cmdlet.Name))
        {
            var names = DelegatedCmdlets.Parameters(cmdlet).ToList();
            Assert.DoesNotContain(names, name => name.Contains('*', StringComparison.Ordinal) || name.EndsWith("Path", StringComparison.Ordinal) || name is "Store" or "CaCertificate" or "OutFile");
            Assert.DoesNotContain(cmdlet.Parameters, parameter => names.Contains(parameter.Name) && parameter.PropertyType.Name is "ScriptBlock" or "FileInfo" or "Uri" or "IWebProxy" && cmdlet.Verb is "Test" or "Send");
            if (cmdlet.Verb is "Test" or "Send") Assert.DoesNotContain(names, name => name is "MailHost" or "Port" or "Address");
        }
    }
}
