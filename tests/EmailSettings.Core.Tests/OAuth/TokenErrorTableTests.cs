using EmailSettings.Core.OAuth;

namespace EmailSettings.Core.Tests.OAuth;

public sealed class TokenErrorTableTests
{
    [Theory]
    [InlineData(7000215, TokenFailureKind.SecretWrong)]
    [InlineData(7000222, TokenFailureKind.SecretExpired)]
    [InlineData(7000218, TokenFailureKind.PublicClientOff)]
    [InlineData(700016, TokenFailureKind.ClientUnknown)]
    [InlineData(90002, TokenFailureKind.TenantUnknown)]
    [InlineData(50126, TokenFailureKind.PasswordWrong)]
    [InlineData(50034, TokenFailureKind.UserUnknown)]
    [InlineData(50053, TokenFailureKind.AccountLocked)]
    [InlineData(50057, TokenFailureKind.AccountDisabled)]
    [InlineData(50055, TokenFailureKind.PasswordExpired)]
    [InlineData(50144, TokenFailureKind.PasswordExpired)]
    [InlineData(50105, TokenFailureKind.UserNotAssigned)]
    [InlineData(7000112, TokenFailureKind.ApplicationDisabled)]
    [InlineData(500011, TokenFailureKind.ResourceMissing)]
    [InlineData(530035, TokenFailureKind.SecurityDefaults)]
    [InlineData(50033, TokenFailureKind.AuthorityFault)]
    [InlineData(65001, TokenFailureKind.ConsentMissing)]
    [InlineData(50076, TokenFailureKind.InteractionRequired)]
    [InlineData(50079, TokenFailureKind.InteractionRequired)]
    [InlineData(53003, TokenFailureKind.ConditionalAccess)]
    public void An_AADSTS_number_decides_whatever_the_OAuth_code_says(int number, TokenFailureKind expected) =>
        Assert.Equal(expected, TokenErrorTable.Classify(400, [number], "something_else", TokenGrant.ClientCredentials));

    [Fact]
    public void For_an_unknown_number_the_next_one_decides_and_then_the_OAuth_code()
    {
        Assert.Equal(TokenFailureKind.TenantUnknown, TokenErrorTable.Classify(400, [1, 90002], "invalid_client", TokenGrant.ClientCredentials));
        Assert.Equal(TokenFailureKind.SecretWrong, TokenErrorTable.Classify(401, [1], "invalid_client", TokenGrant.ClientCredentials));
    }

    [Fact]
    public void Status_429_takes_precedence_over_everything() =>
        Assert.Equal(TokenFailureKind.Throttled, TokenErrorTable.Classify(429, [7000215], "invalid_client", TokenGrant.ClientCredentials));

    [Fact]
    public void The_same_OAuth_code_means_another_thing_for_another_grant()
    {
        Assert.Equal(TokenFailureKind.PasswordWrong, TokenErrorTable.Classify(400, [], "invalid_grant", TokenGrant.Password));
        Assert.Equal(TokenFailureKind.Other, TokenErrorTable.Classify(400, [], "invalid_grant", TokenGrant.ClientCredentials));
        Assert.Equal(TokenFailureKind.PublicClientOff, TokenErrorTable.Classify(401, [], "invalid_client", TokenGrant.Password));
    }
}
