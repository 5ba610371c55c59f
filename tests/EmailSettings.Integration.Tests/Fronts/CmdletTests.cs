using System.Globalization;
using EmailSettings.Integration.Tests.Servers;
using EmailSettings.Integration.Tests.Tokens;
using EmailSettings.Testing;

namespace EmailSettings.Integration.Tests.Fronts;

/// <summary>OAuth from the cmdlets' parameters to the inbox, in a separate PowerShell that has imported the module.</summary>
[Collection(MailSystem.Name)]
public sealed class CmdletTests(MailSystemFixture system) : FrontTests(system)
{
    // The report in all its views, as a careless script would show it.
    private const string Show = """
        $report | Format-List * -Force | Out-String -Width 400
        $report | ConvertTo-Json -Depth 8
        $report | Format-Table | Out-String -Width 400
        "ends as $($report.Status) $($report.Primary.Id)"
        """;

    private string Application => $"-Address '{Authority.AbsoluteUri}' -ClientId '{Directory.ClientId}' -CaCertificate '{Home.Roots}' -Detailed -Verbose";

    private string Imap => $"-MailHost localhost -Port {System.Dovecot.ImapsPort} -TlsMode Implicit";

    [Fact]
    public async Task A_client_secret_opens_the_inbox()
    {
        Skip.IfMissing(ServerRequirements.ModuleOnDovecot);
        Passed(await RunAsync(Directory.ClientSecret,
            $"$report = Test-IncomingMailServer {Imap} {Application} -Authentication OAuthService -Mailbox '{Directory.Mailbox}' -ClientSecret $Secret\n{Show}"));
    }

    [Fact]
    public async Task A_user_with_a_password_opens_the_inbox()
    {
        Skip.IfMissing(ServerRequirements.ModuleOnDovecot);
        Passed(await RunAsync(Directory.UserPassword,
            $"$report = Test-IncomingMailServer {Imap} {Application} -Authentication OAuthUser -Credential ([pscredential]::new('{Directory.UserName}', $Secret))\n{Show}"));
    }

    [Theory]
    [InlineData("-ServerUser '{0}'")]
    [InlineData("-Credential ([pscredential]::new('{0}', (ConvertTo-SecureString 'unused' -AsPlainText -Force)))")]
    public async Task A_client_secret_logs_in_to_send(string user)
    {
        Skip.IfMissing(ServerRequirements.ModuleOnPostfix);
        var server = $"-MailHost localhost -Port {System.Postfix.SubmissionsPort} -TlsMode Implicit {string.Format(CultureInfo.InvariantCulture, user, Directory.Mailbox)}";
        Passed(await RunAsync(Directory.ClientSecret, $"$report = Test-OutgoingMailServer {server} {Application} -Authentication OAuthService -ClientSecret $Secret\n{Show}"));
    }

    [Theory]
    [InlineData("Incoming", "Mailbox")]
    [InlineData("Outgoing", "Token")]
    public async Task Graph_replaces_the_mail_protocol(string kind, string stage)
    {
        Skip.IfMissing(ServerRequirements.ModuleOnDovecot);
        await using var cloud = await GraphCloud.StartAsync(System.Authority);
        var mailbox = kind == "Incoming" ? $"-Mailbox '{cloud.Directory.Mailbox}'" : "";
        var answer = await RunAsync(cloud.Directory.ClientSecret, $$"""
            $report = Test-{{kind}}MailServer {{Imap}} -Transport Graph -Authentication OAuthService -Address '{{cloud.Authority.AbsoluteUri}}' -ClientId '{{cloud.Directory.ClientId}}' `
                {{mailbox}} -ClientSecret $Secret -Proxy '{{cloud.Proxy}}' -CaCertificate '{{Home.Roots}}' -Detailed -Verbose
            {{Show}}
            $status = @{}
            foreach ($stage in $report.Stages) { $status["$($stage.Stage)"] = $stage.Status }
            "{{stage}} is $($status.{{stage}}), Connect is $($status.Connect)"
            """);
        Passed(answer);
        Assert.Contains($"{stage} is Passed, Connect is Skipped", answer.Output, StringComparison.Ordinal);
        answer.HoldsNoToken(cloud.Directory.ClientSecret);
    }

    [Fact]
    public async Task A_device_code_is_shown_at_once_and_is_not_output()
    {
        Skip.IfMissing(ServerRequirements.ModuleOnDovecot);
        using var front = Home.StartPowerShell("-", $"""
            $report = Test-IncomingMailServer {Imap} {Application} -DeviceCode -Mailbox '{Directory.UserName}'
            {Show}
            "output of type $($report.GetType().Name)"
            """);
        await front.WaitForAsync(Code);
        Directory.DeviceCode = DeviceCodeState.Confirmed;
        var answer = await front.EndAsync();
        Passed(answer);
        Assert.Contains("output of type ServerTestReport", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wait_for_a_device_code_ends_with_a_stop()
    {
        Skip.IfMissing(ServerRequirements.ModuleOnDovecot);
        var answer = await RunAsync("-", $$"""
            $shell = [powershell]::Create().AddScript("Import-Module '$Manifest'; Test-IncomingMailServer {{Imap}} {{Application}} -DeviceCode -Mailbox '{{Directory.UserName}}'; 'not stopped'")
            $running = $shell.BeginInvoke()
            while (-not ("$($shell.Streams.Information)" -match '{{Code}}') -and -not $running.IsCompleted) { Start-Sleep -Milliseconds 20 }
            $shell.Stop()
            "$($shell.Streams.Information)"
            "ends as $($shell.InvocationStateInfo.State)"
            """);
        Assert.Contains(Code, answer.Output, StringComparison.Ordinal);
        Assert.Contains("ends as Stopped", answer.Output, StringComparison.Ordinal);
        answer.HoldsNoToken(Secrets);
    }

    private async Task<FrontAnswer> RunAsync(string secret, string script)
    {
        using var front = Home.StartPowerShell(secret, script);
        return await front.EndAsync();
    }

    private void Passed(FrontAnswer answer)
    {
        Assert.True(answer.ExitCode == 0 && answer.Output.Contains("ends as Passed", StringComparison.Ordinal), answer.Output + answer.Errors);
        answer.HoldsNoToken(Secrets);
    }
}
