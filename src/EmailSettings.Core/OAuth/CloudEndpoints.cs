namespace EmailSettings.Core.OAuth;

/// <summary>
/// The resources that belong to one Microsoft cloud: one row of a small table, chosen by the host of the OAuth
/// authority. Login and Graph hosts are those of "Microsoft Graph national cloud deployments"
/// (learn.microsoft.com/graph/deployments). The Exchange resources of the world are those of "Authenticate an IMAP, POP
/// or SMTP connection using OAuth"; those of the national clouds are unverified.
/// </summary>
/// <param name="Name">The name of the cloud.</param>
/// <param name="AuthorityHosts">Login hosts in lower case.</param>
/// <param name="ExchangeResource">Resource of application tokens for IMAP and SMTP, without a slash at the end.</param>
/// <param name="ExchangeDelegatedResource">Resource of a user's tokens for IMAP and SMTP.</param>
/// <param name="GraphResource">Microsoft Graph, which is also the root of its addresses.</param>
public sealed record CloudEndpoints(
    string Name,
    IReadOnlyList<string> AuthorityHosts,
    string ExchangeResource,
    string ExchangeDelegatedResource,
    string GraphResource)
{
    /// <summary>The world, GCC included.</summary>
    public static readonly CloudEndpoints World = new("Microsoft 365",
        ["login.microsoftonline.com", "login.microsoft.com", "login.windows.net", "sts.windows.net"],
        "https://outlook.office365.com", "https://outlook.office.com", "https://graph.microsoft.com");

    /// <summary>GCC High. The Exchange resource is unverified.</summary>
    public static readonly CloudEndpoints UsGovernmentHigh = new("Microsoft 365 US Government GCC High",
        ["login.microsoftonline.us"],
        "https://outlook.office365.us", "https://outlook.office365.us", "https://graph.microsoft.us");

    /// <summary>
    /// DoD, which shares its login host with GCC High: the mail host tells them apart. The Exchange resource is unverified.
    /// </summary>
    public static readonly CloudEndpoints UsGovernmentDod = new("Microsoft 365 US Government DoD",
        ["login.microsoftonline.us"],
        "https://outlook-dod.office365.us", "https://outlook-dod.office365.us", "https://dod-graph.microsoft.us");

    /// <summary>21Vianet. The Exchange resource is unverified.</summary>
    public static readonly CloudEndpoints China = new("Microsoft 365 operated by 21Vianet",
        ["login.partner.microsoftonline.cn", "login.chinacloudapi.cn"],
        "https://partner.outlook.cn", "https://partner.outlook.cn", "https://microsoftgraph.chinacloudapi.cn");

    /// <summary>Every row.</summary>
    public static IReadOnlyList<CloudEndpoints> All { get; } = [World, UsGovernmentHigh, UsGovernmentDod, China];

    /// <summary>The hosts that serve IMAP: those of the Exchange resources.</summary>
    public IReadOnlyList<string> MailHosts => [new Uri(ExchangeResource).Host, new Uri(ExchangeDelegatedResource).Host];

    /// <summary>The clouds of a login host, the usual one first; the world's for a host that the table does not know.</summary>
    public static IReadOnlyList<CloudEndpoints> ForAuthorityHost(string host)
    {
        var found = All.Where(cloud => cloud.AuthorityHosts.Contains(host, StringComparer.OrdinalIgnoreCase)).ToList();
        return found.Count > 0 ? found : [World];
    }

    /// <summary>The cloud of a login host; where several share it, the one with that mail host.</summary>
    public static CloudEndpoints For(string authorityHost, string? mailHost)
    {
        var clouds = ForAuthorityHost(authorityHost);
        return clouds.FirstOrDefault(cloud => cloud.MailHosts.Contains(mailHost, StringComparer.OrdinalIgnoreCase)) ?? clouds[0];
    }

    /// <summary>The one scope of an application's token (client credentials).</summary>
    public string ApplicationScope(TokenPurpose purpose) =>
        Scope(purpose == TokenPurpose.Graph ? GraphResource : ExchangeResource, ".default");

    /// <summary>The one scope of a user's token (password grant or device code).</summary>
    public string DelegatedScope(TokenPurpose purpose) =>
        Scope(purpose == TokenPurpose.Graph ? GraphResource : ExchangeDelegatedResource, DelegatedRight(purpose));

    /// <summary>The same cloud with another resource for what <paramref name="purpose"/> needs.</summary>
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
