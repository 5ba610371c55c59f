using EmailSettings.Testing;

namespace EmailSettings.Cli.Tests;

/// <summary>Standard streams that are full, closed or abandoned by their reader.</summary>
public sealed class StreamEndTests : IDisposable
{
    private const string NoFullDevice = "There is no /dev/full here.";

    private readonly CommandLineHome _home = new();

    public void Dispose() => _home.Dispose();

    public static TheoryData<string> Everything => ["show all", "show all --output json", "explain Tls.Name", "--help", "show --help", "--version"];

    [Theory]
    [MemberData(nameof(Everything))]
    public void A_full_standard_output_has_its_own_error(string command)
    {
        Skip.UnlessLinux(NoFullDevice);
        var answer = _home.RunRedirected(">/dev/full", command.Split(' '));
        Assert.Equal(7, answer.ExitCode);
        Assert.Contains("OutputNotWritable", answer.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void A_closed_standard_output_is_an_error_before_anything_is_done(string command)
    {
        Skip.UnlessLinux(NoFullDevice);
        var answer = _home.RunRedirected(">&-", command.Split(' '));
        Assert.Equal(7, answer.ExitCode);
        Assert.Contains("OutputNotWritable", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_whose_answer_cannot_be_written_is_reported_on_standard_error()
    {
        Skip.UnlessLinux(NoFullDevice);
        var answer = _home.RunRedirected(">/dev/full", "set", "basic", "maxIncomingSizeKB=7");
        Assert.Equal(7, answer.ExitCode);
        Assert.Contains("'7'", answer.Errors, StringComparison.Ordinal);
        Assert.Contains("\"maxIncomingSizeKB\":7,", _home.Run("show", "basic", "--output", "json").Output, StringComparison.Ordinal);

        Assert.Equal(7, _home.RunRedirected(">&-", "set", "basic", "maxIncomingSizeKB=8").ExitCode);
        Assert.Contains("\"maxIncomingSizeKB\":7,", _home.Run("show", "basic", "--output", "json").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2>/dev/full")]
    [InlineData("2>&-")]
    public void Failed_writes_to_standard_error_are_ignored(string redirection)
    {
        Skip.UnlessLinux(NoFullDevice);
        Assert.Equal(0, _home.RunRedirected(redirection, "set", "basic", "maxIncomingSizeKB=7", "--verbose").ExitCode);
        Assert.Equal(0, _home.RunRedirected(redirection, "set", "outgoing", "authentication=Basic", "--output", "json").ExitCode);
        Assert.Equal(2, _home.RunRedirected(redirection, "set", "basic", "maxIncomingSizeKB=0").ExitCode);
        Assert.Equal(2, _home.RunRedirected(redirection, "set", "basic", "maxIncomingSizeKB=0", "--output", "json").ExitCode);
        Assert.Equal(2, _home.RunRedirected(redirection, "nonsense").ExitCode);
        Assert.Contains("\"maxIncomingSizeKB\":7,", _home.Run("show", "basic", "--output", "json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_without_an_output_is_not_written_to_one_of_our_files()
    {
        Skip.UnlessLinux(NoFullDevice);
        _home.Run("set", "basic", "maxIncomingSizeKB=7");
        var backup = _home["backup.db"];
        Assert.Equal(0, _home.RunRedirected("2>&- <&-", "--verbose", "store", "backup", backup).ExitCode);
        Assert.Equal(0, _home.RunRedirected("2>&- <&-", "--verbose", "set", "basic", "maxIncomingSizeKB=8").ExitCode);
        Assert.Equal(0, _home.Run("store", "restore", backup).ExitCode);
        Assert.Contains("\"maxIncomingSizeKB\":7,", _home.Run("show", "basic", "--output", "json").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secret set sms.password")]
    [InlineData("set outgoing authentication=Basic --password-stdin")]
    [InlineData("import -")]
    [InlineData("explain")]
    [InlineData("protect")]
    [InlineData("unprotect")]
    [InlineData("test message -")]
    [InlineData("test outgoing --host localhost --user me --password-stdin")]
    public void A_closed_standard_input_is_refused_at_once(string command)
    {
        Skip.UnlessLinux(NoFullDevice);
        var answer = _home.RunRedirected("<&-", command.Split(' '));
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("InputUnreadable", answer.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show all")]
    [InlineData("show all --output json")]
    [InlineData("--help")]
    public void A_closed_pipe_ends_it_quietly(string command)
    {
        Skip.UnlessLinux(NoFullDevice);
        var answer = _home.RunRedirected("| head -c 1", command.Split(' '));
        Assert.Equal((0, 1, ""), (answer.ExitCode, answer.Output.Length, answer.Errors));
    }
}
