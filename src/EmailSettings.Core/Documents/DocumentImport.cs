using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;

namespace EmailSettings.Core.Documents;

/// <summary>Options of an import.</summary>
/// <param name="Path">The document's file; only a display name if <see cref="Content"/> is set.</param>
public sealed record DocumentImport(string Path)
{
    /// <summary>The UTF-8 content, if it does not come from a file; null to read the file.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>Whether to remove incoming servers that are not in the document's list.</summary>
    public bool Prune { get; init; }

    /// <summary>
    /// Secrets passed by purpose; they take precedence over protected ones in the document. The caller disposes them.
    /// </summary>
    public IReadOnlyDictionary<SecretPurpose, SecretText> Secrets { get; init; } = new Dictionary<SecretPurpose, SecretText>();

    /// <summary>
    /// Reads the content of a document from a stream, which may be endless: it is read only as far as needed to refuse it.
    /// </summary>
    /// <exception cref="EmailSettingsException"><see cref="StoreErrors.DocumentTooLarge"/>.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static byte[] ReadContent(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var content = new MemoryStream();
        var part = new byte[81_920];
        for (int length; (length = stream.Read(part)) > 0;)
        {
            content.Write(part, 0, length);
            if (content.Length > DocumentCursor.MaxLength)
                throw StoreErrors.DocumentTooLarge.Error("document", $"more than {DocumentCursor.MaxLength}", DocumentCursor.MaxLength.ToString(CultureInfo.InvariantCulture));
        }
        return content.ToArray();
    }
}
