using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Mail.Redaction;
using EmailSettings.Messages.Reading;

namespace EmailSettings.Core.Judging;

/// <summary>
/// Determines what the platform does with an outgoing mail. The server is not contacted: see <see cref="EncodingSupport.Typical"/>.
/// </summary>
internal static class OutgoingJudge
{
    // The boundary delimiter, Content-Type, Content-Disposition and Content-Transfer-Encoding of a part, without its name.
    private const int PartHeaderBytes = 220;

    public static JudgedMessage Judge(string file, MessageReading reading, MessageSettings settings)
    {
        var decisions = new List<SettingDecision>();
        var findings = new List<Finding>();
        var wire = reading.HeaderBytes;
        TransferEncoding? bodyEncoding = null;
        foreach (var body in reading.Bodies)
        {
            var chosen = Body(body, settings.Basic, decisions, findings);
            bodyEncoding ??= chosen.Encoding;
            wire += chosen.WireBytes + PartHeaderBytes;
        }
        var attachments = new List<JudgedAttachment>(reading.Attachments.Count);
        foreach (var part in reading.Attachments)
        {
            var (attachment, bytes) = Attachment(part, settings, decisions, findings);
            attachments.Add(attachment);
            wire += bytes;
        }
        if (!reading.IsWhole) wire = reading.SizeBytes;
        decisions.AddRange(SentLimits.Decisions(wire, reading.Header.Recipients, settings));
        findings.AddRange(SentLimits.Check(wire, reading.Attachments.Select(part => (part.Name ?? part.MediaType, part.SizeBytes)), reading.Header.Recipients, settings));
        findings.AddRange(MessageQuirks.Of(reading).Where(finding => finding.Severity > Severity.Info));
        return new JudgedMessage
        {
            File = file,
            Direction = MessageDirection.Outgoing,
            Outcome = findings.Exists(finding => finding.Severity == Severity.Error) ? MessageOutcome.Refused : MessageOutcome.Kept,
            SizeBytes = wire,
            Subject = reading.Header.Subject is { } subject ? DisplayText.Shorten(subject, 300) : null,
            BodyFound = reading.IsWhole ? reading.BodyFound : null,
            BodyEncoding = bodyEncoding?.Name,
            Recipients = reading.Header.Recipients,
            Attachments = attachments,
            Decisions = decisions,
            Findings = findings,
        };
    }

    private static ChosenEncoding Body(MessagePart body, BasicSettings basic, List<SettingDecision> decisions, List<Finding> findings)
    {
        var what = $"the body ({body.MediaType})";
        // Body lines end like those of the message: bare line breaks are transmitted as CRLF.
        var text = (body.Rewritten?.Profile ?? body.Profile!) with { HasBareLineEnd = false };
        var chosen = ChosenEncoding.For(basic.SentEncoding, text, what, EncodingSupport.Typical);
        decisions.Add(new SettingDecision("basic.bodyCharset", basic.BodyCharset, $"charset of {what}"));
        decisions.Add(new SettingDecision("basic.sentEncoding", basic.SentEncoding.Name, $"{what} goes as {chosen.Encoding.Name}"));
        if (body.Rewritten is { IsWhole: false }) findings.Add(MessageFindings.MessageCharsetLacks.At(value: basic.BodyCharset));
        if (chosen.Finding is { } finding) findings.Add(finding);
        return chosen;
    }

    private static (JudgedAttachment Attachment, long WireBytes) Attachment(MessagePart part, MessageSettings settings, List<SettingDecision> decisions, List<Finding> findings)
    {
        var name = part.Name is null ? null : DisplayText.Shorten(part.Name, 300);
        var what = $"'{name ?? part.MediaType}'";
        var wanted = settings.Basic.AttachmentEncodings.ForFileName(part.Name ?? "");
        var chosen = ChosenEncoding.For(wanted, part.Profile!, what, EncodingSupport.Typical);
        decisions.Add(new SettingDecision("basic.attachmentEncodings", settings.Basic.AttachmentEncodings.ToString(), $"{what} goes as {chosen.Encoding.Name}"));
        if (chosen.Finding is { } finding) findings.Add(finding);
        var attachment = new JudgedAttachment
        {
            Name = name,
            MediaType = DisplayText.Shorten(part.MediaType, 100),
            SizeBytes = part.SizeBytes,
            IsInline = part.IsInline,
            Encoding = wanted.Name,
            UsedEncoding = chosen.Encoding.Name,
        };
        return (attachment, chosen.WireBytes + PartHeaderBytes + (2 * (part.Name?.Length ?? 0)));
    }
}
