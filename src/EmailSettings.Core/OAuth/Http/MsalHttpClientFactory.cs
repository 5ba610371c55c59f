using Microsoft.Identity.Client;

namespace EmailSettings.Core.OAuth.Http;

/// <summary>Gives MSAL the same client each time, as its contract asks.</summary>
internal sealed class MsalHttpClientFactory(HttpClient client) : IMsalHttpClientFactory
{
    /// <inheritdoc/>
    public HttpClient GetHttpClient() => client;
}
