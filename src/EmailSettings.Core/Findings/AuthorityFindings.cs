namespace EmailSettings.Core.Findings;

/// <summary>Findings of the stage Token that the number of the authority tells apart.</summary>
public static class AuthorityFindings
{
    /// <summary>Locked.</summary>
    public static readonly FindingCode TokenAccountLocked = new("Token.AccountLocked", FindingKind.Server,
        "The account is locked: too many sign-ins failed, or the last came from an address that is blocked.",
        "Wait until the lock ends or have an administrator release the account, then enter the right password; the sign-in log (Microsoft Entra admin centre, Monitoring & health) tells which of the two it was.");

    /// <summary>Disabled.</summary>
    public static readonly FindingCode TokenAccountDisabled = new("Token.AccountDisabled", FindingKind.Server,
        "The user's account is disabled.",
        "Have an administrator enable the account in Microsoft Entra ID, or in Active Directory where it comes from.");

    /// <summary>The password has ended.</summary>
    public static readonly FindingCode TokenPasswordExpired = new("Token.PasswordExpired", FindingKind.Server,
        "The user's password has expired or must be changed.",
        "Set a new password by signing in with a web browser, and enter that one.");

    /// <summary>No such user.</summary>
    public static readonly FindingCode TokenUserUnknown = new("Token.UserUnknown", FindingKind.Server,
        "The tenant has no such user.",
        "Check the user name (the user principal name), and that Address names that user's tenant.");

    /// <summary>The application is switched off. Value: its id.</summary>
    public static readonly FindingCode TokenApplicationDisabled = new("Token.ApplicationDisabled", FindingKind.Server,
        "The application {value} is switched off in the tenant.",
        "Have an administrator enable it: Microsoft Entra admin centre, Enterprise applications, the application, Properties, 'Enabled for users to sign in'.");

    /// <summary>The user is not assigned. Value: the application's id.</summary>
    public static readonly FindingCode TokenUserNotAssigned = new("Token.UserNotAssigned", FindingKind.Server,
        "The user is not assigned to the application {value}, which admits assigned users only.",
        "Assign the user: Microsoft Entra admin centre, Enterprise applications, the application, Users and groups.");

    /// <summary>No Exchange Online in the tenant. Value: the tenant.</summary>
    public static readonly FindingCode TokenResourceMissing = new("Token.ResourceMissing", FindingKind.Server,
        "The tenant {value} does not have the service that the token is for (Exchange Online or Microsoft Graph), or it is the wrong tenant.",
        "Check that Address names the tenant of the mailboxes; if it does, give it a subscription with Exchange Online.");

    /// <summary>A conditional access policy.</summary>
    public static readonly FindingCode TokenConditionalAccess = new("Token.ConditionalAccess", FindingKind.Server,
        "A Conditional Access policy blocks this sign-in.",
        "Have an administrator exempt this account, application or place from the policy that the sign-in log names (Microsoft Entra admin centre, Monitoring & health).");

    /// <summary>Security defaults.</summary>
    public static readonly FindingCode TokenSecurityDefaults = new("Token.SecurityDefaults", FindingKind.Server,
        "The security defaults of the tenant block this sign-in.",
        "Use OAuth Service; or have an administrator switch security defaults off (Microsoft Entra admin centre, Overview, Properties, Manage security defaults).");

    /// <summary>The authority is out of order.</summary>
    public static readonly FindingCode TokenAuthorityFault = new("Token.AuthorityFault", FindingKind.Server,
        "The authority, or what checks passwords for it, is out of order at the moment.",
        "Test again in a few minutes; where passwords are checked on premises, have the authentication agents and Active Directory looked at.")
    {
        MayPass = true,
    };
}
