using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Core.Settings;
using EmailSettings.Mail.Smtp;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>Compares what the server supports (SIZE, 8BITMIME, BINARYMIME) with the settings.</summary>
internal sealed class LimitsStage : ConnectionStage
{
    private const long BytesPerMB = 1024 * 1024;

    // Base64 encodes 57 bytes as a line of 76 characters and CRLF (RFC 2045 section 6.8).
    private const int LineBytes = 57;
    private const int LineChars = 78;

    public override TestStage Name => TestStage.Limits;

    public override TestStage[] Needs => [TestStage.Capabilities, TestStage.StartTls, TestStage.Tls];

    public override Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation)
    {
        var offered = context.Smtp.Capabilities;
        if (offered is null) return Task.FromResult(new StageOutcome(null));
        var facts = Facts(context, offered);
        return Task.FromResult(new StageOutcome(facts, [.. Sizes(context, facts, offered), .. Encodings(context.Plan.Basic, offered), .. Caps(facts)]));
    }

    private static LimitsStageFacts Facts(ServerTestContext context, SmtpCapabilities offered)
    {
        var (basic, outgoing) = (context.Plan.Basic, context.Plan.Outgoing);
        var mail = Least(offered.MaxSizeBytes, outgoing.MaxEmailSizeMB, basic.MaxSentSizeMB);
        var attachment = Least(mail / LineChars * LineBytes, outgoing.MaxAttachmentSizeMB, basic.MaxSentAttachmentMB);
        return new LimitsStageFacts
        {
            ServerMaxBytes = offered.MaxSizeBytes,
            MaxEmailSizeMB = outgoing.MaxEmailSizeMB,
            MaxAttachmentSizeMB = outgoing.MaxAttachmentSizeMB,
            MaxRecipients = outgoing.MaxRecipients,
            EffectiveMailBytes = mail,
            EffectiveAttachmentBytes = attachment,
            Encodings = Named(basic).Select(pair => $"{pair.Setting}={pair.Encoding.Name}").ToList(),
        };
    }

    private static long Least(long? bytes, int? setMB, int ofBasicMB) => Math.Min(bytes ?? long.MaxValue, Math.Min(setMB ?? int.MaxValue, ofBasicMB) * BytesPerMB);

    private static IEnumerable<Finding> Sizes(ServerTestContext context, LimitsStageFacts facts, SmtpCapabilities offered)
    {
        if (!offered.Size)
        {
            yield return DeliveryFindings.LimitsNoSize.At();
            yield break;
        }
        if (facts.ServerMaxBytes is not { } server) yield break;
        var basic = context.Plan.Basic;
        var mail = Math.Min(facts.MaxEmailSizeMB ?? int.MaxValue, basic.MaxSentSizeMB) * BytesPerMB;
        if (mail > server) yield return TooSmall("the largest mail allowed by the settings", mail, server, facts.MaxEmailSizeMB);

        var attachment = Math.Min(facts.MaxAttachmentSizeMB ?? int.MaxValue, basic.MaxSentAttachmentMB) * BytesPerMB;
        var onTheWire = (attachment + LineBytes - 1) / LineBytes * LineChars;
        if (onTheWire > server) yield return TooSmall("the largest attachment allowed by the settings, in base64,", onTheWire, server, facts.MaxAttachmentSizeMB);
    }

    // Without a configured limit only the platform's cap applies, so it is information, not a mistake.
    private static Finding TooSmall(string what, long bytes, long server, int? set) =>
        DeliveryFindings.LimitsSizeTooSmall.At(value: what, detail: Size(bytes), limit: Size(server)) with { Severity = set is null ? Severity.Info : Severity.Warning };

    private static IEnumerable<Finding> Encodings(BasicSettings basic, SmtpCapabilities offered)
    {
        if (!offered.EightBitMime && Naming(basic, TransferEncoding.EightBit) is { } eightBit) yield return DeliveryFindings.LimitsNo8BitMime.At(value: eightBit);
        if (!(offered.BinaryMime && offered.Chunking) && Naming(basic, TransferEncoding.Binary) is { } binary) yield return DeliveryFindings.LimitsNoBinaryMime.At(value: binary);
    }

    private static IEnumerable<Finding> Caps(LimitsStageFacts facts)
    {
        if (facts.MaxEmailSizeMB > BasicSettings.FixedMaxSentSizeMB)
            yield return AboveCap(nameof(OutgoingMailServer.MaxEmailSizeMB), facts.MaxEmailSizeMB.Value, BasicSettings.FixedMaxSentSizeMB);
        if (facts.MaxAttachmentSizeMB > BasicSettings.FixedMaxSentAttachmentMB)
            yield return AboveCap(nameof(OutgoingMailServer.MaxAttachmentSizeMB), facts.MaxAttachmentSizeMB.Value, BasicSettings.FixedMaxSentAttachmentMB);
    }

    private static Finding AboveCap(string field, int value, int cap) =>
        DeliveryFindings.LimitsAboveFixedCap.At(field, value, cap.ToString(CultureInfo.InvariantCulture));

    private static string? Naming(BasicSettings basic, TransferEncoding encoding)
    {
        var settings = Named(basic).Where(pair => pair.Encoding == encoding).Select(pair => pair.Setting).ToList();
        return settings.Count == 0 ? null : string.Join(", ", settings);
    }

    private static IEnumerable<NamedEncoding> Named(BasicSettings basic) =>
    [
        new(nameof(BasicSettings.SentEncoding), basic.SentEncoding),
        .. basic.AttachmentEncodings.Pairs.Select(pair => new NamedEncoding($"{nameof(BasicSettings.AttachmentEncodings)} {pair.FileType}", pair.Encoding)),
    ];

    private static string Size(long bytes) => bytes >= BytesPerMB
        ? string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / BytesPerMB:0.#} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} bytes");

    private sealed record NamedEncoding(string Setting, TransferEncoding Encoding);
}
