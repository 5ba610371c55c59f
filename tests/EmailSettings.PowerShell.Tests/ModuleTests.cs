using EmailSettings.Core.Findings;
using EmailSettings.Testing;

namespace EmailSettings.PowerShell.Tests;

/// <summary>The module's own suite, which needs a real PowerShell.</summary>
public sealed class ModuleTests
{
    private const string Finding = "a finding in the reports of the Test cmdlets, never an error record";
    private const string Windows = "needs a key that Windows keeps";

    // Ids in the tables that no cmdlet reports as an error, or not on this system.
    private static readonly Dictionary<string, string> NotSeen = new(StringComparer.Ordinal)
    {
        [SecretErrors.AccountCannotUseKey.Id] = Finding,
        [SecretErrors.CertificateKeyNotExportable.Id] = Windows,
        [SecretErrors.CertificateKeyUnusable.Id] = Windows,
        [StoreErrors.StoreFolderNotOwn.Id] = "needs an access list of Windows",
        [InternalErrors.InternalFault.Id] = "a bug, of which none is known",
        [HistoryErrors.HistoryIncomplete.Id] = "takes a history that is not that of the settings, which no call makes",
        [SecretErrors.SecretWithoutTarget.Id] = "takes a secret of an earlier version, which no call makes",
        [ServerTestErrors.ServerNotNamed.Id] = "given by the command line alone: a parameter of the cmdlets is mandatory",
    };

    // They cannot refuse anything: everyone may see their own rights.
    private static readonly string[] CannotFail = ["Disconnect-EmailSettingsStore", "Get-EmailSettingsRight"];

    [Fact]
    public void All_module_tests_pass_in_a_real_PowerShell_on_the_staged_module()
    {
        Skip.WithoutPowerShell();
        Assert.True(ModuleTestRun.Result.ExitCode == 0, ModuleTestRun.Result.Output);
    }

    [Fact]
    public void Every_error_of_the_tables_was_seen_by_its_id_in_that_run()
    {
        Skip.WithoutPowerShell();
        var seen = ModuleTestRun.Result.Errors.Select(error => error.Split(',')[0]).ToHashSet(StringComparer.Ordinal);
        var ids = ErrorIds();

        // Skipped tests count, by the id that their name starts with.
        List<string> missing = [.. ids.Where(id => !seen.Contains(id) && !NotSeen.ContainsKey(id) && !ModuleTestRun.Result.Skipped.Contains(id, StringComparison.Ordinal))];
        Assert.Empty(missing);
        List<string> stale = [.. NotSeen.Where(row => !ids.Contains(row.Key) || (seen.Contains(row.Key) && row.Value != Windows)).Select(row => row.Key)];
        Assert.Empty(stale);
    }

    [Fact]
    public void Every_cmdlet_was_seen_to_refuse_something_by_an_id_of_the_tables()
    {
        Skip.WithoutPowerShell();
        var ids = FindingTable.All.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        var seen = ModuleTestRun.Result.Errors.Select(error => error.Split(',')).Where(parts => parts.Length == 2 && ids.Contains(parts[0])).Select(parts => parts[1]).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(CannotFail, CmdletContract.All.Where(cmdlet => !seen.Contains(cmdlet.Type.FullName!)).Select(cmdlet => cmdlet.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_tables_of_errors_are_found() => Assert.True(ErrorIds().Count > 70);

    // Warnings have no FullyQualifiedErrorId, and findings of server tests (Stage.What) are covered by other tests.
    private static List<string> ErrorIds() =>
        [.. FindingTable.All.Where(row => row.Kind != FindingKind.Warning && !row.Id.Contains('.', StringComparison.Ordinal)).Select(row => row.Id)];
}
