namespace EmailSettings.Cli.Tests;

/// <summary><c>explain</c>: servers' replies, and our own ids.</summary>
public sealed class ExplainTests : IDisposable
{
    private readonly CommandLineHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void A_reply_is_explained_from_an_argument_and_from_standard_input()
    {
        const string reply = "554 5.7.1 <b@example.org>: Relay access denied";
        var page = _home.Run("explain", reply);
        var json = _home.RunWith(reply + "\n", "explain", "--output", "json");

        Assert.Equal((0, 0), (page.ExitCode, json.ExitCode));
        Assert.Contains("(Envelope.RelayDenied)", string.Join(' ', page.Output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal("Envelope.RelayDenied", json.Json[0].GetProperty("id").GetString());
        Assert.StartsWith("[{reply,id,cause,nextStep,said,source,besides[", JsonShape.Of(json.Json), StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_is_explained()
    {
        var page = _home.Run("explain", "Tls.Name");
        Assert.Equal(0, page.ExitCode);
        Assert.StartsWith("Tls.Name (Server)\n", page.Output, StringComparison.Ordinal);
        Assert.Equal("Tls.Name", _home.Run("explain", "tls.name", "--output", "json").Json.GetProperty("id").GetString());
    }

    [Fact]
    public void Nothing_to_explain_is_refused() => Assert.Contains("ReplyMissing", _home.RunWith("\n", "explain").Errors, StringComparison.Ordinal);
}
