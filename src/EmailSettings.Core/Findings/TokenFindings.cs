namespace EmailSettings.Core.Findings;

/// <summary>Findings of the stage Token.</summary>
public static class TokenFindings
{
    /// <summary>The next step for an endpoint whose certificate has ended or not begun.</summary>
    internal const string DatesStep = "Check this machine's clock; if it is right, have the endpoint's administrator renew its certificate.";

    /// <summary>The next step for an endpoint whose certificate names another host.</summary>
    internal const string NameStep = "Check the host in Address; if it is right, something else answers in its place: look at the network's DNS and proxies.";

    /// <summary>The next step for an endpoint whose certificate is wrong in itself.</summary>
    internal const string CertificateStep = "Check the host in Address; if it is right, have the endpoint's administrator install a certificate for server authentication.";

    /// <summary>The next step for an endpoint with which there is no handshake.</summary>
    internal const string HandshakeStep = "Check host and port in Address: a token endpoint speaks TLS 1.2 or 1.3 there, and asks for no client certificate; a proxy or firewall between may end the handshake as well.";

    /// <summary>The next step for an endpoint that redirects. Limit: the host.</summary>
    internal const string RedirectStep = "What answers is not a token endpoint: if '{limit}' is the login host, correct the host in Address; else it is the sign-in page of a network or proxy, so let this machine past that.";

    /// <summary>The next step for an endpoint with an error of its own.</summary>
    internal const string OutOfOrderStep = "What answers is not a token endpoint, or one that is out of order: check the host in Address, then wait and test again; a proxy of the network answers like this, too, where it cannot reach the endpoint.";

    /// <summary>No answer. Value: the authority. Detail: what was seen.</summary>
    public static readonly FindingCode TokenUnreachable = new("Token.Unreachable", FindingKind.Server,
        "The token endpoint of {value} cannot be reached: {detail}",
        "Let this machine reach it over https (port 443), by the system's proxy or one given with -Proxy ('--proxy'); check the host in Address.")
    {
        MayPass = true,
    };

    /// <summary>Its TLS. Value: the authority. Detail: why.</summary>
    public static readonly FindingCode TokenUntrusted = new("Token.Untrusted", FindingKind.Server,
        "There is no trusted TLS connection to the token endpoint of {value}: {detail}",
        "If a proxy inspects TLS, add its root certificate to this machine's trusted roots, or give it for this test alone (-CaCertificate, '--ca'); else check the host in Address.");

    /// <summary>The client secret is wrong.</summary>
    public static readonly FindingCode TokenSecretWrong = new("Token.SecretWrong", FindingKind.Server,
        "The client secret of the application {value} is wrong.",
        "Enter the secret's Value, not its Secret ID; the Value is shown once, when it is made (Microsoft Entra admin centre, App registrations, Certificates & secrets).");

    /// <summary>The client secret has ended.</summary>
    public static readonly FindingCode TokenSecretExpired = new("Token.SecretExpired", FindingKind.Server,
        "The client secret of the application {value} has ended.",
        "Create a new client secret in the Microsoft Entra admin centre (App registrations, Certificates & secrets) and enter its Value with Set-MailPassword ('emailsettings secret set').");

    /// <summary>User name or password wrong.</summary>
    public static readonly FindingCode TokenPasswordWrong = new("Token.PasswordWrong", FindingKind.Server,
        "The authority does not take this user name and password.",
        "Check user name (the user principal name) and password by signing in at https://outlook.office.com.");

    /// <summary>Nobody consented.</summary>
    public static readonly FindingCode TokenConsentMissing = new("Token.ConsentMissing", FindingKind.Server,
        "Nobody has consented to what the application {value} asks for.",
        "Have an administrator add the permission and grant consent: Microsoft Entra admin centre, App registrations, API permissions, Grant admin consent.");

    /// <summary>The application is not in the tenant.</summary>
    public static readonly FindingCode TokenClientUnknown = new("Token.ClientUnknown", FindingKind.Server,
        "The tenant does not know the application {value}.",
        "Check ClientId (the Application (client) ID, not the Object ID) and that Address names the tenant in which it is registered.");

