using System.Text;
using MimeKit;

namespace EmailSettings.Messages.Reading;

/// <summary>
/// Recovers what MimeKit loses: multiparts without a boundary parameter, and lines that end in a bare CR. It creates a repaired
/// stream to be read instead of the original.
/// </summary>
internal static class MessageRecovery
{
    private const int PeekBytes = 64 * 1024;
    private const int MaxBoundary = 200;

    /// <summary>Whether lines end in a bare CR, judging from the beginning.</summary>
    public static bool HasBareCarriageReturns(ReadOnlySpan<byte> start) => start.Contains((byte)'\r') && !start.Contains((byte)'\n');

    /// <summary>Gets the stream with a boundary for each of the multiparts; null if none can be found.</summary>
    /// <param name="source">The original stream.</param>
    /// <param name="fields">Their Content-Type fields.</param>
    /// <param name="options">The parser's options.</param>
    /// <param name="repairs">The repairs made.</param>
    public static PatchedStream? AddBoundaries(Stream source, IEnumerable<Header> fields, ParserOptions options, ref MessageRepairs repairs)
    {
        var patches = new List<(long Begin, long End, byte[] Bytes)>();
        foreach (var field in fields)
        {
            if (field.Offset is not { } begin)
                continue;
            var end = begin + field.RawField.Length + 1 + field.RawValue.Length;
            var type = LenientContentType.Repair(field, options)?.Type ?? new ContentType("multipart", "mixed");
            if (type.Boundary is null)
            {
                if (GuessBoundary(source, end) is not { } guess)
                    continue;
                type = new ContentType(type.MediaType, type.MediaSubtype) { Boundary = guess };
                repairs |= MessageRepairs.Boundary;
            }
            else
            {
                repairs |= MessageRepairs.ContentType;
            }

            patches.Add((begin, end, Encoding.Latin1.GetBytes($"Content-Type: {type.MediaType}/{type.MediaSubtype}; boundary=\"{type.Boundary}\"\r\n")));
        }

        return patches.Count == 0 ? null : new PatchedStream(source, 0, source.Length, patches);
    }

    // The first line after the header that starts with two hyphens and is followed by something like a header.
    private static string? GuessBoundary(Stream source, long from)
    {
        source.Position = from;
        var peek = new byte[PeekBytes];
        var lines = Encoding.Latin1.GetString(peek, 0, source.ReadAtLeast(peek, peek.Length, throwOnEndOfStream: false)).Split('\n');
        var isBody = false;
        for (var i = 0; i < lines.Length - 1; i++)
        {
            var line = lines[i].TrimEnd();
            isBody |= line.Length == 0;
            if (isBody && line.Length is > 2 and <= MaxBoundary && line.StartsWith("--", StringComparison.Ordinal) && !line.Contains('"', StringComparison.Ordinal)
                && IsHeader(lines[i + 1]))
            {
                return line[2..];
            }
        }

        return null;
    }

    private static bool IsHeader(string line) =>
        line.Trim().Length == 0 || line.StartsWith("Content-", StringComparison.OrdinalIgnoreCase);
}
