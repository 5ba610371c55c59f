using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>Sender and recipient, without a message.</summary>
public sealed record EnvelopeStageFacts : FactRecord
{
    /// <summary>The answer to MAIL FROM.</summary>
    public string? SenderReply { get; init; }

    /// <summary>The answer to RCPT TO.</summary>
    public string? RecipientReply { get; init; }
}