    /// <summary>No such tenant.</summary>
    public static readonly FindingCode TokenTenantUnknown = new("Token.TenantUnknown", FindingKind.Server,
        "There is no tenant {value}.",
        "Check the GUID in Address: it is the Directory (tenant) ID on the application's overview page; for a national cloud check the host, too.");

    /// <summary>Public client flows are off.</summary>
    public static readonly FindingCode TokenPublicClientOff = new("Token.PublicClientOff", FindingKind.Server,
        "The application {value} does not allow public client flows, which OAuth User needs.",
        "Set 'Allow public client flows' to Yes (Microsoft Entra admin centre, App registrations, Authentication), or use OAuth Service.");

    /// <summary>A person is needed.</summary>
    public static readonly FindingCode TokenInteractionRequired = new("Token.InteractionRequired", FindingKind.Server,
        "The authority wants a person to sign in (a second factor, terms of use or a registration), which user name and password alone cannot do.",
        "Use OAuth Service, or have this account exempted from the policy; to try the mailbox once, sign in with -DeviceCode ('--device-code').");

    /// <summary>The device code was not used.</summary>
    public static readonly FindingCode TokenDeviceCodeNotConfirmed = new("Token.DeviceCodeNotConfirmed", FindingKind.Server,
        "The device code was declined, or ended before anybody entered it.",
        "Test again and enter the code at the address shown before it ends.");

    /// <summary>Too many requests. Detail: how long to wait.</summary>
    public static readonly FindingCode TokenThrottled = new("Token.Throttled", FindingKind.Server,
        "The authority takes no more requests from here for the moment{detail}.",
        "Wait, and ask less often; test fewer servers of one tenant at a time (-ThrottleLimit, '--throttle').")
    {
        MayPass = true,
    };

    /// <summary>Any other refusal. Value: the authority. Detail: the code.</summary>
    public static readonly FindingCode TokenRefused = new("Token.Refused", FindingKind.Server,
        "The authority {value} gives no token{detail}.",
        "Read the server's text; an AADSTS number in it is explained at https://login.microsoftonline.com/error.");

    /// <summary>Neither a token nor an OAuth error. Value: the authority. Detail: what came.</summary>
    public static readonly FindingCode TokenNotAnEndpoint = new("Token.NotAnEndpoint", FindingKind.Server,
        "{value} does not answer as a token endpoint does: {detail}",
        "Check the host in Address; if it is right, what answers is a proxy or a sign-in page of the network: let this machine past it, or give the right proxy with -Proxy ('--proxy').");

    /// <summary>A token with characters that it must not hold. Value: the authority. Detail: the first of them.</summary>
    public static readonly FindingCode TokenUnusable = new("Token.Unusable", FindingKind.Server,
        "The token that {value} gives holds a character that no header or mechanism can carry ({detail}).",
        "Check the host in Address; if it is right, have the authority's administrator issue tokens of printable ASCII characters (RFC 6749 appendix A.12).");

    /// <summary>Issued for someone else. Value: the audience.</summary>
    public static readonly FindingCode TokenAudience = new("Token.Audience", FindingKind.Warning,
        "The token was issued for '{value}', not for the mail server.",
        "Have the authority issue tokens for https://outlook.office365.com (Office 365 Exchange Online).");

    /// <summary>The right is missing. Value: the right. Detail: the rights there are.</summary>
    public static readonly FindingCode TokenRoleMissing = new("Token.RoleMissing", FindingKind.Warning,
        "The token lacks the right {value}; it has {detail}.",
        "Add {value} to the application's API permissions, and have an administrator grant consent.");

    /// <summary>Graph rights alone. Value: the right that is missing. Detail: the Graph rights.</summary>
    public static readonly FindingCode TokenGraphOnly = new("Token.GraphOnly", FindingKind.Warning,
        "The application has rights at Microsoft Graph only ({detail}), which IMAP and SMTP do not take; {value} is missing.",
        "Test with -Transport Graph ('--transport graph') if the platform works over Graph; else add {value} under 'Office 365 Exchange Online' to the application's API permissions and grant consent.");
}
