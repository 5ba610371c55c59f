namespace EmailSettings.Messages.Reading;

/// <summary>A leaf part of a message: a body or an attachment. A message within the message is one leaf.</summary>
public sealed record MessagePart
{
    /// <summary>Media type, lower case: <c>text/plain</c>.</summary>
    public required string MediaType { get; init; }

    /// <summary>The file name given by the sender; null if none. Untrusted: it may contain anything.</summary>
    public string? Name { get; init; }

    /// <summary>Whether Content-Disposition is inline, or the part has a Content-ID within multipart/related.</summary>
    public bool IsInline { get; init; }

    /// <summary>The declared charset; null if none.</summary>
    public string? Charset { get; init; }

    /// <summary>The declared transfer encoding, lower case; null if none.</summary>
    public string? TransferEncoding { get; init; }

    /// <summary>The number of bytes after decoding.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>The SHA-256 of these bytes, lower-case hex, if requested.</summary>
    public string? Sha256 { get; init; }

    /// <summary>For a body: whether it contains a character other than white space.</summary>
    public bool HasText { get; init; }

    /// <summary>For a body: its beginning, if requested.</summary>
    public string? Text { get; init; }

    /// <summary>For a body: whether its bytes match its charset.</summary>
    public CharsetFit CharsetFit { get; init; }

    /// <summary>For a body: its text in <see cref="MessageReadOptions.RewriteCharset"/>, if requested.</summary>
    public RewrittenText? Rewritten { get; init; }

    /// <summary>The properties that restrict its transfer encoding, if requested.</summary>
    public ContentProfile? Profile { get; init; }
}
