using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.Judging;

/// <summary>The limits on sent mail: the platform's fixed ones and the configured ones of the outgoing server.</summary>
internal static class SentLimits
{
    private const long BytesPerMB = 1024 * 1024;

    /// <summary>Returns the exceeded limits.</summary>
    public static IEnumerable<Finding> Check(long wireBytes, IEnumerable<(string Name, long SizeBytes)> attachments, int recipients, MessageSettings settings)
    {
        foreach (var (setting, value) in MailLimits(settings).Where(limit => wireBytes > limit.Value * BytesPerMB))
            yield return MessageFindings.MessageAboveMailLimit.At(value: SizeText.Of(wireBytes), detail: setting, limit: $"{value} MB");
        foreach (var (name, size) in attachments)
        {
            foreach (var (setting, value) in AttachmentLimits(settings).Where(limit => size > limit.Value * BytesPerMB))
                yield return MessageFindings.MessageAboveAttachmentLimit.At(value: $"'{DisplayText.Shorten(name, 300)}' ({SizeText.Of(size)})", detail: setting, limit: $"{value} MB");
        }
        if (recipients == 0) yield return MessageFindings.MessageNoRecipient.At();
        if (recipients > settings.Outgoing.MaxRecipients)
            yield return MessageFindings.MessageTooManyRecipients.At(value: Number(recipients), limit: Number(settings.Outgoing.MaxRecipients.Value));
    }

    /// <summary>Returns the effective limits and their effects on the message.</summary>
    public static IEnumerable<SettingDecision> Decisions(long wireBytes, int recipients, MessageSettings settings)
    {
        foreach (var (setting, value) in MailLimits(settings))
            yield return new SettingDecision(setting, Number(value), $"{SizeText.Of(wireBytes)} encoded are {(wireBytes > value * BytesPerMB ? "too many" : "sent")}");
        foreach (var (setting, value) in AttachmentLimits(settings))
            yield return new SettingDecision(setting, Number(value), "limit for each attachment");
        if (settings.Outgoing.MaxRecipients is { } most)
            yield return new SettingDecision("outgoingServer.maxRecipients", Number(most), $"{Number(recipients)} in To, Cc and Bcc");
    }

    private static IEnumerable<(string Setting, int Value)> MailLimits(MessageSettings settings) =>
        Set(("basic.maxSentSizeMB", settings.Basic.MaxSentSizeMB), ("outgoingServer.maxEmailSizeMB", settings.Outgoing.MaxEmailSizeMB));

    private static IEnumerable<(string Setting, int Value)> AttachmentLimits(MessageSettings settings) =>
        Set(("basic.maxSentAttachmentMB", settings.Basic.MaxSentAttachmentMB), ("outgoingServer.maxAttachmentSizeMB", settings.Outgoing.MaxAttachmentSizeMB));

    private static IEnumerable<(string Setting, int Value)> Set(params (string Setting, int? Value)[] limits) =>
        limits.Where(limit => limit.Value is not null).Select(limit => (limit.Setting, limit.Value!.Value));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
