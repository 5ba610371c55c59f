using System.Text;
using EmailSettings.Mail.Sasl;
using EmailSettings.Testing.Servers;
using static EmailSettings.Mail.Tests.SessionRun;

namespace EmailSettings.Mail.Tests;

/// <summary>Secrets with servers that repeat everything they receive.</summary>
public sealed class CanaryTests
{
    private const string User = "CanaryUser7@example.test";
    private const string Secret = "C4nary-Secret-0123456789";

    [Theory]
    [InlineData(SaslMechanism.Plain)]
    [InlineData(SaslMechanism.Login)]
    [InlineData(SaslMechanism.XOAuth2)]
    [InlineData(SaslMechanism.OAuthBearer)]
    public async Task SMTP_shows_no_secret_that_a_server_repeats(SaslMechanism mechanism)
    {
        foreach (var ending in Endings)
        {
            await using var server = new ScriptedServer(async connection =>
            {
                await connection.SendAsync("220 ready");
                await connection.ReadLineAsync();
                await connection.SendAsync("250 hello");
                await EchoAsync(connection, await connection.ReadLineAsync() ?? string.Empty, "334 ", ending);
            });
            await using var session = await SmtpReadyAsync(server);
            using var credential = Credential(User, Secret);
            var result = await session.AuthenticateAsync(Request(mechanism, credential), default);
            var after = await session.RsetAsync(default);
            AssertClean(session, result, after.Failure, credential);
        }
    }

    [Theory]
    [InlineData(SaslMechanism.Plain)]
    [InlineData(SaslMechanism.Login)]
    [InlineData(SaslMechanism.XOAuth2)]
    [InlineData(SaslMechanism.OAuthBearer)]
    public async Task IMAP_shows_no_secret_that_a_server_repeats(SaslMechanism mechanism)
    {
        foreach (var ending in Endings)
        {
            foreach (var greeting in new[] { "* OK ready", "* OK [CAPABILITY IMAP4rev1 SASL-IR] ready" })
            {
                await using var server = new ScriptedServer(async connection =>
                {
                    await connection.SendAsync(greeting);
                    await EchoAsync(connection, await connection.ReadLineAsync() ?? string.Empty, "+ ", ending.Replace("535 ", "A1 NO ", StringComparison.Ordinal));
                });
                await using var session = await ImapAsync(server.Options());
                using var credential = Credential(User, Secret);
                var result = await session.AuthenticateAsync(Request(mechanism, credential), default);
                var after = await session.ExamineAsync("INBOX", default);
                AssertClean(session, result, after.Failure, credential);
            }
        }
    }

    [Theory]
    [InlineData(Secret)]
    [InlineData("pässwörd-C4nary")]
    public async Task LOGIN_shows_no_secret_that_a_server_repeats(string secret)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SendAsync("* OK ready");
            var line = await connection.ReadLineAsync();
            if (line!.EndsWith('}'))
            {
                await connection.SendAsync("+ " + line);
                line += await connection.ReadLineAsync();
            }

            await connection.SendAsync("* NO you said " + line);
            await connection.SendAsync("A1 BAD " + line);
            await connection.UntilClosedAsync();
        });
        await using var session = await ImapAsync(server.Options());
        using var credential = Credential(User, secret);
        var result = await session.LoginAsync(credential, true, default);
        Assert.Equal(MailFailureKind.Refused, result.Failure!.Kind);
        AssertClean(session, result, null, credential, secret);
    }

    [Fact]
    public async Task A_partial_line_with_a_secret_is_redacted_too()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SendAsync("220 ready");
            await connection.ReadLineAsync();
            await connection.SendAsync("250 hello");
            await connection.SendRawAsync("535 no such command: " + await connection.ReadLineAsync());
            await connection.UntilClosedAsync();
        });
        var session = await SmtpAsync(server.Options().Short());
        await using (session)
        {
            await session.EhloAsync("client", default);
            using var credential = Credential(User, Secret);
            var result = await session.AuthenticateAsync(Request(SaslMechanism.Plain, credential), default);
            Assert.Equal(MailFailureKind.TimedOut, result.Failure!.Kind);
            Assert.StartsWith("535 no such command: AUTH PLAIN", result.Failure.ServerText, StringComparison.Ordinal);
            AssertClean(session, result, null, credential);
        }
    }

    [Fact]
    public void The_secret_of_a_disposed_credential_is_gone()
    {
        var credential = Credential();
        credential.Dispose();
        Assert.Throws<ObjectDisposedException>(() => credential.Secret.Length);
    }

    private static readonly string[] Endings = ["535 you said {0}", "535-{0}\r\n535 {0}{0}", "535 {0} is not my user", "nonsense {0}", "\"{0}", "334 {0}\r\n535 {0}"];

    // Repeats every line: as a challenge as long as the client answers, then in each form in the last reply.
    private static async Task EchoAsync(ScriptedConnection connection, string line, string challenge, string ending)
    {
        var said = new StringBuilder(line);
        for (var i = 0; i < 2; i++)
        {
            await connection.SendAsync(challenge + line.Split(' ')[^1]);
            line = await connection.ReadLineAsync() ?? string.Empty;
            said.Append(' ').Append(line);
        }

        foreach (var form in new[] { said.ToString(), User, Secret, Base64(Secret), said.ToString().ToUpperInvariant(), said.ToString()[..^3] })
            said.Append(" <").Append(form).Append('>');
        await connection.SendAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, ending, said));
        while (await connection.ReadLineAsync() is not null)
            await connection.SendAsync($"250 A2 OK {Secret} {Base64(Secret)}");
    }

    private static void AssertClean(IMailSession session, MailResult<AuthenticateFacts> result, MailFailure? after, MailCredential credential, string secret = Secret)
    {
        var shown = new StringBuilder();
        foreach (var line in session.Transcript.Lines)
            shown.AppendLine(line.Text);
        shown.AppendLine(result.ToString()).AppendLine(result.Failure?.Reply?.Text).AppendLine(result.Facts?.Reply?.Text).AppendLine(after?.ToString()).AppendLine(after?.ServerText).AppendLine(credential.ToString());
        var text = shown.ToString();
        string[] forms = [secret, User, Base64(secret), Base64(User), Base64($"\0{User}\0{secret}"), Base64($"user={User}\u0001auth=Bearer {secret}\u0001\u0001"), Base64(secret)[..16]];
        foreach (var form in forms)
            Assert.DoesNotContain(form, text, StringComparison.OrdinalIgnoreCase);
    }
}
