using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace EmailSettings.Core.Findings;

/// <summary>Makes every writer of JSON (RFC 8259), so that all that is written has one form: UTF-8, letters of every script as they are.</summary>
public static class JsonWriters
{
    // Not for HTML, where some of these letters would end a text.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Every other character as \u with its number (RFC 8259 section 7).
    private static readonly JsonWriterOptions Ascii = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin) };

    // The same bytes on every system.
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A writer of one line.</summary>
    /// <param name="stream">Takes the bytes.</param>
    /// <param name="isAscii">ASCII alone, for what reads no UTF-8.</param>
    public static Utf8JsonWriter OneLine(Stream stream, bool isAscii) => new(stream, isAscii ? Ascii : Compact);

    /// <summary>A writer of many lines, for people to read and to compare.</summary>
    /// <param name="buffer">Takes the bytes.</param>
    public static Utf8JsonWriter ManyLines(IBufferWriter<byte> buffer) => new(buffer, Indented);

    /// <summary>One line as text, without its end.</summary>
    /// <param name="write">Writes one value.</param>
    public static string ToLine(Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Compact)) write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
