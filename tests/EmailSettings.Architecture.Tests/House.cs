using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace EmailSettings.Architecture.Tests;

/// <summary>The built assemblies and the order of the rooms in Core.</summary>
internal static class House
{
    /// <summary>Folders of Core: each uses only those before it.</summary>
    public static readonly string[] Rooms =
    [
        "Findings", "Hosting", "Settings", "Certificates", "Secrets", "Storage", "Access", "Vault", "Changes", "Documents", "OAuth", "Judging", "ServerTests", "Health", "Operations", "Presentation",
    ];

    // By name: a type of the cmdlets cannot be named where there is no PowerShell. One that is not there throws.
    private static readonly System.Reflection.Assembly[] Assemblies =
        [.. new[] { "EmailSettings.Mail", "EmailSettings.Messages", "EmailSettings.Core", "EmailSettings.PowerShell", "EmailSettings.Loader", "emailsettings" }.Select(name => System.Reflection.Assembly.Load(name))];

    public static readonly ArchUnitNET.Domain.Architecture Architecture = new ArchLoader().LoadAssemblies(Assemblies).Build();

    /// <summary>The types that an assembly of ours defines.</summary>
    public static IReadOnlyList<IType> TypesOf(string assembly)
    {
        var types = Architecture.Types.Where(type => type.Assembly.Name.Split(',')[0] == assembly && type.Namespace.FullName.Length > 0).ToList();
        Assert.NotEmpty(types);
        return types;
    }

    /// <summary>Everything that the types use, as "user → used".</summary>
    public static IEnumerable<(IType User, IType Used)> Uses(IEnumerable<IType> types) =>
        types.SelectMany(type => type.Dependencies.Select(dependency => (type, dependency.Target))).Distinct();
}
