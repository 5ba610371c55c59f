using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using EmailSettings.Testing;

namespace EmailSettings.Architecture.Tests;

/// <summary>The references of each assembly, read from those built with these tests.</summary>
public sealed class ReferenceTests
{
    private const string Automation = "System.Management.Automation";

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["EmailSettings.Mail"] = [],
        ["EmailSettings.Messages"] = [],
        ["EmailSettings.Core"] = ["EmailSettings.Mail", "EmailSettings.Messages"],
        ["EmailSettings.PowerShell"] = ["EmailSettings.Core", "EmailSettings.Mail", Automation],
        ["EmailSettings.Cli"] = ["EmailSettings.Core", "EmailSettings.Mail"],
        ["EmailSettings.Loader"] = [Automation],
    };

    public static TheoryData<string> Projects => [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_those_below_it(string project)
    {
        var allowed = Assert.Contains(project, Allowed);
        using var reader = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, project == "EmailSettings.Cli" ? "emailsettings.dll" : $"{project}.dll")));
        var metadata = reader.GetMetadataReader();
        var known = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
            .Where(name => name.StartsWith("EmailSettings.", StringComparison.Ordinal) || name == Automation);
        Assert.Empty(known.Except(allowed));
    }

    [Fact]
    public void Every_public_class_of_the_core_is_sealed_or_made_to_be_derived_from()
    {
        var classes = Assembly.Load("EmailSettings.Core").GetExportedTypes().Where(type => type.IsClass).ToList();
        Assert.NotEmpty(classes);
        Assert.DoesNotContain(classes, type => type is { IsSealed: false, IsAbstract: false });
    }
}
