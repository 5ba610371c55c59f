using System.Text.RegularExpressions;

namespace EmailSettings.Build.Packages;

/// <summary>What the manifest says about the module.</summary>
internal sealed partial record ModuleIdentity(string Name, string Version, string Author, string Description)
{
    public static ModuleIdentity Read(string stage)
    {
        var manifest = Directory.GetFiles(stage, "*.psd1").Single();
        var text = File.ReadAllText(manifest);
        return new ModuleIdentity(Path.GetFileNameWithoutExtension(manifest), Value("ModuleVersion"), Value("Author"), Value("Description"));

        string Value(string key) => Entry().Matches(text).FirstOrDefault(match => match.Groups[1].Value == key)?.Groups[2].Value.Replace("''", "'", StringComparison.Ordinal)
            ?? throw new BuildException($"{manifest}: no {key}");
    }

    [GeneratedRegex(@"^\s*(\w+)\s*=\s*'((?:[^']|'')*)'", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
