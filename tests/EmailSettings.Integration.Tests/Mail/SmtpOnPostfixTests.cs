using EmailSettings.Core.OAuth;
using EmailSettings.Integration.Tests.Servers;
using EmailSettings.Mail;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Sasl;
using EmailSettings.Mail.Smtp;
using EmailSettings.Testing;

namespace EmailSettings.Integration.Tests.Mail;

[Collection(MailSystem.Name)]
public sealed class SmtpOnPostfixTests(MailSystemFixture system) : RealSessionTests(system)
{
    [Theory]
    [InlineData(TlsMode.StartTls, SaslMechanism.Plain)]
    [InlineData(TlsMode.StartTls, SaslMechanism.Login)]
    [InlineData(TlsMode.Implicit, SaslMechanism.Plain)]
    [InlineData(TlsMode.Implicit, SaslMechanism.Login)]
    [InlineData(TlsMode.StartTls, SaslMechanism.CramMd5)]
    [InlineData(TlsMode.StartTls, SaslMechanism.ScramSha1)]
    [InlineData(TlsMode.Implicit, SaslMechanism.ScramSha256)]
    public async Task A_password_logs_in(TlsMode mode, SaslMechanism mechanism)
    {
        Skip.IfMissing(ServerRequirements.Postfix);
        await using var session = await OpenSmtpAsync(mode);
        using var credential = Password();

        Require(await LogInAsync(session, mechanism, credential));
        Assert.True(session.IsEncrypted);
        Require(await session.QuitAsync(default));

        Assert.NotEmpty(session.Transcript.Lines);
        Assert.DoesNotContain(session.Transcript.Lines, line => line.Text.Contains(Fixture.Password, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(TlsMode.StartTls, SaslMechanism.XOAuth2)]
    [InlineData(TlsMode.StartTls, SaslMechanism.OAuthBearer)]
    [InlineData(TlsMode.Implicit, SaslMechanism.XOAuth2)]
    [InlineData(TlsMode.Implicit, SaslMechanism.OAuthBearer)]
    public async Task A_token_logs_in(TlsMode mode, SaslMechanism mechanism)
    {
        Skip.IfMissing(ServerRequirements.Postfix);
        await using var session = await OpenSmtpAsync(mode);
        using var credential = await TokenAsync(TokenPurpose.Smtp);

        Require(await LogInAsync(session, mechanism, credential));
    }

    [Fact]
    public async Task A_wrong_password_is_refused_with_535()
    {
        Skip.IfMissing(ServerRequirements.Postfix);
        await using var session = await OpenSmtpAsync(TlsMode.StartTls);
        using var credential = Password("wrong");

        var result = await LogInAsync(session, SaslMechanism.Plain, credential);

        Assert.Equal(MailFailureKind.Refused, result.Failure?.Kind);
        Assert.Equal(535, (result.Failure?.Reply as SmtpReply)?.Code);
    }

    [Fact]
    public async Task Capabilities_are_as_configured_on_the_server()
    {
        Skip.IfMissing(ServerRequirements.Postfix);
        await using var session = await OpenSmtpAsync(TlsMode.StartTls);
        var capabilities = session.Capabilities!;

        Assert.Equal(PostfixFixture.MessageSizeLimit, capabilities.MaxSizeBytes);
        Assert.True(capabilities is { EightBitMime: true, Pipelining: true, EnhancedStatusCodes: true, SmtpUtf8: true });
        Assert.Equal(["PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256", "XOAUTH2", "OAUTHBEARER"], capabilities.AuthMechanisms);
    }

    [Fact]
    public async Task Envelope_refusals_keep_their_codes()
    {
        Skip.IfMissing(ServerRequirements.Postfix);
        await using var session = await OpenSmtpAsync(TlsMode.Implicit);
        var user = MailSystemFixture.User;

        Assert.Equal(552, CodeOf(await session.MailFromAsync(user, new MailFromParameters { SizeBytes = 99_999_999 }, default)));
        Require(await session.RsetAsync(default));
        Require(await session.MailFromAsync(user, null, default));
        Assert.Equal(554, CodeOf(await session.RcptToAsync("someone@elsewhere.test", default)));
        Assert.Equal(550, CodeOf(await session.RcptToAsync("nobody@mail.test", default)));
        Require(await session.RcptToAsync(user, default));
        Require(await session.RsetAsync(default));
        // Postfix judges the sender once it has the recipient.
        Require(await session.MailFromAsync(PostfixFixture.RefusedSender, null, default));
        Assert.Equal(554, CodeOf(await session.RcptToAsync(user, default)));
    }

    private static int? CodeOf(MailResult<SmtpReply> result) => (result.Failure?.Reply as SmtpReply)?.Code;
}
