using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Documents;

/// <summary>Documents as files.</summary>
internal static class DocumentFile
{
    /// <summary>The bytes of a document; of a larger file no more is read than it takes to refuse it.</summary>
    /// <exception cref="EmailSettingsException"> <see cref="StoreErrors.FileNotFound"/>, <see cref="StoreErrors.FileUnusable"/>
    /// or <see cref="StoreErrors.DocumentTooLarge"/>. </exception>
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
    /// <exception cref="EmailSettingsException"><see cref="StoreErrors.FileExists"/> or
    /// <see cref="StoreErrors.FileUnusable"/>.</exception>
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

    /// <summary>
    /// Writes a file for its owner alone, whole or not at all: aside first, then in the place of one that may be there.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="utf8">Its content.</param>
    /// <param name="overwrites">An existing file is replaced.</param>
    /// <exception cref="EmailSettingsException"><see cref="StoreErrors.FileExists"/> or
    /// <see cref="StoreErrors.FileUnusable"/>.</exception>
    public static void Write(string path, ReadOnlySpan<byte> utf8, bool overwrites)
    {
        RefuseExisting(path, overwrites);
        var aside = $"{path}.{Guid.NewGuid():N}";
        try
        {
            WriteNew(aside, utf8);
            File.Move(aside, path, overwrites);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(aside);
            throw StoreErrors.FileUnusable.Error("document", path, detail: e.Message, inner: e);
        }
    }

    /// <summary>Refuses a file that is there already, unless it may be replaced.</summary>
    /// <exception cref="EmailSettingsException"><see cref="StoreErrors.FileExists"/>.</exception>
    public static void RefuseExisting(string path, bool overwrites)
    {
        if (!overwrites && Path.Exists(path))
            throw new EmailSettingsException([StoreErrors.FileExists.At("document", path) with { StepTemplate = StoreErrors.OverwriteStep }]);
    }
}
