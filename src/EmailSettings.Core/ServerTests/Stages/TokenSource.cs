using EmailSettings.Core.OAuth;
using EmailSettings.Core.ServerTests.Running;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>Acquires the tokens of a test according to its authentication.</summary>
internal sealed class TokenSource(ServerTestContext context) : IDisposable
{
    private readonly TokenClient _client = new(context.HttpOptions);

    public Task<TokenOutcome> AcquireAsync(TokenPurpose purpose, CancellationToken cancellation)
    {
        var plan = context.Plan;
        if (!OAuthAuthority.TryParse(plan.Address!.OriginalString, out var authority)) throw new InvalidOperationException("The Settings stage accepts no other address.");
        var request = new TokenRequest { Authority = authority, ClientId = plan.ClientId!.Value, Purpose = purpose, Cloud = context.Cloud };
        if (plan.Authentication == TestAuthentication.OAuthUser && plan.Request.DeviceCode is { } show)
        {
            return _client.AcquireByDeviceCodeAsync(request, prompt =>
            {
                context.IsDeviceCodeShown = true;
                show(prompt);
            }, cancellation);
        }

        // The client needs memory, not a span: copy it for the call.
        var secret = context.Secret!.Span.ToArray();
        return ReleaseAsync(secret, plan.Authentication == TestAuthentication.OAuthUser
            ? _client.AcquireForUserAsync(request, plan.TokenUser!, secret, cancellation)
            : _client.AcquireForApplicationAsync(request, secret, cancellation));
    }

    public void Dispose() => _client.Dispose();

    private static async Task<TokenOutcome> ReleaseAsync(byte[] secret, Task<TokenOutcome> acquisition)
    {
        try
        {
            return await acquisition.ConfigureAwait(false);
        }
        finally
        {
            System.Security.Cryptography.CryptographicOperations.ZeroMemory(secret);
        }
    }
}
