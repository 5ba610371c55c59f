namespace EmailSettings.Mail.Smtp;

/// <summary>An enhanced status code (RFC 3463).</summary>
/// <param name="Class">2, 4 or 5.</param>
/// <param name="Subject">0 … 999.</param>
/// <param name="Detail">0 … 999.</param>
public readonly record struct EnhancedStatusCode(int Class, int Subject, int Detail)
{
    /// <summary>Parses a code at the beginning of a reply's text.</summary>
    /// <param name="text">The text after the reply code.</param>
    /// <returns>The code; null if the text does not begin with one.</returns>
    public static EnhancedStatusCode? TryParse(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf(' ');
        var word = end < 0 ? text : text[..end];
        Span<Range> parts = stackalloc Range[4];
        if (word.Split(parts, '.') != 3)
            return null;
        return TryNumber(word[parts[0]], out var @class) && @class is 2 or 4 or 5
            && TryNumber(word[parts[1]], out var subject) && TryNumber(word[parts[2]], out var detail)
            ? new EnhancedStatusCode(@class, subject, detail)
            : null;
    }

    /// <summary>Returns the dotted form, <c>5.7.3</c>.</summary>
    public override string ToString() => $"{Class}.{Subject}.{Detail}";

    private static bool TryNumber(ReadOnlySpan<char> digits, out int value)
    {
        value = 0;
        if (digits.Length is 0 or > 3)
            return false;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
                return false;
            value = (value * 10) + (digit - '0');
        }

        return true;
    }
}
