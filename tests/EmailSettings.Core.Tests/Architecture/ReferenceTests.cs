using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using EmailSettings.Testing;

namespace EmailSettings.Core.Tests.Architecture;

/// <summary>Who may know whom, read from the built assemblies; those that were not built yet are left out.</summary>
public sealed class ReferenceTests
{
    private const string Automation = "System.Management.Automation";

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["EmailSettings.Mail"] = [],
        ["EmailSettings.Messages"] = [],
        ["EmailSettings.Core"] = ["EmailSettings.Mail", "EmailSettings.Messages"],
        ["EmailSettings.PostgreSql"] = ["EmailSettings.Core", "EmailSettings.Mail"],
        ["EmailSettings.MailKit"] = ["EmailSettings.Mail"],
        ["EmailSettings.PowerShell"] = ["EmailSettings.PostgreSql", "EmailSettings.Core", "EmailSettings.Mail", Automation],
        ["EmailSettings.Cli"] = ["EmailSettings.PostgreSql", "EmailSettings.Core", "EmailSettings.Mail"],
        ["EmailSettings.Loader"] = [Automation],
    };

    public static TheoryData<string> Projects => [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_knows_only_those_below_it(string project)
    {
        var allowed = Assert.Contains(project, Allowed);
        foreach (var assembly in Built(project))
        {
            using var reader = new PEReader(File.OpenRead(assembly));
            var metadata = reader.GetMetadataReader();
            var known = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
                .Where(name => name.StartsWith("EmailSettings.", StringComparison.Ordinal) || name == Automation);
            Assert.Empty(known.Except(allowed));
        }
    }

    [Fact]
    public void The_core_was_built_and_is_checked() => Assert.NotEmpty(Built("EmailSettings.Core"));

    [Fact]
    public void Every_public_class_of_the_core_is_sealed_or_made_to_be_derived_from()
    {
        var open = Assembly.Load("EmailSettings.Core").GetExportedTypes()
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false });

        Assert.Empty(open);
    }

    // Of this configuration: bin/Debug/net10.0.
    private static IEnumerable<string> Built(string project)
    {
        var output = Path.GetRelativePath(Path.Combine(Repository.Root, "tests", "EmailSettings.Core.Tests"), AppContext.BaseDirectory);
        return new[] { $"{project}.dll", "emailsettings.dll" }
            .Select(file => Path.Combine(Repository.Root, "src", project, output, file))
            .Where(File.Exists);
    }
}
