namespace EmailSettings.Core.Findings;

/// <summary>Whose server it is, where that changes the next step.</summary>
internal enum MailProvider
{
    /// <summary>Nobody's that is known here.</summary>
    Other,

    /// <summary>Exchange Online and Outlook.com.</summary>
    Microsoft365,

    /// <summary>Gmail and Google Workspace.</summary>
    Gmail,

    /// <summary>
    /// A mailbox whose provider wants access for programs switched on, and an app password or authorization code.
    /// </summary>
    PasswordForPrograms,

    /// <summary>Amazon SES.</summary>
    AmazonSes,

    /// <summary>Another service that sends for others, with keys for passwords.</summary>
    SendingService,
}
