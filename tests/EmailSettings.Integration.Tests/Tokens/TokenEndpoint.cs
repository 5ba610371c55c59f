using System.Net;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.OAuth;
using EmailSettings.Integration.Tests.Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EmailSettings.Integration.Tests.Tokens;

/// <summary>
/// A directory on loopback in the shape of Microsoft Entra: tokens, device codes, user realms, token introspection for Dovecot,
/// and one path of Graph. It judges requests by <see cref="Directory"/>, which tests can change.
/// </summary>
public sealed class TokenEndpoint : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly X509Certificate2 _certificate;

    private TokenEndpoint(WebApplication application, X509Certificate2 certificate, TokenDirectory directory)
    {
        _application = application;
        _certificate = certificate;
        Directory = directory;
        Port = new Uri(application.Urls.Single()).Port;
        Root = new Uri($"https://localhost:{Port}/");
        Authority = AuthorityOf(directory.TenantId);
    }

    /// <summary>The directory; changed by tests.</summary>
    public TokenDirectory Directory { get; }

    /// <summary>The TCP port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary><c>https://localhost:port/</c>, which is also the root of Graph here.</summary>
    public Uri Root { get; }

    /// <summary>The authority of the one tenant.</summary>
    public OAuthAuthority Authority { get; }

    /// <summary>The URL for Dovecot's token introspection (GET with the token as bearer).</summary>
    public Uri Introspection => new(Root, "/introspect");

    public static async Task<TokenEndpoint> StartAsync(TestCertificateAuthority authority, ServerCertificateOptions? certificateOptions = null)
    {
        var certificate = authority.Issue(certificateOptions ?? new ServerCertificateOptions { UseEllipticCurve = true });
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var application = builder.Build();

        var directory = new TokenDirectory();
        var issuer = new TokenIssuer(directory);
        application.Use(CountAndDisturb(directory));
        TokenRoutes.Map(application, directory, issuer);
        MailRoutes.Map(application, directory, issuer);
        await application.StartAsync();
        return new TokenEndpoint(application, certificate, directory);
    }

    /// <summary>Gets the authority of any tenant at this endpoint.</summary>
    public OAuthAuthority AuthorityOf(Guid tenant) =>
        OAuthAuthority.TryParse(new Uri(Root, tenant.ToString("D")).AbsoluteUri, out var authority) ? authority : throw new InvalidOperationException();

    /// <summary>Creates a request for a token of the application.</summary>
    public TokenRequest Request(TokenPurpose purpose = TokenPurpose.Imap) =>
        new() { Authority = Authority, ClientId = Directory.ClientId, Purpose = purpose };

    public async ValueTask DisposeAsync()
    {
        Directory.Silence?.TrySetResult();
        await _application.DisposeAsync();
        _certificate.Dispose();
    }

    private static Func<HttpContext, RequestDelegate, Task> CountAndDisturb(TokenDirectory directory) => async (context, next) =>
    {
        directory.Count(context.Request.Path);
        if (directory.Silence is { } silence) await silence.Task.WaitAsync(context.RequestAborted);
        if (directory.RawAnswer is not { } raw || !context.Request.Path.Value!.EndsWith(raw.PathEnd, StringComparison.Ordinal))
        {
            await next(context);
            return;
        }
        context.Response.StatusCode = raw.Status;
        if (raw.RetryAfter is { } wait) context.Response.Headers.RetryAfter = wait;
        if (raw.Location is { } location) context.Response.Headers.Location = location;
        context.Response.ContentType = raw.ContentType;
        await context.Response.WriteAsync(raw.Body);
    };
}
