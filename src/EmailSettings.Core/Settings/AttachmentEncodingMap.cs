namespace EmailSettings.Core.Settings;

/// <summary>
/// Maps file types of attachments to transfer encodings, with a fallback. The text form is <c>wav=base64;txt=7bit;*=8bit</c>;
/// <see cref="ToString"/> keeps the given order, <c>*</c> last.
/// </summary>
public sealed class AttachmentEncodingMap : IEquatable<AttachmentEncodingMap>
{
    /// <summary>Matches every file type that is not listed.</summary>
    public const string AnyType = "*";

    private readonly Dictionary<string, TransferEncoding> _byType;
    private readonly string _text;

    internal AttachmentEncodingMap(IReadOnlyList<AttachmentEncoding> pairs)
    {
        Pairs = [.. pairs.Where(pair => pair.FileType != AnyType), .. pairs.Where(pair => pair.FileType == AnyType)];
        _byType = Pairs.ToDictionary(pair => pair.FileType, pair => pair.Encoding, StringComparer.Ordinal);
        _text = string.Join(';', Pairs);
    }

    /// <summary>The documented default, <c>*=base64</c>.</summary>
    public static AttachmentEncodingMap Default { get; } = new([new(AnyType, TransferEncoding.Base64)]);

    /// <summary>The pairs in the given order, <c>*</c> last.</summary>
    public IReadOnlyList<AttachmentEncoding> Pairs { get; }

    /// <summary>The encoding of types that are not listed: that of <c>*</c>, otherwise base64.</summary>
    public TransferEncoding Fallback => _byType.GetValueOrDefault(AnyType, TransferEncoding.Base64);

    /// <summary>Returns the encoding for a file name by its last extension; a name without one gets that of <c>*</c>.</summary>
    public TransferEncoding ForFileName(string fileName)
    {
        var extension = Path.GetExtension(fileName);
        return extension.Length > 1 && _byType.TryGetValue(extension[1..].ToLowerInvariant(), out var encoding) ? encoding : Fallback;
    }

    /// <inheritdoc/>
    public bool Equals(AttachmentEncodingMap? other) => other is not null && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AttachmentEncodingMap);

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => _text;
}
