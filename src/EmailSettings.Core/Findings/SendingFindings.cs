namespace EmailSettings.Core.Findings;

/// <summary>Findings about sender, recipient and message that servers tell by their words.</summary>
public static class SendingFindings
{
    /// <summary>The next step for a sender whose domain has no place in DNS.</summary>
    internal const string SenderDomainStep = "Use a sender whose domain exists in DNS and takes mail (an MX or address record), or have that domain's records set up.";

    /// <summary>The next step where a sender is refused to somebody who has not logged in.</summary>
    internal const string SenderLoginStep = "Set the authentication to Basic or OAuthService with Set-OutgoingMailServer -Authentication … ('emailsettings set outgoing authentication=…'): servers take senders of their own domains from users who have logged in. To send without a login, have the server's administrator let this sender through its list (Postfix: check_sender_access).";

    /// <summary>The next step where a list at the server refuses the sender.</summary>
    internal const string SenderListedStep = "Have the server's administrator take this sender off its list of refused ones (Postfix: check_sender_access in smtpd_sender_restrictions), or use another sender.";

    /// <summary>The next step for a recipient that takes mail of some alone.</summary>
    internal const string RecipientPolicyStep = "Have the administrator of the recipient's server or group take mail of this sender, or test with another recipient.";

    /// <summary>The next step for a recipient that is busy.</summary>
    internal const string RecipientBusyStep = "Test again later or with another recipient: this one gets more mail than its server takes at the moment.";

    /// <summary>The next step for a recipient whose mailbox is disabled.</summary>
    internal const string RecipientDisabledStep = "Have the recipient's mailbox enabled at its provider, or test with another recipient.";

    /// <summary>The next step where the recipient's server wants another format.</summary>
    internal const string FormatStep = "Check the message's headers and line lengths (a From address, a Message-ID, lines of at most 998 characters) and what changes it on the way.";

    /// <summary>The next step for forbidden content.</summary>
    internal const string ContentStep = "Send without what the server's text names (a kind of attachment, a link), or have its filter take it.";

    /// <summary>The sender is not the login's.</summary>
    public static readonly FindingCode EnvelopeSenderNotOwned = new("Envelope.SenderNotOwned", FindingKind.Server,
        "The sender's address does not belong to the account that logs in.",
        "Send as the address of that account, or add the sender to it as an alias or identity at the provider.")
    {
        Microsoft365Step = "Send as the mailbox that logs in, or give it 'Send As' on the sender's mailbox in the Exchange admin centre.",
        GmailStep = "Send as the account that logs in, or add the sender in Gmail's settings (Accounts, Send mail as).",
    };

    /// <summary>The sender is not verified.</summary>
    public static readonly FindingCode EnvelopeSenderNotVerified = new("Envelope.SenderNotVerified", FindingKind.Server,
        "The provider sends for verified senders only, and this one is not verified.",
        "Verify the sender's address or its domain in the provider's settings, in the account and region of this login; or use a sender that is.");

    /// <summary>A trial account and a recipient that is not verified.</summary>
    public static readonly FindingCode EnvelopeRecipientNotVerified = new("Envelope.RecipientNotVerified", FindingKind.Server,
        "The provider's account is in its trial mode (sandbox) and sends to verified recipients only.",
        "Verify the recipient's address at the provider, in the region of this login; or have the account taken out of the sandbox and send from a domain of your own.");

    /// <summary>Greylisting.</summary>
    public static readonly FindingCode EnvelopeGreylisted = new("Envelope.Greylisted", FindingKind.Server,
        "The server takes mail of unknown senders only when it comes a second time (greylisting).",
        "Test again in a few minutes with the same sender and recipient; mail of the platform is repeated by the server that sends it.")
    {
        MayPass = true,
    };

    /// <summary>A sending limit is used up.</summary>
    public static readonly FindingCode EnvelopeSendingLimit = new("Envelope.SendingLimit", FindingKind.Server,
        "The account, or this machine, has sent as much as the server accepts in that time.",
        "Wait until that time is over, look for other programs that send with this account, or have the limit raised.")
    {
        Microsoft365Step = "Wait and test again; Microsoft 365 takes 30 messages a minute and 10 000 recipients a day of a mailbox.",
    };

    /// <summary>Taken for spam.</summary>
    public static readonly FindingCode MessageTakenForSpam = new("Message.TakenForSpam", FindingKind.Server,
        "The server takes the message, or its sender, for spam.",
        "Have the server's administrator pass this sender, by the link in its text where it names one; a sender's domain with SPF, DKIM and DMARC is taken sooner.");

    /// <summary>The domain is not authenticated.</summary>
    public static readonly FindingCode MessageDomainNotAuthenticated = new("Message.DomainNotAuthenticated", FindingKind.Server,
        "The sender's domain does not vouch for this message (SPF, DKIM or DMARC).",
        "Have the sender's domain name the sending server in its SPF record, and have that server sign with DKIM for it.");

    /// <summary>No answer after the end of the message.</summary>
    public static readonly FindingCode MessageOutcomeUnknown = new("Message.OutcomeUnknown", FindingKind.Server,
        "The server did not answer the end of the message: whether it was accepted is not known.",
        "Look for the message in the recipient's mailbox and in the server's log before it is sent again, since a second one may arrive twice.");
}
