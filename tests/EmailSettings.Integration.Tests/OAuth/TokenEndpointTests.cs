using System.Net;
using EmailSettings.Core.OAuth;
using EmailSettings.Core.OAuth.Http;
using EmailSettings.Integration.Tests.Certificates;
using EmailSettings.Integration.Tests.Tokens;

namespace EmailSettings.Integration.Tests.OAuth;

/// <summary>A new token endpoint for each test, since each test changes the directory; the CA is shared by the class.</summary>
public abstract class TokenEndpointTests(TestCertificateAuthority authority) : IClassFixture<TestCertificateAuthority>, IAsyncLifetime
{
    protected TestCertificateAuthority Authority => authority;

    protected TokenEndpoint Endpoint { get; private set; } = null!;

    protected TokenDirectory Directory => Endpoint.Directory;

    /// <summary>Options that trust the test's CA and bypass the host's proxy.</summary>
    protected OAuthHttpOptions Options => new() { ExtraRoots = Authority.Roots, Proxy = new WebProxy() };

    public virtual async ValueTask InitializeAsync() => Endpoint = await TokenEndpoint.StartAsync(authority);

    public virtual async ValueTask DisposeAsync()
    {
        await Endpoint.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task<TokenOutcome> AcquireForApplicationAsync(TokenPurpose purpose = TokenPurpose.Imap, string? secret = null)
    {
        using var client = new TokenClient(Options);
        return await client.AcquireForApplicationAsync(Endpoint.Request(purpose), Utf8(secret ?? Directory.ClientSecret));
    }

    protected async Task<TokenOutcome> AcquireForUserAsync(string? userName = null, string? password = null)
    {
        using var client = new TokenClient(Options);
        return await client.AcquireForUserAsync(Endpoint.Request(), userName ?? Directory.UserName, Utf8(password ?? Directory.UserPassword));
    }

    protected static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
