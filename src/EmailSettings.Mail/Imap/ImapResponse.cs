namespace EmailSettings.Mail.Imap;

/// <summary>One response of a server (RFC 3501 §2.2.2), split into tag and text.</summary>
/// <param name="Tag"><c>*</c>, <c>+</c>, or the tag of a command.</param>
/// <param name="Text">The text after the tag.</param>
internal sealed record ImapResponse(string Tag, string Text)
{
    private const int MaxWordChars = 32;

    /// <summary>The first word of the text in upper case; cut if longer than any word of the protocol.</summary>
    public string Word { get; } = Text[..Math.Min(Text.Length, Text.IndexOf(' ', StringComparison.Ordinal) is var space and >= 0 and < MaxWordChars ? space : MaxWordChars)].ToUpperInvariant();

    /// <summary>The text after the first word.</summary>
    public string Rest { get; } = Text.IndexOf(' ', StringComparison.Ordinal) is var space and >= 0 ? Text[(space + 1)..] : string.Empty;

    /// <summary>Whether it belongs to no command.</summary>
    public bool IsUntagged => Tag == "*";

    /// <summary>Whether it requests a continuation (RFC 3501 §7.5).</summary>
    public bool IsContinuation => Tag == "+";
}
