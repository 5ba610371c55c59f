using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace EmailSettings.Core.Findings;

/// <summary>Creates all JSON writers (RFC 8259), for one output format: UTF-8, with non-ASCII letters unescaped.</summary>
public static class JsonWriters
{
    // Not safe to embed in HTML.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Other characters are escaped as \uXXXX (RFC 8259 section 7).
    private static readonly JsonWriterOptions Ascii = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin) };

    // The same line breaks on every system.
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Creates a writer for one line.</summary>
    /// <param name="stream">The output.</param>
    /// <param name="isAscii">Whether to write only ASCII, for consumers that do not read UTF-8.</param>
    public static Utf8JsonWriter OneLine(Stream stream, bool isAscii) => new(stream, isAscii ? Ascii : Compact);

    /// <summary>Creates an indented writer, for people to read and to compare.</summary>
    /// <param name="buffer">The output.</param>
    public static Utf8JsonWriter ManyLines(IBufferWriter<byte> buffer) => new(buffer, Indented);

    /// <summary>Returns one line of JSON without the line break.</summary>
    /// <param name="write">Writes one value.</param>
    public static string ToLine(Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Compact)) write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
