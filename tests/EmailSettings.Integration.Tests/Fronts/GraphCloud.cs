using EmailSettings.Integration.Tests.Certificates;
using EmailSettings.Integration.Tests.Servers;
using EmailSettings.Integration.Tests.Tokens;

namespace EmailSettings.Integration.Tests.Fronts;

/// <summary>
/// The public login host and Microsoft Graph under their real names, behind a proxy that routes every tunnel to one endpoint,
/// because the fronts have no option for Graph's address. The application has permissions there and none for IMAP or SMTP.
/// </summary>
internal sealed class GraphCloud : IAsyncDisposable
{
    private const string LoginHost = "login.microsoftonline.com";

    private readonly TokenEndpoint _endpoint;
    private readonly ConnectProxy _proxy;

    private GraphCloud(TokenEndpoint endpoint)
    {
        _endpoint = endpoint;
        _proxy = new ConnectProxy(endpoint.Port);
        Directory.ExchangeRoles = [];
        Directory.GraphRoles = ["Mail.ReadWrite", "Mail.Send"];
        Authority = new Uri($"https://{LoginHost}/{Directory.TenantId:D}");
    }

    public TokenDirectory Directory => _endpoint.Directory;

    public Uri Authority { get; }

    public string Proxy => _proxy.Address.AbsoluteUri;

    /// <summary>The hosts requested, each once.</summary>
    public IEnumerable<string> Hosts => _proxy.Targets.Distinct().Order(StringComparer.Ordinal);

    public static async Task<GraphCloud> StartAsync(TestCertificateAuthority authority) =>
        new(await TokenEndpoint.StartAsync(authority, new ServerCertificateOptions { Names = [LoginHost, "graph.microsoft.com"], UseEllipticCurve = true }));

    public async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _endpoint.DisposeAsync();
    }
}
