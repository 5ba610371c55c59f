using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Documents;

/// <summary>Documents as files.</summary>
internal static class DocumentFile
{
    /// <summary>The bytes of a document.</summary>
    /// <exception cref="EmailSettingsException"><see cref="StoreErrors.FileNotFound"/> or <see cref="StoreErrors.FileUnusable"/>.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllBytes(path) : throw StoreErrors.FileNotFound.Error("document", path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.FileUnusable.Error("document", path, detail: e.Message, inner: e);
        }
    }

    /// <summary>Writes a new file for its owner alone.</summary>
    /// <exception cref="EmailSettingsException"><see cref="StoreErrors.FileExists"/> or <see cref="StoreErrors.FileUnusable"/>.</exception>
    public static void WriteNew(string path, ReadOnlySpan<byte> utf8)
    {
        if (Path.Exists(path)) throw StoreErrors.FileExists.Error("document", path);
        try
        {
            using var file = OwnerOnlyFile.CreateNew(path);
            file.Write(utf8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.FileUnusable.Error("document", path, detail: e.Message, inner: e);
        }
    }
}
