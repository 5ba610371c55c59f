using MimeKit;

namespace EmailSettings.Messages.Reading;

/// <summary>The parsed header of a leaf part.</summary>
internal sealed record LeafHeader
{
    private const string Related = "multipart/related";

    public required string MediaType { get; init; }

    public string? Name { get; init; }

    public bool IsAttachment { get; init; }

    public bool IsInline { get; init; }

    public string? Charset { get; init; }

    public string? TransferEncoding { get; init; }

    /// <summary>Whether the text is part of the message's body.</summary>
    public bool IsBody => !IsAttachment && Name is null && MediaType is "text/plain" or "text/html";

    /// <summary>Parses the header fields of a leaf.</summary>
    /// <param name="fields">Its Content- fields.</param>
    /// <param name="type">The content type as parsed by MimeKit.</param>
    /// <param name="parent">The media type of the enclosing multipart; null if none.</param>
    /// <param name="options">The parser's options.</param>
    public static LeafHeader Read(ContentFields fields, ContentType type, string? parent, ParserOptions options)
    {
        var loose = fields.Type is { } raw ? LenientContentType.Repair(raw, options) : null;
        type = loose?.Type ?? type;
        var disposition = fields.Disposition is { } value && ContentDisposition.TryParse(options, value.RawValue, out var parsed) ? parsed : null;
        var name = NonEmpty(disposition?.FileName) ?? NonEmpty(type.Name);
        var isInline = disposition?.Disposition.Equals(ContentDisposition.Inline, StringComparison.OrdinalIgnoreCase) == true;
        return new LeafHeader
        {
            MediaType = type.MimeType.ToLowerInvariant(),
            Name = name,
            IsAttachment = disposition?.IsAttachment == true,
            IsInline = isInline || (fields.HasContentId && parent == Related),
            Charset = NonEmpty(type.Charset),
            TransferEncoding = NonEmpty(Token(fields.TransferEncoding) ?? loose?.TransferEncoding),
        };
    }

    public MessagePart Part(long size) => new()
    {
        MediaType = MediaType,
        Name = Name,
        IsInline = IsInline,
        Charset = Charset,
        TransferEncoding = TransferEncoding,
        SizeBytes = size,
    };

    // Comments and parameters are not allowed here, but occur.
    private static string? Token(Header? field) =>
        field?.Value.Trim().Split(' ', ';', '(', '\t')[0].Trim('"').ToLowerInvariant();

    private static string? NonEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
