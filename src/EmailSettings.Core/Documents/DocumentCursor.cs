using System.Globalization;
using System.Text;
using System.Text.Json;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.Documents;

/// <summary>Reads JSON (RFC 8259) with comments and trailing commas token by token, tracking line numbers.</summary>
internal ref struct DocumentCursor
{
    /// <summary>The maximum document size, in bytes; ten thousand servers take about 4 MB.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    private readonly ReadOnlySpan<byte> _utf8;
    private readonly int _mark;
    private Utf8JsonReader _reader;
    private int _countedTo;
    private int _line = 1;

    /// <summary>Creates a cursor before the first token.</summary>
    /// <param name="utf8">UTF-8, with or without a byte order mark.</param>
    /// <exception cref="EmailSettingsException">
    /// <see cref="StoreErrors.DocumentNotJson"/> or <see cref="StoreErrors.DocumentTooLarge"/>.
    /// </exception>
    public DocumentCursor(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxLength)
            throw StoreErrors.DocumentTooLarge.Error("document", utf8.Length, MaxLength.ToString(CultureInfo.InvariantCulture));
        if (utf8.StartsWith(Encoding.Unicode.Preamble) || utf8.StartsWith(Encoding.BigEndianUnicode.Preamble)) throw NotJson(1, "it is UTF-16, but documents must be UTF-8");
        _mark = utf8.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        _utf8 = utf8[_mark..];
        _reader = new Utf8JsonReader(_utf8, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 16 });
    }

    /// <summary>The current token.</summary>
    public readonly JsonTokenType Token => _reader.TokenType;

    /// <summary>Whether it is at a string, number, Boolean or null.</summary>
    public readonly bool IsValue => Token is not (JsonTokenType.StartObject or JsonTokenType.StartArray);

    /// <summary>The kind of the value, for messages.</summary>
    public readonly string Kind => Token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "a Boolean",
    };

    /// <summary>The offset of the token in the document.</summary>
    public readonly int Start => _mark + (int)_reader.TokenStartIndex;

    /// <summary>The offset after the token.</summary>
    public readonly int End => _mark + (int)_reader.BytesConsumed;

    /// <summary>The document from the token onwards.</summary>
    public readonly ReadOnlySpan<byte> Text => _utf8[(int)_reader.TokenStartIndex..];

    /// <summary>The 1-based line on which the token begins.</summary>
    public int Line
    {
        get
        {
            var start = (int)_reader.TokenStartIndex;
            _line += _utf8[_countedTo..start].Count((byte)'\n');
            _countedTo = start;
            return _line;
        }
    }

    /// <summary>The current key.</summary>
    public readonly string Key => _reader.GetString()!;

    /// <summary>Advances to the next token; returns false at the end of the document.</summary>
    public bool Read() => _reader.Read();

    /// <summary>Advances to the next key of an object, or to its end.</summary>
    public bool ReadKey() => _reader.Read() && _reader.TokenType != JsonTokenType.EndObject;

    /// <summary>Advances to the next item of an array, or to its end.</summary>
    public bool ReadItem() => _reader.Read() && _reader.TokenType != JsonTokenType.EndArray;

    /// <summary>Returns whether the current key equals this one, case-sensitive.</summary>
    public readonly bool IsAt(ReadOnlySpan<byte> key) => _reader.ValueTextEquals(key);

    /// <summary>Returns the field with the current key, case-sensitive; null if there is none.</summary>
    public readonly SettingField? FieldOf(SettingBlock block)
    {
        for (var ordinal = 0; ordinal < block.Fields.Count; ordinal++)
        {
            if (_reader.ValueTextEquals(block.Fields[ordinal].JsonBytes.Span)) return block.Fields[ordinal];
        }
        return null;
    }

    /// <summary>Returns the current value: string, number (long if it fits, otherwise double), Boolean or null.</summary>
    public readonly object? Value() => Token switch
    {
        JsonTokenType.String => _reader.GetString(),
        JsonTokenType.Number => _reader.TryGetInt64(out var whole) ? (object)whole : _reader.GetDouble(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => null,
    };

    /// <summary>Returns the current value of a field, reusing the previous string if it is equal.</summary>
    /// <param name="field">The field.</param>
    /// <param name="before">The previous text of the same field.</param>
    public readonly object? Value(SettingField field, ref RepeatedText before)
    {
        if (field.Type is GuidType && Token == JsonTokenType.String && _reader.TryGetGuid(out var id)) return id;
        if (Token != JsonTokenType.String || _reader.ValueIsEscaped) return Value();
        var utf8 = _reader.ValueSpan;
        if (before.Text is null || !_utf8.Slice(before.Start, before.Length).SequenceEqual(utf8))
            before = new RepeatedText(_reader.GetString()!, (int)_reader.TokenStartIndex + 1, utf8.Length);
        return before.Text;
    }

    /// <summary>Skips a value that is already known.</summary>
    public void SkipKnown() => _reader.Skip();

    /// <summary>Skips the current value; strings in it must be valid.</summary>
    public void Skip()
    {
        var depth = _reader.CurrentDepth;
        do
        {
            if (Token is JsonTokenType.String or JsonTokenType.PropertyName) _ = _reader.GetString();
        }
        while ((!IsValue || _reader.CurrentDepth > depth) && _reader.Read());
    }

    /// <summary>Creates the error for invalid JSON or an invalid string.</summary>
    public EmailSettingsException Refusal(Exception e) => e is JsonException json
        ? NotJson((int)(json.LineNumber ?? 0) + 1, string.Create(CultureInfo.InvariantCulture, $"byte {json.BytePositionInLine + 1}: {Reason(json.Message)}"))
        : NotJson(Line, "a string that is not valid UTF-8 or contains a lone surrogate");

    // Without the reader's exception: it quotes the input, and an unquoted value may be a password.
    private static EmailSettingsException NotJson(int line, string detail) =>
        new([StoreErrors.DocumentNotJson.At("document", detail: detail) with { Line = line }]);

    private static string Reason(string message) => message.Contains("invalid JSON literal", StringComparison.Ordinal)
        ? "a value that is neither a quoted string nor a number, true, false or null"
        : DisplayText.Shorten(message.Split(". ")[0].TrimEnd('.'), 160);

    /// <summary>A string and its position in the document.</summary>
    /// <param name="Text">The string.</param>
    /// <param name="Start">Its byte offset.</param>
    /// <param name="Length">Its length in bytes.</param>
    public readonly record struct RepeatedText(string Text, int Start, int Length);
}
