using System.Globalization;
using System.Text;
using System.Text.Json;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.Documents;

/// <summary>Goes through JSON (RFC 8259) with comments and trailing commas token by token, and knows the line it is at.</summary>
internal ref struct DocumentCursor
{
    /// <summary>Largest document, in bytes; ten thousand servers take about 4 MB.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    private readonly ReadOnlySpan<byte> _utf8;
    private readonly int _mark;
    private Utf8JsonReader _reader;
    private int _countedTo;
    private int _line = 1;

    /// <summary>A cursor before the first token.</summary>
    /// <param name="utf8">UTF-8, with or without a byte order mark.</param>
    /// <exception cref="EmailSettingsException"><see cref="StoreErrors.DocumentNotJson"/> or
    /// <see cref="StoreErrors.DocumentTooLarge"/>.</exception>
    public DocumentCursor(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxLength)
            throw StoreErrors.DocumentTooLarge.Error("document", utf8.Length, MaxLength.ToString(CultureInfo.InvariantCulture));
        if (utf8.StartsWith(Encoding.Unicode.Preamble) || utf8.StartsWith(Encoding.BigEndianUnicode.Preamble)) throw NotJson(1, "it is UTF-16, and documents are UTF-8");
        _mark = utf8.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        _utf8 = utf8[_mark..];
        _reader = new Utf8JsonReader(_utf8, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 16 });
    }

    /// <summary>What it is at.</summary>
    public readonly JsonTokenType Token => _reader.TokenType;

    /// <summary>It is at text, a number, a Boolean or null.</summary>
    public readonly bool IsValue => Token is not (JsonTokenType.StartObject or JsonTokenType.StartArray);

    /// <summary>What the value is, for messages.</summary>
    public readonly string Kind => Token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "a Boolean",
    };

    /// <summary>The first byte of the token in the document.</summary>
    public readonly int Start => _mark + (int)_reader.TokenStartIndex;

    /// <summary>The byte behind the token.</summary>
    public readonly int End => _mark + (int)_reader.BytesConsumed;

    /// <summary>The document from the token on.</summary>
    public readonly ReadOnlySpan<byte> Text => _utf8[(int)_reader.TokenStartIndex..];

    /// <summary>1-based line on which the token begins.</summary>
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

    /// <summary>The key that it is at.</summary>
    public readonly string Key => _reader.GetString()!;

    /// <summary>Goes on by one token; false at the end of the document.</summary>
    public bool Read() => _reader.Read();

    /// <summary>Goes on to the next key of an object, or to its end.</summary>
    public bool ReadKey() => _reader.Read() && _reader.TokenType != JsonTokenType.EndObject;

    /// <summary>Goes on to the next item of an array, or to its end.</summary>
    public bool ReadItem() => _reader.Read() && _reader.TokenType != JsonTokenType.EndArray;

    /// <summary>The key that it is at is this one, letter by letter.</summary>
    public readonly bool IsAt(ReadOnlySpan<byte> key) => _reader.ValueTextEquals(key);

    /// <summary>The field that the key names letter by letter; null where none is written so.</summary>
    public readonly SettingField? FieldOf(SettingBlock block)
    {
        for (var ordinal = 0; ordinal < block.Fields.Count; ordinal++)
        {
            if (_reader.ValueTextEquals(block.Fields[ordinal].JsonBytes.Span)) return block.Fields[ordinal];
        }
        return null;
    }

    /// <summary>The value it is at: text, number (long where it fits, else double), Boolean or null.</summary>
    public readonly object? Value() => Token switch
    {
        JsonTokenType.String => _reader.GetString(),
        JsonTokenType.Number => _reader.TryGetInt64(out var whole) ? (object)whole : _reader.GetDouble(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => null,
    };

    /// <summary>The value of a field that it is at; a text that says the same as the one before is that one.</summary>
    /// <param name="field">The field.</param>
    /// <param name="before">The text before, of the same field.</param>
    public readonly object? Value(SettingField field, ref RepeatedText before)
    {
        if (field.Type is GuidType && Token == JsonTokenType.String && _reader.TryGetGuid(out var id)) return id;
        if (Token != JsonTokenType.String || _reader.ValueIsEscaped) return Value();
        var utf8 = _reader.ValueSpan;
        if (before.Text is null || !_utf8.Slice(before.Start, before.Length).SequenceEqual(utf8))
            before = new RepeatedText(_reader.GetString()!, (int)_reader.TokenStartIndex + 1, utf8.Length);
        return before.Text;
    }

    /// <summary>Passes over a value that was read before.</summary>
    public void SkipKnown() => _reader.Skip();

    /// <summary>Passes over the value it is at, whatever is in it; the texts in it must be texts.</summary>
    public void Skip()
    {
        var depth = _reader.CurrentDepth;
        do
        {
            if (Token is JsonTokenType.String or JsonTokenType.PropertyName) _ = _reader.GetString();
        }
        while ((!IsValue || _reader.CurrentDepth > depth) && _reader.Read());
    }

    /// <summary>The refusal of a text that is no JSON, or holds what is no text.</summary>
    public EmailSettingsException Refusal(Exception e) => e is JsonException json
        ? NotJson((int)(json.LineNumber ?? 0) + 1, string.Create(CultureInfo.InvariantCulture, $"byte {json.BytePositionInLine + 1}: {Reason(json.Message)}"))
        : NotJson(Line, "a text that is no valid UTF-8 or holds half a surrogate pair");

    // Without the reader's exception: it quotes what it found, and a value without quotation marks may be a password.
    private static EmailSettingsException NotJson(int line, string detail) =>
        new([StoreErrors.DocumentNotJson.At("document", detail: detail) with { Line = line }]);

    private static string Reason(string message) => message.Contains("invalid JSON literal", StringComparison.Ordinal)
        ? "a value that is neither a text in quotation marks nor a number, true, false or null"
        : DisplayText.Shorten(message.Split(". ")[0].TrimEnd('.'), 160);

    /// <summary>A text and where it stands in the document.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="Start">Its first byte.</param>
    /// <param name="Length">Its bytes.</param>
    public readonly record struct RepeatedText(string Text, int Start, int Length);
}
