using EmailSettings.Mail.Sasl;

namespace EmailSettings.Mail.Tests;

public sealed class SaslSelectionTests
{
    [Theory]
    [InlineData(SaslCredentialKind.Password, "LOGIN plain XOAUTH2", SaslMechanism.Plain)]
    [InlineData(SaslCredentialKind.Password, "LOGIN", SaslMechanism.Login)]
    [InlineData(SaslCredentialKind.Password, "XOAUTH2 CRAM-MD5", null)]
    [InlineData(SaslCredentialKind.AccessToken, "XOAUTH2 OAUTHBEARER PLAIN", SaslMechanism.OAuthBearer)]
    [InlineData(SaslCredentialKind.AccessToken, "xoauth2", SaslMechanism.XOAuth2)]
    [InlineData(SaslCredentialKind.AccessToken, "", null)]
    public void The_strongest_that_is_offered_is_chosen(SaslCredentialKind kind, string offered, SaslMechanism? expected) =>
        Assert.Equal(expected, SaslSelection.Choose(kind, offered.Split(' ')));
}
