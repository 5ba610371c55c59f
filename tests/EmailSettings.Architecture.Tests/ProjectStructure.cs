using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace EmailSettings.Architecture.Tests;

/// <summary>The built assemblies and the order of Core's folders.</summary>
internal static class ProjectStructure
{
    /// <summary>The folders of Core in order: each uses only those before it.</summary>
    public static readonly string[] CoreFolders =
    [
        "Findings", "Files", "Hosting", "Settings", "Certificates", "Secrets", "Storage", "Access", "Vault", "Changes", "Documents", "OAuth", "Judging", "ServerTests", "Health", "Operations", "Presentation",
    ];

    // By name, because the cmdlets' types cannot be loaded without PowerShell. Throws if an assembly is missing.
    private static readonly System.Reflection.Assembly[] Assemblies =
        [.. new[] { "EmailSettings.Mail", "EmailSettings.Messages", "EmailSettings.Core", "EmailSettings.PowerShell", "EmailSettings.Loader", "emailsettings" }.Select(name => System.Reflection.Assembly.Load(name))];

    public static readonly ArchUnitNET.Domain.Architecture Architecture = new ArchLoader().LoadAssemblies(Assemblies).Build();

    /// <summary>Gets the types that an assembly defines.</summary>
    public static IReadOnlyList<IType> TypesOf(string assembly)
    {
        var types = Architecture.Types.Where(type => type.Assembly.Name.Split(',')[0] == assembly && type.Namespace.FullName.Length > 0).ToList();
        Assert.NotEmpty(types);
        return types;
    }

    /// <summary>Gets the types' dependencies as "user → used".</summary>
    public static IEnumerable<(IType User, IType Used)> Uses(IEnumerable<IType> types) =>
        types.SelectMany(type => type.Dependencies.Select(dependency => (type, dependency.Target))).Distinct();
}
