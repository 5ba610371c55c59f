using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Judging;

namespace EmailSettings.Core.Presentation.Views;

/// <summary>Views of judged messages.</summary>
public static class MessageViews
{
    /// <summary>Returns all messages and the counts as one object that is enumerated only once, while it is written.</summary>
    /// <param name="messages">The messages, lazily.</param>
    /// <param name="summary">Returns the counts; called after the last message.</param>
    /// <param name="isDetailed">Whether to include the setting behind each decision.</param>
    /// <param name="front">The front end.</param>
    public static IEnumerable<NamedValue> Values(IEnumerable<JudgedMessage> messages, Func<MessageSummary> summary, bool isDetailed, Front front)
    {
        yield return new("messages", messages.Select(message => Values(message, isDetailed, front)));
        yield return new("summary", Values(summary()));
    }

    /// <summary>Shows what happens to one message and its attachments, and why.</summary>
    public static Page PageOf(JudgedMessage message, bool isDetailed, Front front)
    {
        var page = new Page().Heading($"{message.File}: {message.Outcome} ({Size(message.SizeBytes)})", ToneOf(message));
        if (message.Subject is { } subject) page.Line($"Subject: {subject}");
        if (message.ErrorText is { } text) page.Line($"Instead of the body: {text}");
        if (message.BodyEncoding is { } encoding) page.Line($"Body: {encoding}, recipients: {message.Recipients?.ToString(CultureInfo.InvariantCulture)}");
        var attachments = new Table();
        foreach (var attachment in message.Attachments)
        {
            attachments.Add(
                Cell.Of(attachment.Name ?? attachment.MediaType), Cell.Of(Size(attachment.SizeBytes)),
                Cell.Of(Place(attachment.Path, attachment.GoesTo is AttachmentPlace.Database, attachment.Encoding, attachment.UsedEncoding)));
        }
        page.Add(attachments);
        foreach (var difference in message.Differences ?? []) page.Line(difference.ToString());
        foreach (var finding in message.Findings) page.Add(new Table().Add(finding, front));
        if (!isDetailed) return page;
        var decisions = new Table();
        foreach (var decision in message.Decisions) decisions.Add(Cell.Of($"{decision.Setting}={decision.Value}"), Cell.Of(decision.Effect));
        return page.Heading("Decided by").Add(decisions);
    }

    /// <summary>Shows the counts.</summary>
    public static Page PageOf(MessageSummary summary, MessageDirection direction)
    {
        var counts = new List<string> { $"{summary.Kept} kept", $"{summary.BodyDropped} without their body", $"{summary.Refused} refused" };
        if (direction == MessageDirection.Incoming) counts.Add($"attachments: {summary.ToFolder} to the folder, {summary.ToDatabase} to the database");
        if (summary.Different is { } different) counts.Add($"{different} would be treated differently");
        if (summary.NotMail > 0) counts.Add($"{Quantity.Of(summary.NotMail, "file")} without mail");
        return new Page().Heading($"{Quantity.Of(summary.Messages, "message")}, {Size(summary.Bytes)}").Line(string.Join("; ", counts) + ".");
    }

    /// <summary>Returns where an attachment is stored, or how it is encoded.</summary>
    /// <param name="path"><see cref="JudgedAttachment.Path"/>.</param>
    /// <param name="goesToDatabase"><see cref="JudgedAttachment.GoesTo"/> is the database.</param>
    /// <param name="encoding"><see cref="JudgedAttachment.Encoding"/>.</param>
    /// <param name="usedEncoding"><see cref="JudgedAttachment.UsedEncoding"/>.</param>
    public static string? Place(string? path, bool goesToDatabase, string? encoding, string? usedEncoding) =>
        goesToDatabase ? "database" : path ?? (usedEncoding == encoding ? usedEncoding : $"{usedEncoding} in place of {encoding}");

    private static NamedValue[] Values(JudgedMessage message, bool isDetailed, Front front) =>
    [
        new("file", message.File),
        new("direction", message.Direction),
        new("outcome", message.Outcome),
        new("sizeBytes", message.SizeBytes),
        new("subject", message.Subject),
        new("bodyFound", message.BodyFound),
        new("errorText", message.ErrorText),
        .. message.Direction == MessageDirection.Outgoing
            ? [new("bodyEncoding", message.BodyEncoding), new("recipients", message.Recipients ?? 0)]
            : (NamedValue[])[],
        new("attachments", message.Attachments.Select(attachment => Values(attachment, message.Direction))),
        new("findings", message.Findings.Select(finding => FindingViews.ValuesWithServer(finding, front))),
        .. message.Differences is { } differences ? [new("differences", differences.Select(Values))] : (NamedValue[])[],
        .. isDetailed ? [new("decisions", message.Decisions.Select(Values))] : (NamedValue[])[],
    ];

    private static NamedValue[] Values(JudgedAttachment attachment, MessageDirection direction) =>
    [
        new("name", attachment.Name), new("mediaType", attachment.MediaType), new("sizeBytes", attachment.SizeBytes), new("isInline", attachment.IsInline),
        .. direction == MessageDirection.Incoming
            ? (NamedValue[])[new("goesTo", attachment.GoesTo), new("path", attachment.Path)]
            : [new("encoding", attachment.Encoding), new("usedEncoding", attachment.UsedEncoding)],
    ];

    private static NamedValue[] Values(MessageDifference difference) => [new("what", difference.What), new("left", difference.Left), new("right", difference.Right)];

    private static NamedValue[] Values(SettingDecision decision) => [new("setting", decision.Setting), new("value", decision.Value), new("effect", decision.Effect)];

    private static NamedValue[] Values(MessageSummary summary) =>
    [
        new("messages", summary.Messages),
        new("kept", summary.Kept),
        new("bodyDropped", summary.BodyDropped),
        new("refused", summary.Refused),
        new("toFolder", summary.ToFolder),
        new("toDatabase", summary.ToDatabase),
        new("bytes", summary.Bytes),
        new("notMail", summary.NotMail),
        .. summary.Different is { } different ? [new("different", different)] : (NamedValue[])[],
    ];

    private static Tone ToneOf(JudgedMessage message) => Tones.Of(message.Outcome switch
    {
        MessageOutcome.Refused => Severity.Error,
        MessageOutcome.BodyDropped => Severity.Warning,
        _ => Severity.Info,
    });

    private static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} bytes");
}
