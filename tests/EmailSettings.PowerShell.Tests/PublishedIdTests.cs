using EmailSettings.Testing;

namespace EmailSettings.PowerShell.Tests;

/// <summary>A FullyQualifiedErrorId is the id of a message and the name of the cmdlet's type.</summary>
public sealed class PublishedIdTests
{
    [Fact]
    public void Every_cmdlet_ends_its_error_ids_as_published() => PublishedIds.MustBe("Cmdlet", CmdletContract.All.Select(cmdlet => cmdlet.Type.FullName!));

    [Fact]
    public void Every_error_seen_in_the_modules_own_suite_is_published()
    {
        Skip.WithoutPowerShell();
        var ids = PublishedIds.Of("Core").ToHashSet(StringComparer.Ordinal);
        var cmdlets = PublishedIds.Of("Cmdlet").ToHashSet(StringComparer.Ordinal);
        Assert.All(
            ModuleTestRun.Result.Errors.Select(error => error.Split(',')).Where(parts => parts.Length == 2 && cmdlets.Contains(parts[1]) && !IsPowerShells(parts[0])),
            parts => Assert.Contains(parts[0], ids));
    }

    // Binding and conversion fail before our cmdlets run.
    private static bool IsPowerShells(string id) => id.StartsWith("Parameter", StringComparison.Ordinal) || id.StartsWith("Cannot", StringComparison.Ordinal)
        || id is "MissingArgument" or "NamedParameterNotFound" or "PositionalParameterNotFound" or "AmbiguousParameterSet" or "MissingMandatoryParameter" or "InputObjectNotBound";
}
