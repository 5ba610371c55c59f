using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EmailSettings.Integration.Tests.Certificates;

/// <summary>
/// Serves one CRL over http on loopback. Each instance has an address never used before, since .NET on Linux keeps
/// CRLs below the home directory by their address.
/// </summary>
public sealed class CrlServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private CrlServer(WebApplication application, Uri address)
    {
        _application = application;
        Address = address;
    }

    /// <summary>Where the CRL is: what <see cref="ServerCertificateOptions.CrlAddress"/> takes.</summary>
    public Uri Address { get; }

    /// <summary>The CRL in DER; 404 while it is null. Set it after the certificate that it revokes is issued.</summary>
    public byte[]? Crl { get; set; }

    /// <summary>How often the CRL was asked for.</summary>
    public int RequestCount => _requestCount;

    private int _requestCount;

    public static async Task<CrlServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var application = builder.Build();
        var path = $"/{Guid.NewGuid():N}.crl";
        CrlServer? server = null;
        application.MapGet(path, () =>
        {
            Interlocked.Increment(ref server!._requestCount);
            return server.Crl is { } crl ? Results.Bytes(crl, "application/pkix-crl") : Results.NotFound();
        });
        await application.StartAsync();
        server = new CrlServer(application, new Uri(new Uri(application.Urls.Single()), path));
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
