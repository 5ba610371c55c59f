using EmailSettings.Mail.Redaction;

namespace EmailSettings.Mail;

/// <summary>A server's reply, redacted and escaped.</summary>
public abstract record ServerReply
{
    /// <summary>The lines of the reply without the protocol's prefix (reply code; tag and status).</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>The lines as one text, separated by LF.</summary>
    public string Text => string.Join('\n', Lines);

    /// <summary>The status in the protocol's notation: <c>535</c>, <c>NO</c>.</summary>
    public abstract string Status { get; }

    /// <summary>The status and text on one line of at most 2000 characters.</summary>
    public string Line => Redactor.OneLine($"{Status} {Text}")!;

    /// <summary>
    /// Whether the server closes the connection after this reply, whatever the command (SMTP's 421, IMAP's BYE).
    /// </summary>
    public virtual bool EndsSession => false;
}
