using ArchUnitNET.Domain;

namespace EmailSettings.Architecture.Tests;

public sealed class FolderOrderTests
{
    private const string Core = "EmailSettings.Core";

    [Fact]
    public void Every_type_of_Core_is_in_a_listed_folder()
    {
        Assert.Empty(ProjectStructure.TypesOf(Core).Where(type => !ProjectStructure.CoreFolders.Contains(FolderOf(type))).Select(type => type.FullName));
    }

    [Fact]
    public void Every_listed_folder_has_types()
    {
        Assert.Equal(ProjectStructure.CoreFolders.Order(StringComparer.Ordinal), ProjectStructure.TypesOf(Core).Select(FolderOf).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(AllFolders))]
    public void A_folder_uses_only_those_before_it(string folder)
    {
        var own = Array.IndexOf(ProjectStructure.CoreFolders, folder);
        var against = ProjectStructure.Uses(ProjectStructure.TypesOf(Core).Where(type => FolderOf(type) == folder))
            .Where(use => use.Used.FullName.StartsWith($"{Core}.", StringComparison.Ordinal) && Array.IndexOf(ProjectStructure.CoreFolders, FolderOf(use.Used)) > own)
            .Select(use => $"{use.User.FullName} uses {use.Used.FullName}");
        Assert.Equal("", string.Join(Environment.NewLine, against));
    }

    public static TheoryData<string> AllFolders() => [.. ProjectStructure.CoreFolders];

    private static string FolderOf(IType type) => type.Namespace.FullName is { Length: > 0 } name && name.StartsWith($"{Core}.", StringComparison.Ordinal)
        ? name[(Core.Length + 1)..].Split('.')[0]
        : "";
}
