using System.Text;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Mail.Tests.Replay;

/// <summary>The server's side of a complete session, in the style of one vendor.</summary>
/// <param name="Vendor">The vendor.</param>
/// <param name="Protocol">The protocol.</param>
/// <param name="Mechanism">How the client authenticates; null for IMAP's LOGIN command.</param>
/// <param name="Text">The server's lines, with LF as line ending.</param>
internal sealed record Conversation(string Vendor, MailProtocol Protocol, SaslMechanism? Mechanism, string Text)
{
    /// <summary>The server's lines, with CRLF as line ending.</summary>
    public byte[] Bytes { get; } = Encoding.Latin1.GetBytes(Text.ReplaceLineEndings("\r\n"));
}
