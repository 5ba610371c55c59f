using EmailSettings.Core.Settings;

namespace EmailSettings.Core.ServerTests;

/// <summary>A test of the outgoing server. Transport: Auto, Smtp or Graph.</summary>
public sealed record OutgoingTestRequest : ServerTestRequest
{
    /// <summary>Settings not yet saved; null for the stored ones, or those of the document.</summary>
    public OutgoingMailServer? Server { get; init; }

    /// <summary>Envelope sender; with <see cref="RecipientAddress"/> it asks for the stage Envelope.</summary>
    public string? SenderAddress { get; init; }

    /// <summary>Envelope recipient.</summary>
    public string? RecipientAddress { get; init; }

    /// <summary>Asks DNS about the sender's domain as well.</summary>
    public bool CheckDomain { get; init; }

    /// <summary>A real message to send from the sender to the recipient; null for none.</summary>
    public TestMessage? Message { get; init; }
}
