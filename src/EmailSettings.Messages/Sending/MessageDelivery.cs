using System.Text;
using EmailSettings.Messages.Composing;

namespace EmailSettings.Messages.Sending;

/// <summary>A message and whom it goes to.</summary>
/// <param name="Message">The message.</param>
/// <param name="Sender">Envelope sender.</param>
/// <param name="Recipients">Envelope recipients.</param>
/// <param name="ClientName">What this machine calls itself to the server.</param>
public sealed record MessageDelivery(ComposedMessage Message, string Sender, IReadOnlyList<string> Recipients, string ClientName)
{
    /// <summary>An address holds characters beyond ASCII, which takes SMTPUTF8 (RFC 6531).</summary>
    public bool NeedsUtf8 => !Ascii.IsValid(Sender) || Recipients.Any(recipient => !Ascii.IsValid(recipient));
}
