namespace EmailSettings.Core.OAuth;

/// <summary>
/// The endpoints of a Microsoft cloud, selected by the host of the OAuth authority. Login and Graph hosts are from "Microsoft
/// Graph national cloud deployments" (learn.microsoft.com/graph/deployments). The Exchange resources of the global cloud are from
/// "Authenticate an IMAP, POP or SMTP connection using OAuth"; those of the national clouds are unverified.
/// </summary>
/// <param name="Name">The name of the cloud.</param>
/// <param name="AuthorityHosts">The login hosts, lower case.</param>
/// <param name="ExchangeResource">The resource of application tokens for IMAP and SMTP, without a trailing slash.</param>
/// <param name="ExchangeDelegatedResource">The resource of user tokens for IMAP and SMTP.</param>
/// <param name="GraphResource">The Microsoft Graph resource, which is also its root URL.</param>
public sealed record CloudEndpoints(
    string Name,
    IReadOnlyList<string> AuthorityHosts,
    string ExchangeResource,
    string ExchangeDelegatedResource,
    string GraphResource)
{
    /// <summary>The global cloud, including GCC.</summary>
    public static readonly CloudEndpoints Worldwide = new("Microsoft 365",
        ["login.microsoftonline.com", "login.microsoft.com", "login.windows.net", "sts.windows.net"],
        "https://outlook.office365.com", "https://outlook.office.com", "https://graph.microsoft.com");

    /// <summary>GCC High. The Exchange resource is unverified.</summary>
    public static readonly CloudEndpoints UsGovernmentHigh = new("Microsoft 365 US Government GCC High",
        ["login.microsoftonline.us"],
        "https://outlook.office365.us", "https://outlook.office365.us", "https://graph.microsoft.us");

    /// <summary>
    /// DoD, which shares its login host with GCC High; the mail host distinguishes them. The Exchange resource is unverified.
    /// </summary>
    public static readonly CloudEndpoints UsGovernmentDod = new("Microsoft 365 US Government DoD",
        ["login.microsoftonline.us"],
        "https://outlook-dod.office365.us", "https://outlook-dod.office365.us", "https://dod-graph.microsoft.us");

    /// <summary>21Vianet. The Exchange resource is unverified.</summary>
    public static readonly CloudEndpoints China = new("Microsoft 365 operated by 21Vianet",
        ["login.partner.microsoftonline.cn", "login.chinacloudapi.cn"],
        "https://partner.outlook.cn", "https://partner.outlook.cn", "https://microsoftgraph.chinacloudapi.cn");

    /// <summary>All clouds.</summary>
    public static IReadOnlyList<CloudEndpoints> All { get; } = [Worldwide, UsGovernmentHigh, UsGovernmentDod, China];

    /// <summary>The IMAP hosts: those of the Exchange resources.</summary>
    public IReadOnlyList<string> MailHosts => [new Uri(ExchangeResource).Host, new Uri(ExchangeDelegatedResource).Host];

    /// <summary>Returns the clouds of a login host, the usual one first; the global cloud for an unknown host.</summary>
    public static IReadOnlyList<CloudEndpoints> ForAuthorityHost(string host)
    {
        var found = All.Where(cloud => cloud.AuthorityHosts.Contains(host, StringComparer.OrdinalIgnoreCase)).ToList();
        return found.Count > 0 ? found : [Worldwide];
    }

    /// <summary>Returns the cloud of a login host; if several share it, the one with the mail host.</summary>
    public static CloudEndpoints For(string authorityHost, string? mailHost)
    {
        var clouds = ForAuthorityHost(authorityHost);
        return clouds.FirstOrDefault(cloud => cloud.MailHosts.Contains(mailHost, StringComparer.OrdinalIgnoreCase)) ?? clouds[0];
    }

    /// <summary>Returns the scope of an application token (client credentials).</summary>
    public string ApplicationScope(TokenPurpose purpose) =>
        Scope(purpose == TokenPurpose.Graph ? GraphResource : ExchangeResource, ".default");

    /// <summary>Returns the scope of a user token (password grant or device code).</summary>
    public string DelegatedScope(TokenPurpose purpose) =>
        Scope(purpose == TokenPurpose.Graph ? GraphResource : ExchangeDelegatedResource, DelegatedRight(purpose));

    /// <summary>Returns the cloud with another resource for <paramref name="purpose"/>.</summary>
    internal CloudEndpoints WithResource(TokenPurpose purpose, string resource) => purpose == TokenPurpose.Graph
        ? this with { GraphResource = resource }
        : this with { ExchangeResource = resource, ExchangeDelegatedResource = resource };

    private static string Scope(string resource, string right) => $"{resource.TrimEnd('/')}/{right}";

    private static string DelegatedRight(TokenPurpose purpose) => purpose switch
    {
        TokenPurpose.Imap => "IMAP.AccessAsUser.All",
        TokenPurpose.Smtp => "SMTP.Send",
        _ => ".default",
    };
}
