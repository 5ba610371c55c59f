using System.Text;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Mail.Tests.Replay;

/// <summary>The server's side of a whole session, as one vendor's server would say it.</summary>
/// <param name="Vendor">In whose manner.</param>
/// <param name="Protocol">The protocol.</param>
/// <param name="Mechanism">How the client authenticates; null for IMAP's LOGIN command.</param>
/// <param name="Text">What the server says, LF for every line end.</param>
internal sealed record Conversation(string Vendor, MailProtocol Protocol, SaslMechanism? Mechanism, string Text)
{
    /// <summary>What the server says, CRLF for every line end.</summary>
    public byte[] Bytes { get; } = Encoding.Latin1.GetBytes(Text.ReplaceLineEndings("\r\n"));
}
