using MimeKit;

namespace EmailSettings.Messages.Reading;

/// <summary>What the header of one leaf says of it.</summary>
internal sealed record LeafHeader
{
    private const string Related = "multipart/related";

    public required string MediaType { get; init; }

    public string? Name { get; init; }

    public bool IsAttachment { get; init; }

    public bool IsInline { get; init; }

    public string? Charset { get; init; }

    public string? TransferEncoding { get; init; }

    /// <summary>A text that stands for the message's body.</summary>
    public bool IsBody => !IsAttachment && Name is null && MediaType is "text/plain" or "text/html";

    /// <summary>Reads the header fields of a leaf.</summary>
    /// <param name="fields">Its Content- fields.</param>
    /// <param name="type">The content type as MimeKit understood it.</param>
    /// <param name="parent">Media type of the multipart around it, or null.</param>
    /// <param name="options">How to read.</param>
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

    // Comments and parameters are allowed nowhere here, and are met all the same.
    private static string? Token(Header? field) =>
        field?.Value.Trim().Split(' ', ';', '(', '\t')[0].Trim('"').ToLowerInvariant();

    private static string? NonEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
