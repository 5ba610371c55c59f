namespace EmailSettings.Core.Judging;

/// <summary>What becomes of a message.</summary>
public enum MessageOutcome
{
    /// <summary>It is taken, or sent.</summary>
    Kept,

    /// <summary>It is taken without body and attachments; an error text stands in.</summary>
    BodyDropped,

    /// <summary>It is not taken, or not sent.</summary>
    Refused,
}
