using System.Text;
using EmailSettings.Messages.Reading;
using MimeKit;
using MimeKit.Utils;

namespace EmailSettings.Messages.Composing;

/// <summary>Composes messages.</summary>
public static class MessageComposer
{
    /// <summary>Composes the message of a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <exception cref="FormatException">An address is invalid.</exception>
    /// <exception cref="ArgumentException">The charset is unknown.</exception>
    public static ComposedMessage Compose(MessageDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var from = Address(draft.From);
        var message = new MimeMessage
        {
            Subject = draft.Subject,
            Date = draft.Date,
            MessageId = MimeUtils.GenerateMessageId(from.Domain is { Length: > 0 } domain && Ascii.IsValid(domain) ? domain : "localhost"),
        };
        message.From.Add(from);
        message.To.AddRange(draft.To.Select(Address));
        message.Cc.AddRange(draft.Cc.Select(Address));
        // Suppresses out-of-office replies to a test (RFC 3834 section 5).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Body = Body(draft);
        return new ComposedMessage(message);
    }

    private static MimeEntity Body(MessageDraft draft)
    {
        var text = new TextPart("plain") { ContentTransferEncoding = Encoding(draft.Encoding) };
        text.SetText(Charsets.Find(draft.Charset) ?? throw new ArgumentException($"The charset '{draft.Charset}' is unknown."), draft.Text.ReplaceLineEndings("\r\n"));
        text.ContentType.Charset = draft.Charset;
        if (draft.Attachments.Count == 0)
            return text;
        var mixed = new Multipart("mixed") { text };
        foreach (var attachment in draft.Attachments)
            mixed.Add(Part(attachment));
        return mixed;
    }

    private static MimePart Part(DraftAttachment attachment) => new(MimeTypes.GetMimeType(attachment.Name))
    {
        Content = new MimeContent(attachment.Content),
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
        ContentTransferEncoding = Encoding(attachment.Encoding),
        FileName = attachment.Name,
    };

    private static MailboxAddress Address(string address) =>
        MailboxAddress.TryParse(address, out var mailbox) ? mailbox : throw new FormatException($"'{address}' is not an address.");

    private static ContentEncoding Encoding(PartEncoding encoding) => encoding switch
    {
        PartEncoding.SevenBit => ContentEncoding.SevenBit,
        PartEncoding.EightBit => ContentEncoding.EightBit,
        PartEncoding.Binary => ContentEncoding.Binary,
        PartEncoding.QuotedPrintable => ContentEncoding.QuotedPrintable,
        _ => ContentEncoding.Base64,
    };
}
