using System.Text;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;

namespace EmailSettings.Core.Documents.Comparing;

/// <summary>
/// A file of patterns to exclude from a comparison, one per line; empty lines and those beginning with # are ignored.
/// </summary>
public static class IgnoreFile
{
    private const int MaxBytes = 1024 * 1024;

    /// <summary>Reads the patterns.</summary>
    /// <exception cref="EmailSettingsException"><see cref="StoreErrors.FileNotFound"/> or
    /// <see cref="StoreErrors.FileUnusable"/>.</exception>
    public static IReadOnlyList<PathPattern> Read(string path)
    {
        if (!File.Exists(path)) throw StoreErrors.FileNotFound.Error("ignore", path);
        try
        {
            if (new FileInfo(path).Length > MaxBytes) throw StoreErrors.FileUnusable.Error("ignore", path, detail: "it is larger than 1 MB");
            return [.. File.ReadLines(path, Encoding.UTF8).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').Select(line => new PathPattern(line))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.FileUnusable.Error("ignore", path, detail: e.Message, inner: e);
        }
    }
}
