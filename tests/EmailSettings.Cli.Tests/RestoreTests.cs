namespace EmailSettings.Cli.Tests;

/// <summary>Dangerous changes are confirmed at a terminal; scripts are not asked.</summary>
public sealed class RestoreTests : IDisposable
{
    private readonly CommandLineHome _home = new();

    public RestoreTests()
    {
        _home.Run("set", "basic", "maxIncomingSizeKB=1");
        _home.Run("store", "backup", "backup.db");
        _home.Run("set", "basic", "maxIncomingSizeKB=2");
    }

    [Fact]
    public void At_a_terminal_it_shows_what_would_change_and_asks()
    {
        var refused = _home.RunAtTerminal("n\n", "store", "restore", "backup.db");

        Assert.Contains("change basic.maxIncomingSizeKB from '2' to '1'", refused, StringComparison.Ordinal);
        Assert.Contains("[y/N]", refused, StringComparison.Ordinal);
        Assert.Equal(2, Size());

        _home.RunAtTerminal("y\n", "store", "restore", "backup.db");
        Assert.Equal(1, Size());
    }

    [Fact]
    public void With_yes_it_does_not_prompt_even_at_a_terminal()
    {
        Assert.DoesNotContain("[y/N]", _home.RunAtTerminal("", "store", "restore", "backup.db", "--yes"), StringComparison.Ordinal);
        Assert.Equal(1, Size());
    }

    [Fact]
    public void Removing_a_server_asks_as_well()
    {
        _home.Run("incoming", "add", "sales", "address=https://login.microsoftonline.com/11111111-1111-1111-1111-111111111111", "authentication=OAuthUser", "clientId=22222222-2222-2222-2222-222222222222");

        Assert.Contains("[y/N]", _home.RunAtTerminal("n\n", "incoming", "remove", "sales"), StringComparison.Ordinal);
        Assert.Equal(0, _home.Run("show", "incoming", "sales").ExitCode);
        Assert.DoesNotContain("[y/N]", _home.RunAtTerminal("", "incoming", "remove", "sales", "--yes"), StringComparison.Ordinal);
        Assert.Equal(3, _home.Run("show", "incoming", "sales").ExitCode);
    }

    [Fact]
    public void Without_a_terminal_it_does_not_prompt()
    {
        Assert.Equal(0, _home.Run("store", "restore", "backup.db").ExitCode);
        Assert.Equal(1, Size());
    }

    [Fact]
    public void What_it_would_change_can_be_seen_in_advance()
    {
        var shown = _home.Run("store", "restore", "backup.db", "--what-if");

        Assert.Contains("change basic.maxIncomingSizeKB from '2' to '1'", shown.Errors, StringComparison.Ordinal);
        Assert.Equal(2, Size());
    }

    public void Dispose() => _home.Dispose();

    private int Size() => _home.Run("show", "basic", "--output", "json").Json.GetProperty("maxIncomingSizeKB").GetInt32();
}
