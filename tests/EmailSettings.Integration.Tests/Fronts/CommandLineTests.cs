using EmailSettings.Integration.Tests.Servers;
using EmailSettings.Integration.Tests.Tokens;
using EmailSettings.Testing;

namespace EmailSettings.Integration.Tests.Fronts;

/// <summary>OAuth from the command line's arguments to the inbox: each grant, Graph, and device codes.</summary>
[Collection(MailSystem.Name)]
public sealed class CommandLineTests(MailSystemFixture system) : FrontTests(system)
{
    [Fact]
    public async Task A_client_secret_opens_the_inbox()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        Passed(
            await RunAsync(Directory.ClientSecret, "incoming", "--authentication", "OAuthService", "--mailbox", Directory.Mailbox, "--secret-stdin"), "Mailbox");
    }

    [Fact]
    public async Task A_user_with_a_password_opens_the_inbox()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        Passed(
            await RunAsync(Directory.UserPassword, "incoming", "--authentication", "OAuthUser", "--user", Directory.UserName, "--password-stdin"), "Mailbox");
    }

    [Fact]
    public async Task A_client_secret_logs_in_to_send()
    {
        Skip.IfMissing(ServerRequirements.Postfix);
        Passed(
            await RunAsync(Directory.ClientSecret, "outgoing", "--authentication", "OAuthService", "--user", Directory.Mailbox, "--secret-stdin"), "Authenticate");
    }

    [Fact]
    public async Task A_wrong_client_secret_is_named_and_not_repeated()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        var answer = await RunAsync("c4nary-wrong-secret", "incoming", "--authentication", "OAuthService", "--mailbox", Directory.Mailbox, "--secret-stdin");
        Assert.Equal((1, "Token.SecretWrong"), (answer.ExitCode, answer.ErrorIds().First()));
        answer.HoldsNoToken("c4nary-wrong-secret");
    }

    [Theory]
    [InlineData("incoming", "--mailbox", "Mailbox")]
    [InlineData("outgoing", "--user", "Token")]
    public async Task Graph_replaces_the_mail_protocol(string kind, string mailboxOption, string stage)
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        await using var cloud = await GraphCloud.StartAsync(System.Authority);
        using var front = Home.StartCommandLine(cloud.Directory.ClientSecret,
        [
            "test", kind, .. Home.At(System.Dovecot.ImapsPort), .. FrontHome.Application(cloud.Authority, cloud.Directory), "--proxy", cloud.Proxy,
            "--authentication", "OAuthService", "--transport", "graph", mailboxOption, cloud.Directory.Mailbox, "--secret-stdin",
        ]);
        var answer = await front.EndAsync();
        Passed(answer, stage);
        Assert.Equal("Skipped", answer.Status("Connect"));
        Assert.Equal(kind == "incoming" ? ["graph.microsoft.com:443", "login.microsoftonline.com:443"] : ["login.microsoftonline.com:443"], cloud.Hosts);
        answer.HoldsNoToken(cloud.Directory.ClientSecret);
    }

    [Fact]
    public async Task A_device_code_is_shown_at_once_beside_the_answer()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        using var front = StartWithCode();
        await front.WaitForAsync(Code);
        Directory.DeviceCode = DeviceCodeState.Confirmed;
        var answer = await front.EndAsync();
        Passed(answer, "Mailbox");
        Assert.DoesNotContain(Code, answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declined_device_code_is_named_and_the_server_is_still_tested()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        Directory.DeviceCode = DeviceCodeState.Declined;
        using var front = StartWithCode();
        var answer = await front.EndAsync();
        Assert.Equal((1, "Token.DeviceCodeNotConfirmed"), (answer.ExitCode, answer.ErrorIds().First()));
        Assert.Equal(("Passed", "Skipped"), (answer.Status("Capabilities"), answer.Status("Authenticate")));
    }

    [Fact]
    public async Task The_wait_for_a_device_code_ends_with_an_interruption()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        using var front = StartWithCode();
        await front.WaitForAsync(Code);
        front.Interrupt();
        var answer = await front.EndAsync();
        Assert.Equal((130, ""), (answer.ExitCode, answer.Output));
    }

    private FrontProcess StartWithCode() => Home.StartCommandLine("",
    [
        "test", "incoming", .. Home.At(System.Dovecot.ImapsPort), .. FrontHome.Application(Authority, Directory),
        "--device-code", "--transport", "imap", "--mailbox", Directory.UserName,
    ]);

    private async Task<FrontAnswer> RunAsync(string secret, string kind, params string[] options)
    {
        var port = kind == "incoming" ? System.Dovecot.ImapsPort : System.Postfix.SubmissionsPort;
        using var front = Home.StartCommandLine(secret + "\n", ["test", kind, .. Home.At(port), .. FrontHome.Application(Authority, Directory), .. options]);
        return await front.EndAsync();
    }

    private void Passed(FrontAnswer answer, string stage)
    {
        Assert.True(answer.ExitCode == 0, answer.Output + answer.Errors);
        Assert.Equal(("Passed", "Passed"), (answer.Status("Token"), answer.Status(stage)));
        answer.HoldsNoToken(Secrets);
    }
}
