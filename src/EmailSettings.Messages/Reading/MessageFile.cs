using System.Buffers;
using System.Text.RegularExpressions;

namespace EmailSettings.Messages.Reading;

/// <summary>Recognizes a file by its first bytes, not by its name.</summary>
public static partial class MessageFile
{
    private const int PeekBytes = 8 * 1024;
    private const int MaxName = 100;

    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."u8);

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Recognizes the content of a stream.</summary>
    /// <param name="stream">The file; seekable. Its position is reset to the start.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static MessageFileKind Recognize(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Position = 0;
        var start = ArrayPool<byte>.Shared.Rent(PeekBytes);
        var length = stream.ReadAtLeast(start, PeekBytes, throwOnEndOfStream: false);
        stream.Position = 0;
        var kind = Recognize(start.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(start);
        return kind;
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
        return BeginsWithField(start) || UsualField().IsMatch(System.Text.Encoding.Latin1.GetString(start)) ? MessageFileKind.Message : MessageFileKind.Other;
    }

    // A field name and its colon at the start of the file, after blank lines (RFC 5322 section 2.2).
    private static bool BeginsWithField(ReadOnlySpan<byte> start)
    {
        start = start.TrimStart(" \t\r\n"u8);
        var end = start.IndexOfAnyExcept(NameBytes);
        return end is > 0 and <= MaxName && start[end..].TrimStart(" \t"u8) is [(byte)':', ..];
    }

    // Something may precede the header, for example text added by the program that saved the mail.
    [GeneratedRegex(@"(?:^|[\r\n])(?:From|To|Subject|Date|Received|Message-ID|MIME-Version|Return-Path)[ \t]*:", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex UsualField();
}
