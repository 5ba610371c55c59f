using Microsoft.Identity.Client;

namespace EmailSettings.Core.OAuth.Http;

/// <summary>Returns the same client each time, as MSAL requires.</summary>
internal sealed class MsalHttpClientFactory(HttpClient client) : IMsalHttpClientFactory
{
    /// <inheritdoc/>
    public HttpClient GetHttpClient() => client;
}
