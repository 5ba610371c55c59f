using EmailSettings.Mail.Sasl;

namespace EmailSettings.Mail.Tests;

public sealed class SaslSelectionTests
{
    [Theory]
    [InlineData(SaslCredentialKind.Password, "LOGIN plain XOAUTH2", SaslMechanism.Plain, SaslMechanism.Login)]
    [InlineData(SaslCredentialKind.Password, "LOGIN", SaslMechanism.Login)]
    [InlineData(SaslCredentialKind.Password, "XOAUTH2 CRAM-MD5", SaslMechanism.CramMd5)]
    [InlineData(SaslCredentialKind.Password, "GSSAPI PLAIN scram-sha-1 SCRAM-SHA-256-PLUS NTLM SCRAM-SHA-256", SaslMechanism.ScramSha256, SaslMechanism.ScramSha1, SaslMechanism.Ntlm, SaslMechanism.Plain)]
    [InlineData(SaslCredentialKind.AccessToken, "XOAUTH2 OAUTHBEARER PLAIN", SaslMechanism.OAuthBearer, SaslMechanism.XOAuth2)]
    [InlineData(SaslCredentialKind.AccessToken, "xoauth2", SaslMechanism.XOAuth2)]
    [InlineData(SaslCredentialKind.AccessToken, "")]
    public void Offered_mechanisms_are_chosen_strongest_first(SaslCredentialKind kind, string offered, params SaslMechanism[] expected) =>
        Assert.Equal(expected, SaslSelection.Choose(kind, offered.Split(' ')));
}
