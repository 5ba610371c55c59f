using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;

namespace EmailSettings.Core.Documents;

/// <summary>What to import and how.</summary>
/// <param name="Path">The document's file; where <see cref="Content"/> is given, only what it is called.</param>
public sealed record DocumentImport(string Path)
{
    /// <summary>The document itself, in UTF-8, where it does not come from a file; null to read the file.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>Incoming servers that the document's list lacks are removed.</summary>
    public bool Prune { get; init; }

    /// <summary>Secrets handed in by purpose; they win over protected ones in the document. The caller disposes them.</summary>
    public IReadOnlyDictionary<SecretPurpose, SecretText> Secrets { get; init; } = new Dictionary<SecretPurpose, SecretText>();

    /// <summary>
    /// The content of a document from a stream that may be without an end: no more is read than it takes to refuse it.
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
