namespace EmailSettings.Core.Findings;

/// <summary>The provider of a server, if it affects the next step.</summary>
internal enum MailProvider
{
    /// <summary>An unknown provider.</summary>
    Other,

    /// <summary>Exchange Online and Outlook.com.</summary>
    Microsoft365,

    /// <summary>Gmail and Google Workspace.</summary>
    Gmail,

    /// <summary>A mailbox provider where program access must be enabled, with an app password or authorization code.</summary>
    AppPasswords,

    /// <summary>Amazon SES.</summary>
    AmazonSes,

    /// <summary>Another sending service, with keys as passwords.</summary>
    SendingService,
}
