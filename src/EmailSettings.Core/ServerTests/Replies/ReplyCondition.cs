namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>Facts of a test, besides the reply, that a rule may require.</summary>
[Flags]
internal enum ReplyCondition
{
    /// <summary>No condition.</summary>
    None = 0,

    /// <summary>The settings use no login.</summary>
    Anonymous = 1,

    /// <summary>The login succeeded.</summary>
    LoggedIn = 2,

    /// <summary>The connection is not secure.</summary>
    Unencrypted = 4,

    /// <summary>The sender's address differs from the login.</summary>
    ForeignSender = 8,

    /// <summary>The recipient's domain differs from the sender's.</summary>
    ForeignRecipient = 16,

    /// <summary>The reply contains the recipient's address.</summary>
    RecipientNamed = 32,
}
