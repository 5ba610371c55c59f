using System.Globalization;
using System.Text;
using System.Text.Json;
using EmailSettings.Core.Findings;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.Documents;

/// <summary>Reads JSON (RFC 8259) with comments and trailing commas into nodes that know their lines.</summary>
internal ref struct DocumentParser
{
    /// <summary>Largest document, in bytes; ten thousand servers take about 4 MB.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    private readonly ReadOnlySpan<byte> _utf8;
    private Utf8JsonReader _reader;
    private int _countedTo;
    private int _line = 1;

    private DocumentParser(ReadOnlySpan<byte> utf8)
    {
        _utf8 = utf8;
        _reader = new Utf8JsonReader(utf8, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 16 });
    }

    /// <summary>Parses a whole document.</summary>
    /// <param name="utf8">UTF-8, with or without a byte order mark.</param>
    /// <exception cref="EmailSettingsException"><see cref="StoreErrors.DocumentNotJson"/> or <see cref="StoreErrors.DocumentTooLarge"/>.</exception>
    public static DocumentNode Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxLength)
            throw StoreErrors.DocumentTooLarge.Error("document", utf8.Length, MaxLength.ToString(CultureInfo.InvariantCulture));
        if (utf8.StartsWith(Encoding.Unicode.Preamble) || utf8.StartsWith(Encoding.BigEndianUnicode.Preamble)) throw NotJson(1, "it is UTF-16, and documents are UTF-8");
        if (utf8.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        var parser = new DocumentParser(utf8);
        try
        {
            parser._reader.Read();
            var node = parser.ReadNode();
            parser._reader.Read();
            return node;
        }
        catch (JsonException e)
        {
            throw NotJson((int)(e.LineNumber ?? 0) + 1, string.Create(CultureInfo.InvariantCulture, $"byte {e.BytePositionInLine + 1}: {Reason(e.Message)}"));
        }
        catch (InvalidOperationException)
        {
            throw NotJson(parser.Line(), "a text that is no valid UTF-8 or holds half a surrogate pair");
        }
    }

    private DocumentNode ReadNode()
    {
        var line = Line();
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadGroup(line);
            case JsonTokenType.StartArray:
                var items = new List<DocumentNode>();
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray) items.Add(ReadNode());
                return new DocumentNode.List(items, line);
            case JsonTokenType.String:
                return new DocumentNode.Value(_reader.GetString(), line);
            case JsonTokenType.Number:
                return new DocumentNode.Value(_reader.TryGetInt64(out var whole) ? (object)whole : _reader.GetDouble(), line);
            case JsonTokenType.True or JsonTokenType.False:
                return new DocumentNode.Value(_reader.GetBoolean(), line);
            default:
                return new DocumentNode.Value(null, line);
        }
    }

    private DocumentNode.Group ReadGroup(int line)
    {
        var members = new List<DocumentNode.Member>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var keyLine = Line();
            var key = _reader.GetString()!;
            _reader.Read();
            members.Add(new DocumentNode.Member(key, keyLine, ReadNode()));
        }
        return new DocumentNode.Group(members, line);
    }

    private int Line()
    {
        var start = (int)_reader.TokenStartIndex;
        _line += _utf8[_countedTo..start].Count((byte)'\n');
        _countedTo = start;
        return _line;
    }

    // Without the reader's exception: it quotes what it found, and a value without quotation marks may be a password.
    private static EmailSettingsException NotJson(int line, string detail) =>
        new([StoreErrors.DocumentNotJson.At("document", detail: detail) with { Line = line }]);

    private static string Reason(string message) => message.Contains("invalid JSON literal", StringComparison.Ordinal)
        ? "a value that is neither a text in quotation marks nor a number, true, false or null"
        : DisplayText.Shorten(message.Split(". ")[0].TrimEnd('.'), 160);
}
