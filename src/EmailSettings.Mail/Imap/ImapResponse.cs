namespace EmailSettings.Mail.Imap;

/// <summary>One response of a server (RFC 3501 §2.2.2), cut into what comes first and the rest.</summary>
/// <param name="Tag"><c>*</c>, <c>+</c>, or the tag of a command.</param>
/// <param name="Text">What follows the tag.</param>
internal sealed record ImapResponse(string Tag, string Text)
{
    private const int MaxWordChars = 32;

    /// <summary>The first word of the text in upper case; cut off where it is longer than any word of the protocol.</summary>
    public string Word { get; } = Text[..Math.Min(Text.Length, Text.IndexOf(' ', StringComparison.Ordinal) is var space and >= 0 and < MaxWordChars ? space : MaxWordChars)].ToUpperInvariant();

    /// <summary>What follows the first word.</summary>
    public string Rest { get; } = Text.IndexOf(' ', StringComparison.Ordinal) is var space and >= 0 ? Text[(space + 1)..] : string.Empty;

    /// <summary>It belongs to no command.</summary>
    public bool IsUntagged => Tag == "*";

    /// <summary>It asks for more (RFC 3501 §7.5).</summary>
    public bool IsContinuation => Tag == "+";
}
