namespace EmailSettings.Core.Tests;

/// <summary>The repository that the tests were built from, wherever below it the build lies.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "EmailSettingsPS.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
