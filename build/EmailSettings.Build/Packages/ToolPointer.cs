using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace EmailSettings.Build.Packages;

/// <summary>The settings of a tool package that contains no program but refers to packages by platform.</summary>
internal sealed class ToolPointer
{
    private const string Glibc = "linux-", Musl = "linux-musl-";
    private readonly XDocument _settings;

    private ToolPointer(XDocument settings)
    {
        _settings = settings;
        MapMuslToPortable();
    }

    /// <summary>Gets the packages it refers to, each once.</summary>
    public IEnumerable<string> Packages => Named.Select(package => package.Attribute("Id")!.Value).Distinct(StringComparer.Ordinal);

    private IEnumerable<XElement> Named => _settings.Descendants("RuntimeIdentifierPackage");

    /// <summary>Parses settings written by the SDK; null if they are those of a program.</summary>
    public static ToolPointer? Read(byte[] settings)
    {
        using var stream = new MemoryStream(settings);
        var document = XDocument.Load(stream);
        return document.Descendants("RuntimeIdentifierPackage").Any() ? new ToolPointer(document) : null;
    }

    /// <summary>Writes the settings, the same bytes on every system.</summary>
    public byte[] Write()
    {
        using var stream = new MemoryStream();
        var format = new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };
        using (var writer = XmlWriter.Create(stream, format)) _settings.Save(writer);
        return stream.ToArray();
    }

    // A system with musl matches one with glibc unless there is a closer match, but programs linked with glibc do not start
    // there.
    private void MapMuslToPortable()
    {
        if (Named.FirstOrDefault(package => Platform(package) == "any") is not { } portable) return;
        var platforms = Named.Select(Platform).ToList();
        var musl = platforms.Where(platform => platform.StartsWith(Glibc, StringComparison.Ordinal) && !platform.StartsWith(Musl, StringComparison.Ordinal))
            .Select(platform => Musl + platform[Glibc.Length..]).Except(platforms);
        portable.AddBeforeSelf(musl.Select(platform => new XElement(portable.Name, new XAttribute("RuntimeIdentifier", platform), portable.Attribute("Id"))));
    }

    private static string Platform(XElement package) => package.Attribute("RuntimeIdentifier")!.Value;
}
