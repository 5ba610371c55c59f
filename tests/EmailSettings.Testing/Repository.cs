namespace EmailSettings.Testing;

/// <summary>Paths in the repository that the tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The staged module.</summary>
    public static string Stage => Path.Combine(Root, "out", "stage", "EmailSettings");

    /// <summary>The packages built with this project.</summary>
    public static string Packages => Path.Combine(Root, "out", "packages");

    /// <summary>The project of the command line.</summary>
    public static string CommandLine => Path.Combine(Root, "src", "EmailSettings.Cli", "EmailSettings.Cli.csproj");

    /// <summary>The folder for the counts of all suites.</summary>
    public static string Results => Path.Combine(Root, "out", "test-results");

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "EmailSettingsPS.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
