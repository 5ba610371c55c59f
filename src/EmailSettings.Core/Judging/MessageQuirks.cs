using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Messages.Reading;

namespace EmailSettings.Core.Judging;

/// <summary>Finds properties of a message that cause problems for platforms.</summary>
internal static class MessageQuirks
{
    private static readonly string[] OpaqueTypes = ["application/pkcs7-mime", "application/x-pkcs7-mime"];
    private static readonly string[] OutlookTypes = ["application/ms-tnef", "application/vnd.ms-tnef"];

    /// <summary>Returns the findings, those of the whole message first.</summary>
    public static IEnumerable<Finding> Of(MessageReading reading)
    {
        if (reading.Repairs.HasFlag(MessageRepairs.EndlessHeader)) yield return MessageFindings.MessageEndlessHeader.At(limit: "1 MB");
        if (Broken(reading.Repairs) is { Length: > 0 } broken) yield return MessageFindings.MessageRepaired.At(value: broken);
        if (reading.OmittedParts > 0) yield return MessageFindings.MessageTooManyParts.At(value: reading.OmittedParts.ToString(CultureInfo.InvariantCulture));
        if (!reading.IsWhole) yield break;
        if (OpaqueTypes.Contains(reading.MediaType)) yield return MessageFindings.MessageOpaqueSmime.At(value: reading.MediaType);
        if (reading.MediaType == "multipart/report") yield return MessageFindings.MessageDeliveryReport.At() with { Severity = Severity.Info };
        if (reading.Attachments.Any(IsOutlook)) yield return MessageFindings.MessageOutlookRichText.At();
        if (!reading.BodyFound && reading.Attachments.Any(part => part.MediaType == "text/calendar")) yield return MessageFindings.MessageCalendarAlone.At();
        if (reading.BodyFound && reading.Bodies.Where(body => body.HasText).All(body => body.MediaType == "text/html")) yield return MessageFindings.MessageHtmlAlone.At() with { Severity = Severity.Info };
        foreach (var body in reading.Bodies.Where(body => body.CharsetFit != CharsetFit.Fits).DistinctBy(body => (body.Charset, body.CharsetFit)))
            yield return MessageFindings.MessageCharsetWrong.At(value: body.Charset ?? "", detail: Wrong(body.CharsetFit));
    }

    private static bool IsOutlook(MessagePart part) =>
        OutlookTypes.Contains(part.MediaType) || string.Equals(part.Name, "winmail.dat", StringComparison.OrdinalIgnoreCase);

    private static string Wrong(CharsetFit fit) => fit switch
    {
        CharsetFit.NotNamed => "is not declared although the text is not plain ASCII",
        CharsetFit.Unknown => "is unknown",
        _ => "does not match the text",
    };

    private static string Broken(MessageRepairs repairs)
    {
        var broken = new List<string>();
        if (repairs.HasFlag(MessageRepairs.ContentType)) broken.Add("an unreadable Content-Type");
        if (repairs.HasFlag(MessageRepairs.Boundary)) broken.Add("a multipart without a boundary");
        if (repairs.HasFlag(MessageRepairs.LineEnds)) broken.Add("lines that end in CR only");
        return string.Join(", ", broken);
    }
}
