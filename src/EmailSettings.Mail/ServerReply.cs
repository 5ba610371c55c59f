using EmailSettings.Mail.Redaction;

namespace EmailSettings.Mail;

/// <summary>A server's answer, without secrets and escaped.</summary>
public abstract record ServerReply
{
    /// <summary>The lines of the answer without what the protocol puts before their text (reply code; tag and status).</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>The lines as one text, parted by LF.</summary>
    public string Text => string.Join('\n', Lines);

    /// <summary>The answer's status in the protocol's own notation: <c>535</c>, <c>NO</c>.</summary>
    public abstract string Status { get; }

    /// <summary>Status and text on one line of 2000 characters at most.</summary>
    public string Line => Redactor.OneLine($"{Status} {Text}")!;

    /// <summary>The server closes the connection after it, whatever was asked (SMTP's 421, IMAP's BYE).</summary>
    public virtual bool EndsSession => false;
}
