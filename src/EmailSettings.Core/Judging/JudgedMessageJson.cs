using System.Text.Json;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Judging;

/// <summary>Writes judged messages as JSON, identically for all front ends.</summary>
public static class JudgedMessageJson
{
    /// <summary>Writes one message as an object.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="message">The message.</param>
    /// <param name="isDetailed">Whether to include the decisions.</param>
    public static void Write(Utf8JsonWriter json, JudgedMessage message, bool isDetailed)
    {
        json.WriteStartObject();
        json.WriteString("file", message.File);
        json.WriteString("direction", message.Direction.ToString());
        json.WriteString("outcome", message.Outcome.ToString());
        json.WriteNumber("sizeBytes", message.SizeBytes);
        json.WriteString("subject", message.Subject);
        if (message.BodyFound is { } found) json.WriteBoolean("bodyFound", found);
        else json.WriteNull("bodyFound");
        json.WriteString("errorText", message.ErrorText);
        if (message.Direction == MessageDirection.Outgoing)
        {
            json.WriteString("bodyEncoding", message.BodyEncoding);
            json.WriteNumber("recipients", message.Recipients ?? 0);
        }
        json.WriteStartArray("attachments");
        foreach (var attachment in message.Attachments) Write(json, attachment, message.Direction);
        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in message.Findings) FindingJson.Write(json, finding);
        json.WriteEndArray();
        if (message.Differences is { } differences) WriteDifferences(json, differences);
        if (isDetailed) WriteDecisions(json, message.Decisions);
        json.WriteEndObject();
    }

    /// <summary>Writes the counts as an object.</summary>
    public static void Write(Utf8JsonWriter json, MessageSummary summary)
    {
        json.WriteStartObject();
        json.WriteNumber("messages", summary.Messages);
        json.WriteNumber("kept", summary.Kept);
        json.WriteNumber("bodyDropped", summary.BodyDropped);
        json.WriteNumber("refused", summary.Refused);
        json.WriteNumber("toFolder", summary.ToFolder);
        json.WriteNumber("toDatabase", summary.ToDatabase);
        json.WriteNumber("bytes", summary.Bytes);
        json.WriteNumber("notMail", summary.NotMail);
        if (summary.Different is { } different) json.WriteNumber("different", different);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, JudgedAttachment attachment, MessageDirection direction)
    {
        json.WriteStartObject();
        json.WriteString("name", attachment.Name);
        json.WriteString("mediaType", attachment.MediaType);
        json.WriteNumber("sizeBytes", attachment.SizeBytes);
        json.WriteBoolean("isInline", attachment.IsInline);
        if (direction == MessageDirection.Incoming)
        {
            json.WriteString("goesTo", attachment.GoesTo?.ToString());
            json.WriteString("path", attachment.Path);
        }
        else
        {
            json.WriteString("encoding", attachment.Encoding);
            json.WriteString("usedEncoding", attachment.UsedEncoding);
        }
        json.WriteEndObject();
    }

    private static void WriteDifferences(Utf8JsonWriter json, IEnumerable<MessageDifference> differences)
    {
        json.WriteStartArray("differences");
        foreach (var difference in differences)
        {
            json.WriteStartObject();
            json.WriteString("what", difference.What);
            json.WriteString("left", difference.Left);
            json.WriteString("right", difference.Right);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteDecisions(Utf8JsonWriter json, IEnumerable<SettingDecision> decisions)
    {
        json.WriteStartArray("decisions");
        foreach (var decision in decisions)
        {
            json.WriteStartObject();
            json.WriteString("setting", decision.Setting);
            json.WriteString("value", decision.Value);
            json.WriteString("effect", decision.Effect);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
