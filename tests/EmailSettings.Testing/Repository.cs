namespace EmailSettings.Testing;

/// <summary>Places in the repository that the tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The module as it is packed.</summary>
    public static string Stage => Path.Combine(Root, "out", "stage", "EmailSettings");

    /// <summary>The packages that the build of this project made.</summary>
    public static string Packages => Path.Combine(Root, "out", "packages");

    /// <summary>The project of the command line.</summary>
    public static string CommandLine => Path.Combine(Root, "src", "EmailSettings.Cli", "EmailSettings.Cli.csproj");

    /// <summary>Where counts for the summary of all suites are left.</summary>
    public static string Results => Path.Combine(Root, "out", "test-results");

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "EmailSettingsPS.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
