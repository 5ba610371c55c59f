using EmailSettings.Messages.Composing;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace EmailSettings.Messages.Sending;

/// <summary>
/// Sends a message over a connection that is already open, secured and logged in. Time limits, TLS, secrets and transcript are up
/// to the owner of the stream, as is the interpretation of the server's replies; MailKit's is ignored.
/// </summary>
public static class MessageSender
{
    /// <summary>Sends one message: MAIL FROM, RCPT TO, and DATA or BDAT.</summary>
    /// <param name="stream">The connection, starting with a greeting and a reply to EHLO like a new one. Not disposed.</param>
    /// <param name="host">The server's name, for MailKit's messages.</param>
    /// <param name="port">The server's port.</param>
    /// <param name="delivery">The message and its envelope.</param>
    /// <param name="cancellationToken">Cancels the sending.</param>
    /// <returns>Whether the server accepted it. If not, the owner of the stream knows which reply refused it.</returns>
    /// <exception cref="IOException">The stream failed.</exception>
    public static async Task<bool> SendAsync(Stream stream, string host, int port, MessageDelivery delivery, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(delivery);
        using var client = new DeliveringClient { LocalDomain = delivery.ClientName };
        try
        {
            await client.ConnectAsync(stream, host, port, SecureSocketOptions.None, cancellationToken).ConfigureAwait(false);
            // Without pipelining, so that each reply belongs to the command it answers.
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

    /// <summary>MailKit's client, but with the transfer encodings left as chosen.</summary>
    private sealed class DeliveringClient : SmtpClient
    {
        protected override void Prepare(FormatOptions options, MimeMessage message, EncodingConstraint constraint, int maxLineLength)
        {
        }
    }
}
