namespace EmailSettings.Core.Judging;

/// <summary>The outcome for a message.</summary>
public enum MessageOutcome
{
    /// <summary>It is accepted or sent.</summary>
    Kept,

    /// <summary>It is accepted without body and attachments, which an error text replaces.</summary>
    BodyDropped,

    /// <summary>It is not accepted or not sent.</summary>
    Refused,
}
