using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Mail.Redaction;
using EmailSettings.Messages.Naming;
using EmailSettings.Messages.Reading;

namespace EmailSettings.Core.Judging;

/// <summary>Determines what the platform does with an incoming mail.</summary>
internal static class IncomingJudge
{
    private const long BytesPerKB = 1024;

    /// <summary>Returns the maximum size of a mail that is read, in bytes.</summary>
    public static long MaxBytes(BasicSettings basic) => basic.MaxIncomingSizeKB * BytesPerKB;

    public static JudgedMessage Judge(string file, MessageReading reading, MessageSettings settings)
    {
        var message = new JudgedMessage
        {
            File = file,
            Direction = MessageDirection.Incoming,
            Outcome = MessageOutcome.Kept,
            SizeBytes = reading.SizeBytes,
            Subject = reading.Header.Subject is { } subject ? DisplayText.Shorten(subject, 300) : null,
        };
        var limit = MaxBytes(settings.Basic);
        return reading.SizeBytes > limit ? Dropped(message, reading, settings, limit) : Kept(message, reading, settings);
    }

    private static JudgedMessage Dropped(JudgedMessage message, MessageReading reading, MessageSettings settings, long limit) => message with
    {
        Outcome = MessageOutcome.BodyDropped,
        ErrorText = settings.ErrorTexts.TooLarge,
        Decisions =
        [
            Decision("basic.maxIncomingSizeKB", settings.Basic.MaxIncomingSizeKB, $"{SizeText.Of(reading.SizeBytes)} exceed {SizeText.Of(limit)}: body and attachments dropped"),
            Decision("errorTexts.tooLarge", settings.ErrorTexts.TooLarge, "replaces body and attachments"),
        ],
        Findings = [MessageFindings.MessageBodyDropped.At(value: SizeText.Of(reading.SizeBytes), limit: SizeText.Of(limit)), .. MessageQuirks.Of(reading with { IsWhole = false })],
    };

    private static JudgedMessage Kept(JudgedMessage message, MessageReading reading, MessageSettings settings)
    {
        List<SettingDecision> decisions = [Decision("basic.maxIncomingSizeKB", settings.Basic.MaxIncomingSizeKB, $"{SizeText.Of(reading.SizeBytes)} are read")];
        if (!reading.BodyFound) decisions.Add(Decision("errorTexts.noBody", settings.ErrorTexts.NoBody, "replaces the body"));
        var findings = new List<Finding>();
        if (!reading.BodyFound) findings.Add((reading.Bodies.Any(body => body.SizeBytes > 0) ? MessageFindings.MessageWhiteSpaceBody : MessageFindings.MessageNoBody).At());
        findings.AddRange(MessageQuirks.Of(reading));
        var attachments = new List<JudgedAttachment>(reading.Attachments.Count);
        foreach (var part in reading.Attachments) attachments.Add(Place(part, settings.Attachments, decisions, findings));
        return message with
        {
            BodyFound = reading.BodyFound,
            ErrorText = reading.BodyFound ? null : settings.ErrorTexts.NoBody,
            Attachments = attachments,
            Decisions = decisions,
            Findings = findings,
        };
    }

    private static JudgedAttachment Place(MessagePart part, AttachmentSettings settings, List<SettingDecision> decisions, List<Finding> findings)
    {
        var isLarge = part.SizeBytes >= settings.MinimumFileSizeBytes;
        var place = settings.SaveToFolder && isLarge ? AttachmentPlace.Folder : AttachmentPlace.Database;
        var shown = part.Name is null ? null : DisplayText.Shorten(part.Name, 300);
        var what = $"{shown ?? part.MediaType}, {SizeText.Of(part.SizeBytes)}, goes to the {place.ToString().ToLowerInvariant()}";
        decisions.Add(settings.SaveToFolder
            ? Decision("attachments.minimumFileSizeBytes", settings.MinimumFileSizeBytes, what)
            : Decision("attachments.saveToFolder", "false", what));
        var safe = place == AttachmentPlace.Folder ? SafeFileName.From(part.Name, part.MediaType) : "";
        if (place == AttachmentPlace.Folder && part.Name is not null && safe != part.Name) findings.Add(MessageFindings.MessageNameChanged.At(value: part.Name, detail: safe) with { Severity = Severity.Info });
        return new JudgedAttachment
        {
            Name = shown,
            MediaType = DisplayText.Shorten(part.MediaType, 100),
            SizeBytes = part.SizeBytes,
            IsInline = part.IsInline,
            GoesTo = place,
            SafeName = safe,
        };
    }

    private static SettingDecision Decision(string setting, object value, string effect) =>
        new(setting, DisplayText.Shorten(Convert.ToString(value, CultureInfo.InvariantCulture), 200), effect);
}
