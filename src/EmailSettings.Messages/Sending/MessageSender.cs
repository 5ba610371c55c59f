using EmailSettings.Messages.Composing;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace EmailSettings.Messages.Sending;

/// <summary>
/// Sends a message over a connection that is open, secured and logged in already. Time limits, TLS, secrets and the transcript
/// are those of whoever gives the stream, and so are the server's replies: what MailKit makes of them is not looked at.
/// </summary>
public static class MessageSender
{
    /// <summary>Sends one message: MAIL FROM, RCPT TO, and DATA or BDAT.</summary>
    /// <param name="stream">The connection. It gives a greeting and an answer to EHLO first, as those of a new one would. Not
    /// disposed.</param>
    /// <param name="host">The server's name, for MailKit to show.</param>
    /// <param name="port">The server's port.</param>
    /// <param name="delivery">What to send.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    /// <returns>The server took it. False where a reply was no; the stream's owner knows which.</returns>
    /// <exception cref="IOException">The stream failed.</exception>
    public static async Task<bool> SendAsync(Stream stream, string host, int port, MessageDelivery delivery, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(delivery);
        using var client = new DeliveringClient { LocalDomain = delivery.ClientName };
        try
        {
            await client.ConnectAsync(stream, host, port, SecureSocketOptions.None, cancellationToken).ConfigureAwait(false);
            // One command at a time, so that each reply belongs to the command it answers.
            client.Capabilities &= ~SmtpCapabilities.Pipelining;
            await client.SendAsync(Format(delivery), delivery.Message.Message, Address(delivery.Sender), delivery.Recipients.Select(Address), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is CommandException or ProtocolException or ServiceNotAuthenticatedException or ServiceNotConnectedException)
        {
            return false;
        }
    }

    private static FormatOptions Format(MessageDelivery delivery)
    {
        var format = ComposedMessage.Format.Clone();
        format.International = delivery.NeedsUtf8;
        return format;
    }

    private static MailboxAddress Address(string address) => new(string.Empty, address);

    /// <summary>MailKit's client, which leaves transfer encodings as they were chosen.</summary>
    private sealed class DeliveringClient : SmtpClient
    {
        protected override void Prepare(FormatOptions options, MimeMessage message, EncodingConstraint constraint, int maxLineLength)
        {
        }
    }
}
