using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>Sender and recipient, without a message.</summary>
public sealed record EnvelopeStageFacts : FactRecord
{
    /// <summary>The reply to MAIL FROM.</summary>
    public string? SenderReply { get; init; }

    /// <summary>The reply to RCPT TO.</summary>
    public string? RecipientReply { get; init; }
}
