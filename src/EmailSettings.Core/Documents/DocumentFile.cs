using EmailSettings.Core.Files;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Documents;

/// <summary>Reads and writes document files.</summary>
internal static class DocumentFile
{
    /// <summary>Reads the bytes of a document; an oversized file is read only as far as needed to refuse it.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="StoreErrors.FileNotFound"/>, <see cref="StoreErrors.FileUnusable"/> or
    /// <see cref="StoreErrors.DocumentTooLarge"/>.
    /// </exception>
    public static byte[] Read(string path)
    {
        if (!File.Exists(path)) throw StoreErrors.FileNotFound.Error("document", path);
        try
        {
            using var file = HeldFile.OpenRead(path);
            return DocumentImport.ReadContent(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.FileUnusable.Error("document", path, detail: e.Message, inner: e);
        }
    }

    /// <summary>Writes a new file that only its owner can access.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="StoreErrors.FileExists"/> or <see cref="StoreErrors.FileUnusable"/>.
    /// </exception>
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

    /// <summary>Atomically writes a file that only its owner can access.</summary>
    /// <param name="path">The file.</param>
    /// <param name="utf8">The content.</param>
    /// <param name="overwrites">Whether to overwrite an existing file.</param>
    /// <exception cref="EmailSettingsException">
    /// <see cref="StoreErrors.FileExists"/> or <see cref="StoreErrors.FileUnusable"/>.
    /// </exception>
    public static void Write(string path, ReadOnlySpan<byte> utf8, bool overwrites)
    {
        RefuseExisting(path, overwrites);
        try
        {
            OwnerOnlyFile.Write(path, utf8, overwrites);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            RefuseExisting(path, overwrites);
            throw StoreErrors.FileUnusable.Error("document", path, detail: e.Message, inner: e);
        }
    }

    /// <summary>Throws if the file exists and may not be overwritten.</summary>
    /// <exception cref="EmailSettingsException"><see cref="StoreErrors.FileExists"/>.</exception>
    public static void RefuseExisting(string path, bool overwrites)
    {
        if (!overwrites && Path.Exists(path))
            throw new EmailSettingsException([StoreErrors.FileExists.At("document", path) with { StepTemplate = StoreErrors.OverwriteStep }]);
    }
}
