namespace EmailSettings.Cli.Tests;

/// <summary>Invalid calls, and secrets in the wrong place.</summary>
public sealed class UsageTests : IDisposable
{
    private const string Canary = "canary-7f3a";
    private const string Authority = "https://login.example/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718";
    private const string Client = "2c3d4e5f-6071-4829-a3b4-c5d6e7f8091a";
    private readonly CommandLineHome _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("UsageInvalid", "nix")]
    [InlineData("UsageInvalid", "[nix]")]
    [InlineData("UsageInvalid", "[nix]", "show", "basic")]
    [InlineData("UsageInvalid", "show", "nix")]
    [InlineData("UsageInvalid", "show", "basic", "--nix")]
    [InlineData("UsageInvalid", "import")]
    [InlineData("UsageInvalid", "--output", "xml", "show")]
    [InlineData("UsageInvalid", "history", "--last", "0")]
    [InlineData("UsageInvalid", "set", "outgoing", "--password-stdin", "--secret-stdin")]
    [InlineData("UsageInvalid", "init", "--secret", "outgoing.password=env:HOME")]
    [InlineData("NothingToSet", "set", "basic")]
    [InlineData("FieldWithoutValue", "set", "basic", "bodyCharset")]
    [InlineData("SecretSourceInvalid", "import", "x.json", "--secret", "outgoing.password=x")]
    [InlineData("EnvironmentVariableMissing", "import", "x.json", "--secret", "outgoing.password=env:EMAILSETTINGS_NIX")]
    [InlineData("PurposeUnknown", "secret", "set", "nix")]
    public void An_invalid_call_is_2_with_an_id(string id, params string[] arguments)
    {
        var answer = _home.Run(arguments);

        Assert.Equal((2, "", id), (answer.ExitCode, answer.Output, Assert.Single(answer.ErrorIds)));
        Assert.Equal(2, answer.Errors.TrimEnd('\n').Split('\n').Length);
        Assert.False(File.Exists(_home.Store));
    }

    [Fact]
    public void Without_arguments_the_program_shows_its_help()
    {
        var answer = _home.Run();

        Assert.Equal((0, ""), (answer.ExitCode, answer.Errors));
        Assert.Equal(_home.Run("--help").Output, answer.Output);
    }

    [Fact]
    public void A_field_without_a_value_is_named_together_with_every_other_fault()
    {
        var answer = _home.Run("set", "basic", "bodyCharset", "maxIncomingSizeKB=0", "nix=1");

        Assert.Equal(["FieldWithoutValue", "MaxIncomingSizeOutOfRange", "FieldUnknown"], answer.ErrorIds);
        Assert.Contains("'bodyCharset'", answer.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UsageInvalid", 3, "incoming", "add", "X", "--address", Authority, "--authentication", "OAuthService", "--client", Client)]
    [InlineData("UsageInvalid", 1, "incoming", "add", "--address", Authority)]
    [InlineData("UsageInvalid", 1, "show", "basic", "--unknown", "value")]
    [InlineData("UsageInvalid", 2, "show", "basic", "--unknown", "value", "--other=1")]
    [InlineData("UsageInvalid", 2, "show", "basic", "--unknown", "value", "stray")]
    [InlineData("UsageInvalid", 1, "--unknown", "value", "show")]
    [InlineData("UsageInvalid", 1, "shw", "basic", "--unknown")]
    [InlineData("UsageInvalid", 1, "test", "outgoing", "--hots", "mail.example.org")]
    [InlineData("UsageInvalid", 1, "import", "--from", "x.json")]
    [InlineData("UsageInvalid", 1, "undo", "--revision", "3")]
    [InlineData("FieldWithoutValue", 1, "set", "basic", "maxIncomingSizeKB", "3")]
    [InlineData("FieldWithoutValue", 2, "set", "basic", "maxIncomingSizeKB", "bodyCharset", "utf-8")]
    [InlineData("FieldWithoutValue", 1, "incoming", "add", "X", "address", "authentication=OAuthUser", "clientId=" + Client)]
    [InlineData("FieldWithoutValue", 1, "incoming", "add", "X", "adress", Authority, "authentication=OAuthUser", "clientId=" + Client)]
    [InlineData("FieldUnknown", 1, "incoming", "add", "X", "adress=" + Authority, "authentication=OAuthUser", "clientId=" + Client)]
    [InlineData("FieldUnknown", 1, "incoming", "add", "X", "address=" + Authority, "authentication=OAuthUser", "client-id=" + Client)]
    public void Each_mistake_is_one_error(string id, int count, params string[] arguments)
    {
        var answer = _home.Run(arguments);

        Assert.Equal(2, answer.ExitCode);
        Assert.Equal(Enumerable.Repeat(id, count), answer.ErrorIds);
        Assert.False(File.Exists(_home.Store));
    }

    [Theory]
    [InlineData("'address=VALUE'", "incoming", "add", "X", "--address", Authority)]
    [InlineData("'clientId=VALUE'", "incoming", "add", "X", "--client-id", Client)]
    [InlineData("'maxIncomingSizeKB=VALUE'", "set", "basic", "--max-incoming-size-kb=3")]
    [InlineData("'--password-stdin'", "set", "outgoing", "--password", Canary)]
    [InlineData("'--host'", "test", "outgoing", "--hots", "mail.example.org")]
    [InlineData("'--store'", "show", "basic", "--stroe", "x.db")]
    [InlineData("'basic'", "show", "bsic")]
    [InlineData("'show'", "shw")]
    [InlineData("'address'", "incoming", "add", "X", "adress=" + Authority, "authentication=OAuthUser", "clientId=" + Client)]
    [InlineData("maxIncomingSizeKB=VALUE", "set", "basic", "maxIncomingSize", "3")]
    public void The_next_step_names_what_was_probably_meant(string name, params string[] arguments)
    {
        var hint = _home.Run(arguments).Errors.Split('\n')[1];

        Assert.StartsWith("hint: ", hint, StringComparison.Ordinal);
        Assert.Contains(name, hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_starts_with_hyphens_follows_two_hyphens()
    {
        Assert.Equal(0, _home.Run("incoming", "add", "--", "--address", "address=" + Authority, "authentication=OAuthUser", "clientId=" + Client).ExitCode);
        Assert.Equal(0, _home.Run("show", "incoming", "--", "--address").ExitCode);
    }

    [Theory]
    [InlineData("set", "outgoing", "password=" + Canary)]
    [InlineData("set", "outgoing", "PassWord=" + Canary)]
    [InlineData("set", "outgoing", "secret= " + Canary)]
    [InlineData("set", "outgoing", "--password-stdin", Canary)]
    [InlineData("set", "outgoing", "--password", Canary)]
    [InlineData("set", "outgoing", "--password-stdin=" + Canary)]
    [InlineData("incoming", "set", "x", "secret=" + Canary)]
    [InlineData("secret", "set", "sms.password", Canary)]
    [InlineData("secret", "set", "sms.password=" + Canary)]
    [InlineData("protect", "--purpose", "text=" + Canary)]
    [InlineData("protect", Canary)]
    [InlineData("certificate", "export", "c.pfx", "--password", Canary)]
    [InlineData("certificate", "export", "c.pfx", "--password-stdin=" + Canary)]
    [InlineData("import", "x.json", "--secret", "outgoing.password=" + Canary)]
    [InlineData("import", "x.json", "--secret", Canary)]
    public void A_secret_as_an_argument_is_refused_and_not_repeated(params string[] arguments)
    {
        var answer = _home.Run(arguments);

        Assert.Equal(2, answer.ExitCode);
        Assert.NotEmpty(answer.ErrorIds);
        Assert.DoesNotContain(Canary, answer.Output + answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Commands_whose_output_is_the_text_itself_give_no_JSON()
    {
        foreach (var command in (string[])["protect", "unprotect"])
        {
            var answer = _home.RunWith("text", command, "--output", "json");
            Assert.Equal((2, "", "OutputNotJson"), (answer.ExitCode, answer.Output, Assert.Single(answer.Refused).GetProperty("id").GetString()));
        }
    }

    [Fact]
    public void Help_lists_the_commands_and_the_fields()
    {
        var all = _home.Run("--help");
        var fields = _home.Run("set", "basic", "--help");

        Assert.Equal((0, 0), (all.ExitCode, fields.ExitCode));
        foreach (var command in (string[])["init", "show", "set", "reset", "incoming", "secret", "certificate", "protect", "unprotect", "import", "history", "restart", "right", "test", "explain", "store"])
            Assert.Contains($"\n  {command} ", all.Output, StringComparison.Ordinal);
        Assert.Contains("maxIncomingSizeKB", fields.Output, StringComparison.Ordinal);
    }
}
