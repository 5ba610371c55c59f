using System.Globalization;
using System.Net;
using System.Text;
using EmailSettings.Core.OAuth;
using EmailSettings.Core.OAuth.Http;
using EmailSettings.Testing;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>The servers themselves, over plain sockets, as a basis for the other tests.</summary>
[Collection(MailSystem.Name)]
public sealed class MailSystemTests(MailSystemFixture system)
{
    [Fact]
    public async Task Postfix_offers_login_only_after_STARTTLS_and_announces_its_size_limit()
    {
        Skip.IfMissing(ServerRequirements.Postfix);
        await using var client = await LineClient.ConnectAsync(system.Postfix.SubmissionPort);
        Assert.StartsWith("220 ", await client.ReadLineAsync(), StringComparison.Ordinal);

        var before = await client.SmtpAsync("EHLO client.test");
        Assert.StartsWith("220 ", await client.SmtpAsync("STARTTLS"), StringComparison.Ordinal);
        await client.StartTlsAsync(system.Authority.Roots);
        var after = await client.SmtpAsync("EHLO client.test");

        Assert.DoesNotContain("AUTH", before, StringComparison.Ordinal);
        Assert.Contains("AUTH PLAIN LOGIN CRAM-MD5 SCRAM-SHA-1 SCRAM-SHA-256 XOAUTH2 OAUTHBEARER", after, StringComparison.Ordinal);
        Assert.Contains($"SIZE {PostfixFixture.MessageSizeLimit.ToString(CultureInfo.InvariantCulture)}", after, StringComparison.Ordinal);
        Assert.Contains("8BITMIME", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Postfix_accepts_the_right_password_over_implicit_TLS_and_refuses_a_wrong_one()
    {
        Skip.IfMissing(ServerRequirements.Postfix);
        await using var client = await OpenSubmissionsAsync();

        Assert.StartsWith("535 ", await client.SmtpAsync("AUTH PLAIN " + Plain("wrong")), StringComparison.Ordinal);
        Assert.StartsWith("235 ", await client.SmtpAsync("AUTH PLAIN " + Plain(system.Password)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Postfix_accepts_a_token()
    {
        Skip.IfMissing(ServerRequirements.Postfix);
        await using var client = await OpenSubmissionsAsync();

        Assert.StartsWith("235 ", await client.SmtpAsync("AUTH XOAUTH2 " + XOAuth2(await TokenAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Postfix_does_not_relay_without_a_login_and_refuses_large_messages()
    {
        Skip.IfMissing(ServerRequirements.Postfix);
        await using var client = await OpenSubmissionsAsync();

        Assert.StartsWith("552 5.3.4", await client.SmtpAsync($"MAIL FROM:<{MailSystemFixture.User}> SIZE=99999999"), StringComparison.Ordinal);
        // Postfix 3.7 remembers the size of a refused MAIL command until RSET.
        Assert.StartsWith("250 ", await client.SmtpAsync("RSET"), StringComparison.Ordinal);
        Assert.StartsWith("250 ", await client.SmtpAsync($"MAIL FROM:<{MailSystemFixture.User}>"), StringComparison.Ordinal);
        Assert.StartsWith("554 5.7.1", await client.SmtpAsync("RCPT TO:<someone@elsewhere.test>"), StringComparison.Ordinal);
        Assert.StartsWith("550 5.1.1", await client.SmtpAsync("RCPT TO:<nobody@mail.test>"), StringComparison.Ordinal);
        Assert.StartsWith("250 ", await client.SmtpAsync($"RCPT TO:<{MailSystemFixture.User}>"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_sent_through_Postfix_is_found_again_over_IMAP()
    {
        Skip.IfMissing(ServerRequirements.Postfix);
        var subject = Guid.NewGuid().ToString("N");
        await using (var smtp = await OpenSubmissionsAsync())
        {
            await smtp.SmtpAsync("AUTH PLAIN " + Plain(system.Password));
            await smtp.SmtpAsync($"MAIL FROM:<{MailSystemFixture.User}>");
            await smtp.SmtpAsync($"RCPT TO:<{MailSystemFixture.User}>");
            await smtp.SmtpAsync("DATA");
            Assert.StartsWith("250 ", await smtp.SmtpAsync($"Subject: {subject}\r\n\r\nHello\r\n."), StringComparison.Ordinal);
        }

        await using var imap = await OpenImapsAsync();
        await imap.ImapAsync($"LOGIN {MailSystemFixture.User} {system.Password}");
        Assert.Contains("t OK", await imap.ImapAsync("SELECT INBOX"), StringComparison.Ordinal);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!(await imap.ImapAsync($"SEARCH SUBJECT {subject}")).Contains("* SEARCH ", StringComparison.Ordinal))
            await Task.Delay(100, limit.Token);
    }

    [Fact]
    public async Task Dovecot_supports_STARTTLS_and_accepts_a_password()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        await using var client = await LineClient.ConnectAsync(system.Dovecot.ImapPort);
        Assert.StartsWith("* OK", await client.ReadLineAsync(), StringComparison.Ordinal);

        Assert.Contains("STARTTLS", await client.ImapAsync("CAPABILITY"), StringComparison.Ordinal);
        Assert.Contains("t OK", await client.ImapAsync("STARTTLS"), StringComparison.Ordinal);
        await client.StartTlsAsync(system.Authority.Roots);

        Assert.Contains("t NO", await client.ImapAsync($"LOGIN {MailSystemFixture.User} wrong"), StringComparison.Ordinal);
        Assert.Contains("t OK", await client.ImapAsync($"LOGIN {MailSystemFixture.User} {system.Password}"), StringComparison.Ordinal);
        Assert.Contains("EXISTS", await client.ImapAsync("EXAMINE INBOX"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dovecot_accepts_a_token_for_Exchange_and_refuses_one_for_Graph()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        await using var good = await OpenImapsAsync();
        await using var bad = await OpenImapsAsync();

        Assert.Contains("t OK", await good.ImapAsync("AUTHENTICATE XOAUTH2 " + XOAuth2(await TokenAsync())), StringComparison.Ordinal);
        Assert.Contains("EXISTS", await good.ImapAsync("EXAMINE INBOX"), StringComparison.Ordinal);
        Assert.Contains("t NO", await bad.ImapAsync("AUTHENTICATE XOAUTH2 " + XOAuth2(await TokenAsync(TokenPurpose.Graph))), StringComparison.Ordinal);
    }

    private async Task<LineClient> OpenSubmissionsAsync()
    {
        var client = await LineClient.ConnectWithTlsAsync(system.Postfix.SubmissionsPort, system.Authority.Roots);
        await client.ReadLineAsync();
        await client.SmtpAsync("EHLO client.test");
        return client;
    }

    private async Task<LineClient> OpenImapsAsync()
    {
        var client = await LineClient.ConnectWithTlsAsync(system.Dovecot.ImapsPort, system.Authority.Roots);
        await client.ReadLineAsync();
        return client;
    }

    private async Task<string> TokenAsync(TokenPurpose purpose = TokenPurpose.Imap)
    {
        using var client = new TokenClient(new OAuthHttpOptions { ExtraRoots = system.Authority.Roots, Proxy = new WebProxy() });
        using var outcome = await client.AcquireForApplicationAsync(
            system.Tokens.Request(purpose), Encoding.UTF8.GetBytes(system.Tokens.Directory.ClientSecret));
        return Encoding.UTF8.GetString(outcome.Token!.Utf8.Span);
    }

    private static string Plain(string password) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{MailSystemFixture.User}\0{password}"));

    private static string XOAuth2(string token) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"user={MailSystemFixture.User}\u0001auth=Bearer {token}\u0001\u0001"));
}
