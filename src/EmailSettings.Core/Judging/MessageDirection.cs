namespace EmailSettings.Core.Judging;

/// <summary>The direction of a message.</summary>
public enum MessageDirection
{
    /// <summary>From a mailbox into the platform.</summary>
    Incoming,

    /// <summary>From the platform to its recipients.</summary>
    Outgoing,
}
