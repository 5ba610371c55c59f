using EmailSettings.Core.Findings;
using EmailSettings.Mail.Smtp;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>What the refusal of a message means.</summary>
internal static class MessageRefusals
{
    /// <summary>The row for a refusal after DATA, where some servers judge the sender at last.</summary>
    public static FindingCode Row(SmtpReply? reply)
    {
        if (reply is null) return DeliveryFindings.MessageRefused;
        if (Size(reply) is { } size) return size;
        return ServerWords.SaysSender(reply.Text) ? DeliveryFindings.EnvelopeSenderRefused : DeliveryFindings.MessageRefused;
    }

    /// <summary>The row for a refusal because of size: 552 or 5.3.4, at MAIL FROM as well as after DATA (RFC 1870 section 6); null for others.</summary>
    public static FindingCode? Size(SmtpReply reply) =>
        reply.EnhancedStatus?.ToString() is "5.3.4" or "5.2.3" || (reply.Code == 552 && reply.EnhancedStatus?.ToString() is null or "5.3.4")
            ? DeliveryFindings.MessageTooLarge
            : null;
}
