using System.Text.RegularExpressions;

namespace EmailSettings.Messages.Reading;

/// <summary>Tells what a file is by its first bytes; its name does not count.</summary>
public static partial class MessageFile
{
    private const int PeekBytes = 8 * 1024;

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>What the stream holds.</summary>
    /// <param name="stream">The file; seekable. Its position is set to the beginning.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static MessageFileKind Recognize(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Position = 0;
        var start = new byte[PeekBytes];
        var length = stream.ReadAtLeast(start, PeekBytes, throwOnEndOfStream: false);
        stream.Position = 0;
        return Recognize(start.AsSpan(0, length));
    }

    internal static MessageFileKind Recognize(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty)
            return MessageFileKind.Empty;
        if (start.StartsWith(CompoundFile))
            return MessageFileKind.OutlookItem;
        if (start.StartsWith("From "u8))
            return MessageFileKind.Mailbox;
        if (start.StartsWith(ByteOrderMark))
            start = start[ByteOrderMark.Length..];
        var text = System.Text.Encoding.Latin1.GetString(start);
        return FirstField().IsMatch(text) || UsualField().IsMatch(text) ? MessageFileKind.Message : MessageFileKind.Other;
    }

    // A field's name and its colon where the file begins, blank lines skipped (RFC 5322 section 2.2).
    [GeneratedRegex(@"^(?:[ \t]*[\r\n])*[A-Za-z0-9][A-Za-z0-9_.-]{0,99}[ \t]*:", RegexOptions.CultureInvariant)]
    private static partial Regex FirstField();

    // Something may stand before the header, such as what a program wrote when it saved the mail.
    [GeneratedRegex(@"(?:^|[\r\n])(?:From|To|Subject|Date|Received|Message-ID|MIME-Version|Return-Path)[ \t]*:", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex UsualField();
}
