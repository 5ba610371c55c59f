using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EmailSettings.Integration.Tests.Certificates;

/// <summary>
/// Serves one CRL over HTTP on loopback. Each instance has a new URL, since .NET on Linux caches CRLs in the home directory by
/// URL.
/// </summary>
public sealed class CrlServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private CrlServer(WebApplication application, Uri address)
    {
        _application = application;
        Address = address;
    }

    /// <summary>The URL of the CRL, for <see cref="ServerCertificateOptions.CrlAddress"/>.</summary>
    public Uri Address { get; }

    /// <summary>The CRL in DER; 404 while it is null. Set it after issuing the certificate that it revokes.</summary>
    public byte[]? Crl { get; set; }

    /// <summary>The number of requests for the CRL.</summary>
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
