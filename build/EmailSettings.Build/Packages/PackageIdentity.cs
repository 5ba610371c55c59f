using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace EmailSettings.Build.Packages;

/// <summary>The identity of a package.</summary>
internal sealed partial record PackageIdentity(string Name, string Version, string Author, string Description)
{
    /// <summary>Reads that of a staged module from its manifest.</summary>
    public static PackageIdentity OfModule(string stage)
    {
        var manifest = Directory.GetFiles(stage, "*.psd1").Single();
        var text = File.ReadAllText(manifest);
        return new PackageIdentity(Path.GetFileNameWithoutExtension(manifest), Value("ModuleVersion"), Value("Author"), Value("Description"));

        string Value(string key) => Entry().Matches(text).FirstOrDefault(match => match.Groups[1].Value == key)?.Groups[2].Value.Replace("''", "'", StringComparison.Ordinal)
            ?? throw new BuildException($"{manifest}: no {key}");
    }

    /// <summary>Reads that of an unpacked NuGet package from its nuspec.</summary>
    public static PackageIdentity OfPackage(string folder)
    {
        var nuspec = Directory.GetFiles(folder, "*.nuspec").Single();
        var metadata = XDocument.Load(nuspec).Root!.Elements().First();
        return new PackageIdentity(Value("id"), Value("version"), Value("authors"), Value("description"));

        string Value(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value ?? throw new BuildException($"{nuspec}: no {name}");
    }

    [GeneratedRegex(@"^\s*(\w+)\s*=\s*'((?:[^']|'')*)'", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
