using System.Text.RegularExpressions;
using EmailSettings.Testing;

namespace EmailSettings.Cli.Tests;

/// <summary>
/// Runs the shell lines of the README as written, in order, on an empty home folder, and compares the output that it quotes. Lines
/// for other systems are left out.
/// </summary>
public sealed partial class ReadmeTests : IDisposable
{
    private readonly CommandLineHome _home = new();

    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Every_line_does_what_it_says()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), CommandLineHome.WhyNotOnWindows);
        var lines = Blocks().SelectMany(block => block.Split('\n')).ToList();
        Assert.Contains(lines, line => line.StartsWith("emailsettings right", StringComparison.Ordinal));
        _home.Variables["CLIENT_SECRET"] = "a secret";

        // The first line builds; the program is already built here.
        var first = lines.Single(line => line.StartsWith("dotnet run", StringComparison.Ordinal));
        foreach (var line in lines.Where(line => line.Contains("emailsettings ", StringComparison.Ordinal)).Prepend($"emailsettings {first[(first.IndexOf(" -- ", StringComparison.Ordinal) + 4)..]}"))
        {
            var answer = _home.RunLine(line);
            // The server does not exist, so the test has its exit code.
            Assert.True(answer.ExitCode == (line.Contains(" test ", StringComparison.Ordinal) ? 1 : 0), $"{line}: exit code {answer.ExitCode}\n{answer.Errors}{answer.Output}");
        }
    }

    [Fact]
    public void What_it_says_of_a_reply_is_what_comes_out()
    {
        var line = Blocks().SelectMany(block => block.Split('\n')).Single(line => line.StartsWith("emailsettings explain", StringComparison.Ordinal));
        Assert.Contains($"```\n{_home.RunLine(line).Output.ReplaceLineEndings("\n")}```", Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_says_of_a_server_that_is_not_there_is_what_comes_out()
    {
        var call = TestCall().Match(Readme);
        var said = Untimed(call.Groups[2].Value);
        Assert.StartsWith(said, Untimed(_home.RunLine(call.Groups[1].Value).Output.ReplaceLineEndings("\n")), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Blocks() => ShellBlock().Matches(Readme).Select(match => match.Groups[1].Value);

    private static string Untimed(string report) => Time().Replace(report, " 0 ms");

    [GeneratedRegex(@"^```sh\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex ShellBlock();

    [GeneratedRegex(@"`(emailsettings test outgoing [^`]*)`[^\n]*\n\n```\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex TestCall();

    [GeneratedRegex(@" *\(?\d+ ms\)?")]
    private static partial Regex Time();
}
