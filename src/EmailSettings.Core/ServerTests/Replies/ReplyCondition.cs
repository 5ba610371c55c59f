namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>What a test knows besides the reply, as far as a rule may ask for it.</summary>
[Flags]
internal enum ReplyCondition
{
    /// <summary>Nothing is asked for.</summary>
    None = 0,

    /// <summary>The settings say that nobody logs in.</summary>
    Anonymous = 1,

    /// <summary>The login was taken.</summary>
    LoggedIn = 2,

    /// <summary>The connection is not secured.</summary>
    InClear = 4,

    /// <summary>The sender is another address than the login.</summary>
    ForeignSender = 8,

    /// <summary>The recipient is in another domain than the sender.</summary>
    ForeignRecipient = 16,

    /// <summary>The reply names the recipient's address.</summary>
    RecipientNamed = 32,
}
