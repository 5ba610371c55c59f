using EmailSettings.Testing;

namespace EmailSettings.Cli.Tests;

/// <summary>Every prompt for a secret shows where it will be sent.</summary>
public sealed class SecretPromptTests : IDisposable
{
    private readonly ContosoHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void The_prompt_for_a_secret_shows_the_target_after_the_change()
    {
        _home.Run("secret", "remove", "outgoing.password");
        Assert.Contains("outgoing.password, for smtp.new.example:2525/tls: ", _home.RunAtTerminal("typed\r", "set", "outgoing", "host=smtp.new.example", "port=2525", "useSsl=true", "--password-stdin"), StringComparison.Ordinal);
        Assert.Contains("outgoing.password, for smtp.new.example:2525/tls: ", _home.RunAtTerminal("typed\r", "secret", "set", "outgoing.password"), StringComparison.Ordinal);
        var sales = _home.RunAtTerminal("typed\r", "incoming", "set", "Contoso sales", "clientId=1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809", "--secret-stdin");
        Assert.Contains("incoming.secret:Contoso sales, for login.microsoftonline.com/", sales, StringComparison.Ordinal);
        Assert.Contains("/1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809: ", sales, StringComparison.Ordinal);
        Assert.Contains("incoming.secret:New, for login.microsoftonline.com/", _home.RunAtTerminal("typed\r", "incoming", "add", "New", "authentication=OAuthService",
            "address=https://login.microsoftonline.com/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718", "clientId=2c3d4e5f-6071-4829-a3b4-c5d6e7f8091a", "--secret-stdin"), StringComparison.Ordinal);

        var set = _home.Run("secret", "list", "--output", "json").Json.EnumerateArray().Where(secret => secret.GetProperty("isSet").GetBoolean()).Select(secret => secret.GetProperty("purpose").GetString());
        Assert.Superset(new HashSet<string?> { "outgoing.password", "incoming.secret:Contoso sales", "incoming.secret:New" }, set.ToHashSet());
    }

    [Fact]
    public void A_call_that_would_be_refused_does_not_prompt_for_a_secret()
    {
        var refused = _home.RunAtTerminal("", "set", "outgoing", "port=0", "--password-stdin");
        Assert.Contains("PortOutOfRange", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("outgoing.password, for", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void A_non_ASCII_host_is_also_shown_in_ASCII_on_pages_and_unchanged_in_JSON()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        const string Host = "smtp.b\u00FCcher.example";
        var changed = _home.RunWith("typed", "set", "outgoing", $"host={Host}", "--password-stdin");
        Assert.Equal((0, ""), (changed.ExitCode, changed.Errors));

        Assert.Contains($"{Host} (smtp.xn--bcher-kva.example)", changed.Output, StringComparison.Ordinal);
        Assert.Contains($"{Host} (smtp.xn--bcher-kva.example)", _home.Run("show", "outgoing").Output, StringComparison.Ordinal);
        Assert.Equal(Host, _home.Run("show", "outgoing", "--output", "json").Json.GetProperty("host").GetString());
    }
}
