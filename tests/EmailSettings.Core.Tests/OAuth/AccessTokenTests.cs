using EmailSettings.Core.OAuth;

namespace EmailSettings.Core.Tests.OAuth;

public sealed class AccessTokenTests
{
    [Fact]
    public void A_token_is_never_printed()
    {
        using var outcome = new TokenOutcome(new AccessToken("c4nary"), TokenFacts.Unknown);

        Assert.DoesNotContain("c4nary", $"{outcome} {outcome.Token} {outcome.Facts}", StringComparison.Ordinal);
    }

    [Fact]
    public void Disposing_wipes_the_token()
    {
        var token = new AccessToken("c4nary");
        var bytes = token.Utf8;

        token.Dispose();

        Assert.All(bytes.ToArray(), value => Assert.Equal(0, value));
        Assert.Throws<ObjectDisposedException>(() => token.Utf8);
    }
}
