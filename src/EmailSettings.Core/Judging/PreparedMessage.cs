using EmailSettings.Core.Files;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Mail.Redaction;
using EmailSettings.Mail.Smtp;
using EmailSettings.Messages.Composing;
using EmailSettings.Messages.Reading;

namespace EmailSettings.Core.Judging;

/// <summary>A test message, composed according to the settings and the server's capabilities.</summary>
internal sealed class PreparedMessage : IDisposable
{
    private readonly IReadOnlyList<Stream> _contents;

    private PreparedMessage(ComposedMessage message, IReadOnlyList<Stream> contents) => (Message, _contents) = (message, contents);

    /// <summary>The message.</summary>
    public ComposedMessage Message { get; }

    /// <summary>The transfer encoding of the body.</summary>
    public required TransferEncoding BodyEncoding { get; init; }

    /// <summary>The attachments with their hashes and encodings, in order.</summary>
    public required IReadOnlyList<PreparedAttachment> Attachments { get; init; }

    /// <summary>Findings about settings that could not be followed and exceeded limits.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Whether no limit is exceeded, so that the platform would send it.</summary>
    public bool IsSendable => !Findings.Any(finding => finding.Severity == Severity.Error);

    /// <summary>The MAIL FROM parameters of the message.</summary>
    public MailFromParameters Parameters => new()
    {
        SizeBytes = Message.SizeBytes,
        EightBit = Encodings.Contains(TransferEncoding.EightBit),
        Binary = Encodings.Contains(TransferEncoding.Binary),
    };

    private IEnumerable<TransferEncoding> Encodings => [BodyEncoding, .. Attachments.Select(attachment => attachment.Encoding)];

    /// <summary>Composes a test message.</summary>
    /// <param name="message">What to send.</param>
    /// <param name="sender">The From address.</param>
    /// <param name="recipient">The To address.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="server">What the server supports.</param>
    /// <param name="now">The date of the message.</param>
    /// <exception cref="FormatException">An address is invalid.</exception>
    /// <exception cref="IOException">An attachment cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not read an attachment.</exception>
    public static PreparedMessage Compose(TestMessageContent message, string sender, string recipient, MessageSettings settings, EncodingSupport server, DateTimeOffset now)
    {
        var opened = new List<(string Name, Stream Content)>();
        try
        {
            if (message.WithSamples) opened.AddRange(SampleAttachments.Create());
            foreach (var path in message.AttachmentPaths) opened.Add((Path.GetFileName(path), HeldFile.OpenRead(path)));
            return Compose(message, sender, recipient, settings, server, now, opened);
        }
        catch
        {
            foreach (var (_, content) in opened) content.Dispose();
            throw;
        }
    }

    /// <summary>Closes the attachments.</summary>
    public void Dispose()
    {
        Message.Dispose();
        foreach (var content in _contents) content.Dispose();
    }

    private static PreparedMessage Compose(
        TestMessageContent message, string sender, string recipient, MessageSettings settings, EncodingSupport server, DateTimeOffset now, List<(string Name, Stream Content)> opened)
    {
        var findings = new List<Finding>();
        var text = PartMeter.MeasureText(message.Text, settings.Basic.BodyCharset);
        if (!text.IsWhole) findings.Add(MessageFindings.MessageCharsetLacks.At(value: settings.Basic.BodyCharset));
        var body = Note(ChosenEncoding.For(settings.Basic.SentEncoding, text.Profile, "the body", server), findings);
        var attachments = new List<PreparedAttachment>();
        foreach (var (name, content) in opened)
        {
            var (profile, digest) = PartMeter.Measure(content);
            var chosen = Note(ChosenEncoding.For(settings.Basic.AttachmentEncodings.ForFileName(name), profile, $"'{DisplayText.Shorten(name, 300)}'", server), findings);
            attachments.Add(new PreparedAttachment(name, profile.SizeBytes, digest, chosen));
        }
        var composed = MessageComposer.Compose(new MessageDraft
        {
            From = sender,
            To = [recipient],
            Subject = $"{message.Subject} [{Guid.NewGuid().ToString("N")[..8]}]",
            Text = message.Text,
            Charset = settings.Basic.BodyCharset,
            Encoding = Encoding(body),
            Date = now,
            Attachments = [.. opened.Zip(attachments, (file, attachment) => new DraftAttachment(file.Name, file.Content, Encoding(attachment.Encoding)))],
        });
        findings.AddRange(SentLimits.Check(composed.SizeBytes, attachments.Select(attachment => (attachment.Name, attachment.SizeBytes)), 1, settings));
        return new PreparedMessage(composed, [.. opened.Select(file => file.Content)]) { BodyEncoding = body, Attachments = attachments, Findings = findings };
    }

    private static TransferEncoding Note(ChosenEncoding chosen, List<Finding> findings)
    {
        if (chosen.Finding is { } finding) findings.Add(finding);
        return chosen.Encoding;
    }

    private static PartEncoding Encoding(TransferEncoding encoding)
    {
        if (encoding == TransferEncoding.SevenBit) return PartEncoding.SevenBit;
        if (encoding == TransferEncoding.EightBit) return PartEncoding.EightBit;
        if (encoding == TransferEncoding.QuotedPrintable) return PartEncoding.QuotedPrintable;
        return encoding == TransferEncoding.Binary ? PartEncoding.Binary : PartEncoding.Base64;
    }
}
