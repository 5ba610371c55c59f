using System.Globalization;
using System.Text.Json;
using EmailSettings.Cli.Output;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Judging;
using EmailSettings.Core.Presentation;

namespace EmailSettings.Cli.Views;

/// <summary>Judged messages.</summary>
internal static class MessageViews
{
    private const int MostPendingBytes = 64 * 1024;

    /// <summary>All messages, and the counts, as one document that is written as they come.</summary>
    public static Action<Utf8JsonWriter> Json(IEnumerator<JudgedMessage> messages, bool hasFirst, Func<MessageSummary> summary, bool isDetailed) => json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("messages");
        for (var hasMore = hasFirst; hasMore; hasMore = messages.MoveNext())
        {
            JudgedMessageJson.Write(json, messages.Current, isDetailed);
            if (json.BytesPending >= MostPendingBytes) json.Flush();
        }
        json.WriteEndArray();
        json.WritePropertyName("summary");
        JudgedMessageJson.Write(json, summary());
        json.WriteEndObject();
    };

    /// <summary>One message: what becomes of it, of each attachment, and why.</summary>
    public static void Write(TextPage page, JudgedMessage message, bool isDetailed)
    {
        page.Heading($"{message.File}: {message.Outcome} ({Size(message.SizeBytes)})", ToneOf(message));
        if (message.Subject is { } subject) page.Line($"Subject: {subject}");
        if (message.ErrorText is { } text) page.Line($"In place of the body: {text}");
        if (message.BodyEncoding is { } encoding) page.Line($"Body: {encoding}, recipients: {message.Recipients?.ToString(CultureInfo.InvariantCulture)}");
        var attachments = new Table();
        foreach (var attachment in message.Attachments)
            attachments.Add(Cell.Of(attachment.Name ?? attachment.MediaType), Cell.Of(Size(attachment.SizeBytes)), Cell.Of(Place(attachment)));
        page.Add(attachments);
        foreach (var difference in message.Differences ?? []) page.Line(difference.ToString());
        foreach (var finding in message.Findings)
        {
            page.Add(new Table()
                .Add(Cell.Of(finding.Severity, Tones.Of(finding.Severity)), Cell.Of($"{finding.Id}: {finding.Cause}"))
                .Add(Cell.Of(""), Cell.Of($"Next: {finding.CommandLineStep}")));
        }
        if (!isDetailed) return;
        var decisions = new Table();
        foreach (var decision in message.Decisions) decisions.Add(Cell.Of($"{decision.Setting}={decision.Value}"), Cell.Of(decision.Effect));
        page.Heading("Decided by").Add(decisions);
    }

    /// <summary>The counts.</summary>
    public static void Write(TextPage page, MessageSummary summary, MessageDirection direction)
    {
        var counts = new List<string> { $"{summary.Kept} kept", $"{summary.BodyDropped} without their body", $"{summary.Refused} refused" };
        if (direction == MessageDirection.Incoming) counts.Add($"attachments: {summary.ToFolder} to the folder, {summary.ToDatabase} to the database");
        if (summary.Different is { } different) counts.Add($"{different} would be treated differently");
        if (summary.NotMail > 0) counts.Add($"{Quantity.Of(summary.NotMail, "file")} without mail");
        page.Heading($"{Quantity.Of(summary.Messages, "message")}, {Size(summary.Bytes)}").Line(string.Join("; ", counts) + ".");
    }

    private static string Place(JudgedAttachment attachment) => attachment.GoesTo switch
    {
        AttachmentPlace.Folder => attachment.Path!,
        AttachmentPlace.Database => "database",
        _ => attachment.UsedEncoding == attachment.Encoding ? attachment.UsedEncoding! : $"{attachment.UsedEncoding} in place of {attachment.Encoding}",
    };

    private static Tone ToneOf(JudgedMessage message) => Tones.Of(message.Outcome switch
    {
        MessageOutcome.Refused => Severity.Error,
        MessageOutcome.BodyDropped => Severity.Warning,
        _ => Severity.Info,
    });

    private static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} bytes");
}
