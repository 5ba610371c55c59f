namespace EmailSettings.Core.Findings;

/// <summary>Findings of the Token stage.</summary>
public static class TokenFindings
{
    /// <summary>The next step for an endpoint whose certificate is expired or not yet valid.</summary>
    internal const string DatesStep = "Check this machine's clock; if it is correct, have the endpoint's administrator renew its certificate.";

    /// <summary>The next step for an endpoint whose certificate names another host.</summary>
    internal const string NameStep = "Check the host in Address; if it is correct, something else answers in its place: check the network's DNS and proxies.";

    /// <summary>The next step for an endpoint with an unusable certificate.</summary>
    internal const string CertificateStep = "Check the host in Address; if it is correct, have the endpoint's administrator install a certificate for server authentication.";

    /// <summary>The next step for an endpoint with a failed handshake.</summary>
    internal const string HandshakeStep = "Check host and port in Address: a token endpoint speaks TLS 1.2 or 1.3 and requires no client certificate. A proxy or firewall in between may also abort the handshake.";

    /// <summary>The next step for an endpoint that redirects. Limit: the host.</summary>
    internal const string RedirectStep = "If '{limit}' is the login host, correct the host in Address; otherwise it is the sign-in page of a network or proxy, so let this machine bypass it.";

    /// <summary>The next step for an endpoint with an internal error.</summary>
    internal const string OutOfOrderStep = "Check the host in Address, then wait and test again; a network proxy that cannot reach the endpoint also answers like this.";

    /// <summary>The endpoint is unreachable. Value: the authority. Detail: the failure.</summary>
    public static readonly FindingCode TokenUnreachable = new("Token.Unreachable", FindingKind.Server,
        "The token endpoint of {value} cannot be reached: {detail}",
        "Let this machine reach it over HTTPS (port 443), directly, through the system's proxy or one given with -Proxy ('--proxy'); check the host in Address.")
    {
        IsTransient = true,
    };

    /// <summary>The TLS connection is not trusted. Value: the authority. Detail: why.</summary>
    public static readonly FindingCode TokenUntrusted = new("Token.Untrusted", FindingKind.Server,
        "No trusted TLS connection to the token endpoint of {value} could be made: {detail}",
        "If a proxy inspects TLS, add its root certificate to this machine's trusted roots, or specify it for this test only (-CaCertificatePath, '--ca'); otherwise check the host in Address.");

    /// <summary>The client secret is wrong.</summary>
    public static readonly FindingCode TokenSecretWrong = new("Token.SecretWrong", FindingKind.Server,
        "The client secret of the application {value} is wrong.",
        "Enter the secret's Value, not its Secret ID; the Value is shown only once, when it is created (Microsoft Entra admin centre, App registrations, Certificates & secrets).");

    /// <summary>The client secret has expired.</summary>
    public static readonly FindingCode TokenSecretExpired = new("Token.SecretExpired", FindingKind.Server,
        "The client secret of the application {value} has expired.",
        "Create a new client secret in the Microsoft Entra admin centre (App registrations, Certificates & secrets) and enter its Value with Set-MailPassword ('emailsettings secret set').");

    /// <summary>The user name or password is wrong.</summary>
    public static readonly FindingCode TokenPasswordWrong = new("Token.PasswordWrong", FindingKind.Server,
        "The authority rejects this user name and password.",
        "Check the user name (the user principal name) and password by signing in at https://outlook.office.com.");

    /// <summary>Consent is missing.</summary>
    public static readonly FindingCode TokenConsentMissing = new("Token.ConsentMissing", FindingKind.Server,
        "The permissions requested by the application {value} have no consent.",
        "Have an administrator add the permission and grant consent: Microsoft Entra admin centre, App registrations, API permissions, Grant admin consent.");

    /// <summary>The application is unknown in the tenant.</summary>
    public static readonly FindingCode TokenClientUnknown = new("Token.ClientUnknown", FindingKind.Server,
        "The tenant does not know the application {value}.",
        "Check ClientId (the Application (client) ID, not the Object ID) and that Address names the tenant in which it is registered.");

