using System.Text;
using EmailSettings.Messages.Composing;

namespace EmailSettings.Messages.Sending;

/// <summary>A message and its envelope.</summary>
/// <param name="Message">The message.</param>
/// <param name="Sender">The envelope sender.</param>
/// <param name="Recipients">The envelope recipients.</param>
/// <param name="ClientName">The client name for EHLO.</param>
public sealed record MessageDelivery(ComposedMessage Message, string Sender, IReadOnlyList<string> Recipients, string ClientName)
{
    /// <summary>Whether an address has non-ASCII characters, which require SMTPUTF8 (RFC 6531).</summary>
    public bool NeedsUtf8 => !Ascii.IsValid(Sender) || Recipients.Any(recipient => !Ascii.IsValid(recipient));
}
