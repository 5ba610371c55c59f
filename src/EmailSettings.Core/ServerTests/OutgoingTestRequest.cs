using EmailSettings.Core.Settings;

namespace EmailSettings.Core.ServerTests;

/// <summary>A test of the outgoing server. Transport: Auto, Smtp or Graph.</summary>
public sealed record OutgoingTestRequest : ServerTestRequest
{
    /// <summary>Unsaved settings; null for the stored ones or those of the document.</summary>
    public OutgoingMailServer? Server { get; init; }

    /// <summary>The envelope sender; together with <see cref="RecipientAddress"/> it enables the Envelope stage.</summary>
    public string? SenderAddress { get; init; }

    /// <summary>The envelope recipient.</summary>
    public string? RecipientAddress { get; init; }

    /// <summary>Whether to check the DNS records of the sender's domain.</summary>
    public bool CheckDomain { get; init; }

    /// <summary>A real message to send from the sender to the recipient; null if none.</summary>
    public TestMessage? Message { get; init; }
}
