using System.Text.RegularExpressions;
using EmailSettings.Testing;

namespace EmailSettings.Architecture.Tests;

public sealed partial class NamespaceTests
{
    [Theory]
    [InlineData("EmailSettings.Mail")]
    [InlineData("EmailSettings.Messages")]
    [InlineData("EmailSettings.Core")]
    [InlineData("EmailSettings.PowerShell")]
    [InlineData("EmailSettings.Cli")]
    public void Namespaces_follow_folders(string project)
    {
        var folder = Path.Combine(Repository.Root, "src", project);
        var sources = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file))
            .Where(file => file.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            .Select(file => (File: file, Match: Declaration().Match(File.ReadAllText(Path.Combine(folder, file)))))
            .Where(source => source.Match.Success).ToList();
        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.Equal(Expected(project, source.File), source.Match.Groups[1].Value));
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    private static string Expected(string project, string file) =>
        string.Join('.', (string[])[project, .. file.Split(Path.DirectorySeparatorChar)[..^1]]);
}
