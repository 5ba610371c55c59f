namespace EmailSettings.Core.Findings;

/// <summary>Findings of the Token stage that the authority distinguishes by error number.</summary>
public static class AuthorityFindings
{
    /// <summary>A locked account.</summary>
    public static readonly FindingCode TokenAccountLocked = new("Token.AccountLocked", FindingKind.Server,
        "The account is locked, after too many failed sign-ins or a sign-in from a blocked address.",
        "Wait until the lock expires or have an administrator unlock the account, then enter the correct password; the sign-in log (Microsoft Entra admin centre, Monitoring & health) shows the reason.");

    /// <summary>A disabled account.</summary>
    public static readonly FindingCode TokenAccountDisabled = new("Token.AccountDisabled", FindingKind.Server,
        "The user's account is disabled.",
        "Have an administrator enable the account in Microsoft Entra ID, or in Active Directory if it is synchronized from there.");

    /// <summary>An expired password.</summary>
    public static readonly FindingCode TokenPasswordExpired = new("Token.PasswordExpired", FindingKind.Server,
        "The user's password has expired or must be changed.",
        "Set a new password by signing in with a web browser, and enter that one.");

    /// <summary>An unknown user.</summary>
    public static readonly FindingCode TokenUserUnknown = new("Token.UserUnknown", FindingKind.Server,
        "The tenant has no such user.",
        "Check the user name (the user principal name), and that Address names that user's tenant.");

    /// <summary>A disabled application. Value: its id.</summary>
    public static readonly FindingCode TokenApplicationDisabled = new("Token.ApplicationDisabled", FindingKind.Server,
        "The application {value} is disabled in the tenant.",
        "Have an administrator enable it: Microsoft Entra admin centre, Enterprise applications, the application, Properties, 'Enabled for users to sign in'.");

    /// <summary>A user not assigned to the application. Value: the application's id.</summary>
    public static readonly FindingCode TokenUserNotAssigned = new("Token.UserNotAssigned", FindingKind.Server,
        "The user is not assigned to the application {value}, which admits assigned users only.",
        "Assign the user: Microsoft Entra admin centre, Enterprise applications, the application, Users and groups.");

    /// <summary>No Exchange Online in the tenant. Value: the tenant.</summary>
    public static readonly FindingCode TokenResourceMissing = new("Token.ResourceMissing", FindingKind.Server,
        "The tenant {value} does not have the service that the token is for (Exchange Online or Microsoft Graph), or it is the wrong tenant.",
        "Check that Address names the tenant of the mailboxes; if it does, give it a subscription with Exchange Online.");

    /// <summary>Blocked by Conditional Access.</summary>
    public static readonly FindingCode TokenConditionalAccess = new("Token.ConditionalAccess", FindingKind.Server,
        "A Conditional Access policy blocks this sign-in.",
        "Have an administrator exempt this account, application or location from the policy that the sign-in log names (Microsoft Entra admin centre, Monitoring & health).");

    /// <summary>Blocked by security defaults.</summary>
    public static readonly FindingCode TokenSecurityDefaults = new("Token.SecurityDefaults", FindingKind.Server,
        "The security defaults of the tenant block this sign-in.",
        "Use OAuth Service; or have an administrator disable security defaults (Microsoft Entra admin centre, Overview, Properties, Manage security defaults).");

    /// <summary>A failure inside the authority.</summary>
    public static readonly FindingCode TokenAuthorityFault = new("Token.AuthorityFault", FindingKind.Server,
        "The authority, or the system that checks passwords for it, is currently failing.",
        "Test again in a few minutes; if passwords are checked on-premises, have the authentication agents and Active Directory checked.")
    {
        IsTransient = true,
    };
}
