namespace EmailSettings.Messages.Reading;

/// <summary>One leaf of a message: a body or an attachment. A message within the message is one leaf.</summary>
public sealed record MessagePart
{
    /// <summary>Media type, lower case: <c>text/plain</c>.</summary>
    public required string MediaType { get; init; }

    /// <summary>File name as the sender meant it, or null. From outside: it may hold anything.</summary>
    public string? Name { get; init; }

    /// <summary>Content-Disposition is inline, or the part has a Content-ID within multipart/related.</summary>
    public bool IsInline { get; init; }

    /// <summary>Charset as named, or null.</summary>
    public string? Charset { get; init; }

    /// <summary>Transfer encoding as named, lower case, or null.</summary>
    public string? TransferEncoding { get; init; }

    /// <summary>Bytes after the transfer encoding is undone.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>SHA-256 of these bytes, lower-case hex, where asked for.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Of a body: it holds a character that is not white space.</summary>
    public bool HasText { get; init; }

    /// <summary>Of a body: its beginning, where asked for.</summary>
    public string? Text { get; init; }

    /// <summary>Of a body: whether its bytes are what its charset says.</summary>
    public CharsetFit CharsetFit { get; init; }

    /// <summary>Of a body: its text in the charset of <see cref="MessageReadOptions.RewriteCharset"/>, where asked for.</summary>
    public RewrittenText? Rewritten { get; init; }

    /// <summary>What the bytes ask of a transfer encoding, where asked for.</summary>
    public ContentProfile? Profile { get; init; }
}