    /// <summary>The tenant does not exist.</summary>
    public static readonly FindingCode TokenTenantUnknown = new("Token.TenantUnknown", FindingKind.Server,
        "There is no tenant {value}.",
        "Check the GUID in Address: it is the Directory (tenant) ID on the application's overview page; for a national cloud, also check the host.");

    /// <summary>Public client flows are disabled.</summary>
    public static readonly FindingCode TokenPublicClientOff = new("Token.PublicClientOff", FindingKind.Server,
        "The application {value} does not allow public client flows, which OAuth User needs.",
        "Set 'Allow public client flows' to Yes (Microsoft Entra admin centre, App registrations, Authentication), or use OAuth Service.");

    /// <summary>Interaction is required.</summary>
    public static readonly FindingCode TokenInteractionRequired = new("Token.InteractionRequired", FindingKind.Server,
        "The authority requires an interactive sign-in (a second factor, terms of use or a registration).",
        "Use OAuth Service, or have this account exempted from the policy; to test the mailbox once, sign in with -DeviceCode ('--device-code').");

    /// <summary>The device code was not used.</summary>
    public static readonly FindingCode TokenDeviceCodeNotConfirmed = new("Token.DeviceCodeNotConfirmed", FindingKind.Server,
        "The device code was declined, or expired before anyone entered it.",
        "Test again and enter the code at the address shown before it expires.");

    /// <summary>Too many requests. Detail: how long to wait.</summary>
    public static readonly FindingCode TokenThrottled = new("Token.Throttled", FindingKind.Server,
        "The authority temporarily accepts no more requests from this machine{detail}.",
        "Wait, and test less often or fewer servers of one tenant at a time (-ThrottleLimit, '--throttle').")
    {
        IsTransient = true,
    };

    /// <summary>Any other rejection. Value: the authority. Detail: the code.</summary>
    public static readonly FindingCode TokenRefused = new("Token.Refused", FindingKind.Server,
        "The authority {value} issued no token{detail}.",
        "Read the server's text; an AADSTS number in it is explained at https://login.microsoftonline.com/error.");

    /// <summary>Neither a token nor an OAuth error. Value: the authority. Detail: what was received.</summary>
    public static readonly FindingCode TokenNotAnEndpoint = new("Token.NotAnEndpoint", FindingKind.Server,
        "{value} does not answer like a token endpoint: {detail}",
        "Check the host in Address; if it is correct, a proxy or sign-in page of the network answers: let this machine bypass it, or specify the right proxy with -Proxy ('--proxy').");

    /// <summary>A token with invalid characters. Value: the authority. Detail: the first of them.</summary>
    public static readonly FindingCode TokenUnusable = new("Token.Unusable", FindingKind.Server,
        "The token issued by {value} contains a character that no header or mechanism can carry ({detail}).",
        "Check the host in Address; if it is correct, have the authority's administrator issue tokens of printable ASCII characters (RFC 6749 appendix A.12).");

    /// <summary>Issued for another service. Value: the audience.</summary>
    public static readonly FindingCode TokenAudience = new("Token.Audience", FindingKind.Warning,
        "The token was issued for '{value}', not for the mail server.",
        "Have the authority issue tokens for https://outlook.office365.com (Office 365 Exchange Online).");

    /// <summary>A permission is missing. Value: the permission. Detail: the existing permissions.</summary>
    public static readonly FindingCode TokenRoleMissing = new("Token.RoleMissing", FindingKind.Warning,
        "The token lacks the permission {value}; it has {detail}.",
        "Add {value} to the application's API permissions, and have an administrator grant consent.");

    /// <summary>Only Graph permissions. Value: the missing permission. Detail: the Graph permissions.</summary>
    public static readonly FindingCode TokenGraphOnly = new("Token.GraphOnly", FindingKind.Warning,
        "The application has only Microsoft Graph permissions ({detail}), which do not work for IMAP and SMTP; {value} is missing.",
        "Test with -Transport Graph ('--transport graph') if the platform uses Graph; otherwise add {value} under 'Office 365 Exchange Online' to the application's API permissions and grant consent.");
}
