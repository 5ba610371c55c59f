using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Documents;

/// <summary>Documents as files.</summary>
internal static class DocumentFile
{
    /// <summary>The bytes of a document; of a larger file no more is read than it takes to refuse it.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="StoreErrors.FileNotFound"/>, <see cref="StoreErrors.FileUnusable"/> or <see cref="StoreErrors.DocumentTooLarge"/>.
    /// </exception>
    public static byte[] Read(string path)
    {
        if (!File.Exists(path)) throw StoreErrors.FileNotFound.Error("document", path);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            return DocumentImport.ReadContent(file);
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
