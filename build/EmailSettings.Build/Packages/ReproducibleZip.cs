using System.IO.Compression;
using System.Text;

namespace EmailSettings.Build.Packages;

/// <summary>
/// Writes zip archives whose bytes depend only on their content: entries in ordinal order, one fixed time, no system attributes.
/// </summary>
internal static class ReproducibleZip
{
    // The earliest time in a zip file.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes an archive.</summary>
    public static void Write(string file, IReadOnlyDictionary<string, byte[]> entries)
    {
        using var stream = File.Create(file);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: false, Encoding.UTF8);
        foreach (var (name, content) in entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var entry = archive.CreateEntry(name, CompressionLevel.SmallestSize);
            entry.LastWriteTime = Time;
            entry.ExternalAttributes = 0;
            using var target = entry.Open();
            target.Write(content);
        }
    }

    /// <summary>
    /// Writes a NuGet package from the parts of another; the part that NuGet names at random gets a fixed name.
    /// </summary>
    public static void WritePackage(string file, Dictionary<string, byte[]> parts)
    {
        if (parts.Keys.FirstOrDefault(name => name.EndsWith(".psmdcp", StringComparison.Ordinal)) is { } properties) RenameProperties(parts, properties);
        Write(file, parts);
    }

    private static void RenameProperties(Dictionary<string, byte[]> entries, string properties)
    {
        const string Fixed = "package/services/metadata/core-properties/properties.psmdcp";
        entries[Fixed] = entries[properties];
        if (properties != Fixed) entries.Remove(properties);
        // Relationship ids are random too; the package has the nuspec and the properties.
        entries["_rels/.rels"] = Encoding.UTF8.GetBytes(Relations(
            entries.Keys.Single(name => name.EndsWith(".nuspec", StringComparison.Ordinal) && !name.Contains('/', StringComparison.Ordinal)), Fixed));
    }

    /// <summary>Gets the relationships of a NuGet package (ISO/IEC 29500-2): to its nuspec and, if any, its properties.</summary>
    public static string Relations(string nuspec, string? properties = null) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Type="http://schemas.microsoft.com/packaging/2010/07/manifest" Target="/{nuspec}" Id="manifest" />{(properties is null ? "" : $"""

          <Relationship Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="/{properties}" Id="properties" />
        """)}
        </Relationships>

        """;
}
