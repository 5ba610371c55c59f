using System.Text;
using EmailSettings.Core.OAuth;
using EmailSettings.Integration.Tests.Servers;
using EmailSettings.Mail;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Sasl;
using EmailSettings.Testing;

namespace EmailSettings.Integration.Tests.Mail;

[Collection(MailSystem.Name)]
public sealed class ImapOnDovecotTests(MailSystemFixture system) : RealSessionTests(system)
{
    [Theory]
    [InlineData(TlsMode.StartTls, SaslMechanism.XOAuth2, false)]
    [InlineData(TlsMode.StartTls, SaslMechanism.OAuthBearer, true)]
    [InlineData(TlsMode.Implicit, SaslMechanism.XOAuth2, true)]
    [InlineData(TlsMode.Implicit, SaslMechanism.OAuthBearer, false)]
    public async Task From_MSAL_through_the_token_to_the_open_mailbox(TlsMode mode, SaslMechanism mechanism, bool ofUser)
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        await using var session = await OpenImapAsync(mode);
        using var credential = await TokenAsync(TokenPurpose.Imap, ofUser);

        Require(await LogInAsync(session, mechanism, credential));
        var mailbox = Require(await session.ExamineAsync("INBOX", default));
        Require(await session.QuitAsync(default));

        Assert.NotNull(mailbox.Messages);
        Assert.NotNull(mailbox.UidValidity);
    }

    [Theory]
    [InlineData(SaslMechanism.XOAuth2)]
    [InlineData(SaslMechanism.OAuthBearer)]
    public async Task A_Graph_token_is_refused_with_the_reason_in_JSON(SaslMechanism mechanism)
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        await using var session = await OpenImapAsync(TlsMode.Implicit);
        using var credential = await TokenAsync(TokenPurpose.Graph);

        var result = await LogInAsync(session, mechanism, credential);

        Assert.Equal(MailFailureKind.Refused, result.Failure?.Kind);
        Assert.NotNull(result.Facts?.OAuthError?.Status);
    }

    [Fact]
    public async Task A_Graph_only_application_is_refused_though_its_token_is_for_Exchange()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        var roles = Fixture.Tokens.Directory.ExchangeRoles;
        Fixture.Tokens.Directory.ExchangeRoles = [];
        try
        {
            await using var session = await OpenImapAsync(TlsMode.Implicit);
            using var credential = await TokenAsync(TokenPurpose.Imap);

            Assert.Equal(MailFailureKind.Refused, (await LogInAsync(session, SaslMechanism.XOAuth2, credential)).Failure?.Kind);
        }
        finally
        {
            Fixture.Tokens.Directory.ExchangeRoles = roles;
        }
    }

    [Fact]
    public async Task A_token_that_has_expired_is_refused()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        Fixture.Tokens.Directory.TokenLifetimeSeconds = -60;
        try
        {
            await using var session = await OpenImapAsync(TlsMode.Implicit);
            using var credential = await TokenAsync(TokenPurpose.Imap);

            Assert.Equal(MailFailureKind.Refused, (await LogInAsync(session, SaslMechanism.XOAuth2, credential)).Failure?.Kind);
        }
        finally
        {
            Fixture.Tokens.Directory.TokenLifetimeSeconds = 3600;
        }
    }

    [Theory]
    [InlineData(SaslMechanism.Plain)]
    [InlineData(SaslMechanism.Login)]
    [InlineData(SaslMechanism.CramMd5)]
    [InlineData(SaslMechanism.ScramSha1)]
    [InlineData(SaslMechanism.ScramSha256)]
    public async Task A_right_password_logs_in_and_a_wrong_one_does_not(SaslMechanism mechanism)
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        await using var good = await OpenImapAsync(TlsMode.StartTls);
        await using var bad = await OpenImapAsync(TlsMode.StartTls);
        using var right = Password();
        using var wrong = Password("wrong");

        Require(await LogInAsync(good, mechanism, right));
        Assert.Equal(MailFailureKind.Refused, (await LogInAsync(bad, mechanism, wrong)).Failure?.Kind);
    }

    [Fact]
    public async Task No_secret_is_in_a_transcript()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        await using var session = await OpenImapAsync(TlsMode.Implicit);
        using var credential = await TokenAsync(TokenPurpose.Imap);
        Require(await LogInAsync(session, SaslMechanism.XOAuth2, credential));

        var token = Encoding.UTF8.GetString(credential.Secret);
        var wire = Convert.ToBase64String(Encoding.UTF8.GetBytes($"user={credential.User}\u0001auth=Bearer {token}\u0001\u0001"));

        Assert.DoesNotContain(session.Transcript.Lines, line =>
            line.Text.Contains(token, StringComparison.Ordinal) || line.Text.Contains(wire[^40..], StringComparison.Ordinal));
    }
}
