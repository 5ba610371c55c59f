namespace EmailSettings.Core.Findings;

/// <summary>Findings about sender, recipient and message that are derived from the server's text.</summary>
public static class SendingFindings
{
    /// <summary>The next step for a sender whose domain is missing in DNS.</summary>
    internal const string SenderDomainStep = "Use a sender whose domain exists in DNS and accepts mail (an MX or address record), or have that domain's records set up.";

    /// <summary>The next step if a sender is rejected without a login.</summary>
    internal const string SenderLoginStep = "Set the authentication to Basic or OAuthService with Set-OutgoingMailServer -Authentication … ('emailsettings set outgoing authentication=…'): servers accept senders in their own domains only after a login. To send without a login, have the server's administrator allow this sender (Postfix: check_sender_access).";

    /// <summary>The next step if an access list on the server rejects the sender.</summary>
    internal const string SenderListedStep = "Have the server's administrator remove this sender from its reject list (Postfix: check_sender_access in smtpd_sender_restrictions), or use another sender.";

    /// <summary>The next step for a recipient that accepts mail only from certain senders.</summary>
    internal const string RecipientPolicyStep = "Have the administrator of the recipient's server or group allow this sender, or test with another recipient.";

    /// <summary>The next step for a recipient that is busy.</summary>
    internal const string RecipientBusyStep = "Test again later or with another recipient: this one currently receives more mail than its server accepts.";

    /// <summary>The next step for a recipient whose mailbox is disabled.</summary>
    internal const string RecipientDisabledStep = "Have the recipient's mailbox enabled at its provider, or test with another recipient.";

    /// <summary>The next step if the recipient's server rejects the format.</summary>
    internal const string FormatStep = "Check the message's headers and line lengths (a From address, a Message-ID, lines of at most 998 characters), and what modifies it on the path.";

    /// <summary>The next step for forbidden content.</summary>
    internal const string ContentStep = "Send without what the server's text names (a kind of attachment, a link), or have its filter allow it.";

    /// <summary>The sender does not belong to the login.</summary>
    public static readonly FindingCode EnvelopeSenderNotOwned = new("Envelope.SenderNotOwned", FindingKind.Server,
        "The sender's address does not belong to the account that logs in.",
        "Send as the address of that account, or add the sender to it as an alias or identity at the provider.")
    {
        Microsoft365Step = "Send as the mailbox that logs in, or give it 'Send As' permission on the sender's mailbox in the Exchange admin centre.",
        GmailStep = "Send as the account that logs in, or add the sender in Gmail's settings (Accounts, Send mail as).",
    };

    /// <summary>The sender is not verified.</summary>
    public static readonly FindingCode EnvelopeSenderNotVerified = new("Envelope.SenderNotVerified", FindingKind.Server,
        "The provider accepts only verified senders, and this one is not verified.",
        "Verify the sender's address or its domain in the provider's settings, in the account and region of this login, or use a verified sender.");

    /// <summary>A sandboxed account with an unverified recipient.</summary>
    public static readonly FindingCode EnvelopeRecipientNotVerified = new("Envelope.RecipientNotVerified", FindingKind.Server,
        "The provider's account is in trial mode (sandbox) and may send only to verified recipients.",
        "Verify the recipient's address at the provider, in the region of this login, or have the account moved out of the sandbox and send from your own domain.");

    /// <summary>Greylisting.</summary>
    public static readonly FindingCode EnvelopeGreylisted = new("Envelope.Greylisted", FindingKind.Server,
        "The server accepts mail from unknown senders only at the second attempt (greylisting).",
        "Test again in a few minutes with the same sender and recipient; mail of the platform is retried by the sending server.")
    {
        IsTransient = true,
    };

    /// <summary>A sending limit is exceeded.</summary>
    public static readonly FindingCode EnvelopeSendingLimit = new("Envelope.SendingLimit", FindingKind.Server,
        "The account or this machine has reached the server's sending limit.",
        "Wait until the limit resets, look for other programs that send with this account, or have the limit raised.")
    {
        Microsoft365Step = "Wait and test again; Microsoft 365 allows 30 messages per minute and 10 000 recipients per day for each mailbox.",
    };

    /// <summary>Classified as spam.</summary>
    public static readonly FindingCode MessageTakenForSpam = new("Message.TakenForSpam", FindingKind.Server,
        "The server classifies the message or its sender as spam.",
        "Have the server's administrator allow this sender, using the link in its text if it gives one; set up SPF, DKIM and DMARC for the sender's domain.");

    /// <summary>The domain is not authenticated.</summary>
    public static readonly FindingCode MessageDomainNotAuthenticated = new("Message.DomainNotAuthenticated", FindingKind.Server,
        "The sender's domain does not authenticate this message (SPF, DKIM or DMARC).",
        "List the sending server in the SPF record of the sender's domain, and have that server sign with DKIM for it.");

    /// <summary>No reply after the end of the message.</summary>
    public static readonly FindingCode MessageOutcomeUnknown = new("Message.OutcomeUnknown", FindingKind.Server,
        "The server did not reply after the end of the message: whether it was accepted is unknown.",
        "Look for the message in the recipient's mailbox and in the server's log before you send it again, or it may arrive twice.");
}
