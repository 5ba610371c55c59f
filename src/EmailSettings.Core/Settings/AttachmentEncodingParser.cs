using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.Settings;

/// <summary>
/// Parses the text form of <see cref="AttachmentEncodingMap"/>: <c>pair (";" pair)* [";"]</c>, <c>pair = type "=" encoding</c>,
/// <c>type = "*" | 1*(ASCII letter | digit | "-" | "_" | "+")</c>, with white space around tokens; a leading dot of a type is
/// dropped.
/// </summary>
internal ref struct AttachmentEncodingParser
{
    private readonly string _text;
    private readonly List<AttachmentEncoding> _pairs = [];
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);
    private int _at;

    private AttachmentEncodingParser(string text) => _text = text;

    /// <summary>Parses the whole text, or returns the 1-based column and what was expected there.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out AttachmentEncodingMap? map, [NotNullWhen(false)] out string? error)
    {
        var parser = new AttachmentEncodingParser(text);
        error = parser.ReadPairs();
        map = error is null ? new AttachmentEncodingMap(parser._pairs) : null;
        return error is null;
    }

    private string? ReadPairs()
    {
        do
        {
            SkipWhiteSpace();
            if (_at == _text.Length && _pairs.Count > 0) return null;
            if (ReadPair() is { } error) return error;
        }
        while (Take(';'));
        return _at == _text.Length ? null : Expected("';' or the end");
    }

    private string? ReadPair()
    {
        var start = _at;
        if (!Take('*')) Take('.');
        while (_at < _text.Length && IsTypeCharacter(_text[_at])) _at++;
        var type = _text[start.._at].TrimStart('.').ToLowerInvariant();
        if (type.Length == 0) return Expected("a file type or '*'");
        if (type[0] == '*' && type.Length > 1) return Expected("'=' after '*'", start + 1);
        if (!_types.Add(type)) return At(start, $"the file type '{type}' is listed twice");

        SkipWhiteSpace();
        if (!Take('=')) return Expected("'='");
        SkipWhiteSpace();
        start = _at;
        while (_at < _text.Length && _text[_at] is not (';' or '=')) _at++;
        var token = _text[start.._at].TrimEnd();
        _at = start + token.Length;
        if (!TransferEncoding.TryParse(token, out var encoding))
            return At(start, $"expected an encoding ({TransferEncoding.Allowed}), found {Found(token)}");
        _pairs.Add(new(type, encoding));
        SkipWhiteSpace();
        return null;
    }

    private static bool IsTypeCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '+';

    private void SkipWhiteSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
    }

    private bool Take(char wanted)
    {
        if (_at >= _text.Length || _text[_at] != wanted) return false;
        _at++;
        return true;
    }

    private readonly string Expected(string what, int? at = null)
    {
        var place = at ?? _at;
        return At(place, $"expected {what}, found {Found(place < _text.Length ? _text[place].ToString() : "")}");
    }

    private static string Found(string token) => token.Length == 0 ? "nothing" : $"'{DisplayText.Shorten(token, 30)}'";

    private static string At(int index, string what) => string.Create(CultureInfo.InvariantCulture, $"column {index + 1}: {what}");
}
