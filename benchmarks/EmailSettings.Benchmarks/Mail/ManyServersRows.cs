using System.Globalization;
using System.Text.Json;
using EmailSettings.Benchmarks.Cli;
using LoopbackServers;

namespace EmailSettings.Benchmarks.Mail;

/// <summary>
/// <c>emailsettings test incoming</c> for 500 stored servers with OAuth, 100 at a time, 10 s each. For 25 of them the token
/// endpoint never answers, and for 25 the mail server never answers the login.
/// </summary>
internal static class ManyServersRows
{
    private const int Count = 500;
    private const int Silent = 50;
    private const int Throttle = 100;
    private const int TimeoutSeconds = 10;
    private const int MaxSecondsOver = 15;
    private const int MaxMegabytesOver = 100;

    // The threads of the pool, the runtime and the sockets; one per server would be 100.
    private const int MaxThreads = Throttle / 2;

    public static void Run(Yardstick yardstick, ServerProcess servers, PublishedPrograms programs)
    {
        if (!OperatingSystem.IsLinux())
        {
            Console.WriteLine($"| test incoming, {Count} servers | needs Linux | | | | not measured |");
            return;
        }

        Import(servers, programs);
        var names = Enumerable.Range(0, Count).Select(Name).ToList();
        var live = names.Where((_, index) => !IsSilent(index)).ToList();
        var one = Test(servers, programs, live.Take(1).ToList(), failing: 0);
        var alive = Test(servers, programs, live, failing: 0);
        var all = Test(servers, programs, names, failing: Silent);

        yardstick.Limit($"test incoming, {Count} servers, {Silent} silent, throttle {Throttle}, timeout {TimeoutSeconds} s, in s; before it the {live.Count} live ones alone",
            alive.Time.TotalSeconds, all.Time.TotalSeconds, alive.Time.TotalSeconds + MaxSecondsOver);
        yardstick.Limit("the same, peak memory, in MB; before it that of one server", Megabytes(one.PeakBytes), Megabytes(all.PeakBytes), Megabytes(one.PeakBytes) + MaxMegabytesOver);
        yardstick.Limit("the same, most threads at a time; before it those of one server", one.MaxThreads, all.MaxThreads, MaxThreads);
    }

    // Spread evenly among the live ones, so that the last silent one starts late.
    private static bool IsSilent(int index) => index % (Count / Silent) == 0;

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"server {index:000}");

    private static void Import(ServerProcess servers, PublishedPrograms programs)
    {
        var document = JsonSerializer.Serialize(new
        {
            version = 1,
            incomingServers = Enumerable.Range(0, Count).Select(index => new
            {
                name = Name(index),
                address = Authority(servers, index),
                authentication = "OAuthService",
                clientId = new Guid(index + 1, 0, 0, new byte[8]),
            }),
        });
        var path = Path.Combine(Path.GetDirectoryName(servers.RootPath)!, "servers.json");
        File.WriteAllText(path, document);
        MeasuredProcess.Run(programs.CommandLine, ["import", path], programs.Store).Require();
    }

    private static string Authority(ServerProcess servers, int index)
    {
        var isSilentEndpoint = IsSilent(index) && index % 20 == 0;
        var tenant = IsSilent(index) ? TenantIds.Silent : TenantIds.Answered;
        return $"https://localhost:{servers.Port(isSilentEndpoint ? "silent" : "token")}/{tenant}";
    }

    private static MeasuredProcess Test(ServerProcess servers, PublishedPrograms programs, List<string> names, int failing)
    {
        string[] arguments =
        [
            "test", "incoming", .. names, "--host", "localhost", "--port", $"{servers.Port("imap")}", "--tls", "implicit", "--mailbox", "service@example.test", "--secret-stdin",
            "--ca", servers.RootPath, "--timeout", $"{TimeoutSeconds}", "--throttle", $"{Throttle}", "--output", "json",
        ];
        var run = MeasuredProcess.Run(programs.CommandLine, arguments, programs.Store, "not-a-secret", watch: true);
        using var reports = JsonDocument.Parse(run.Output);
        var status = names.Count == 1 ? [reports.RootElement] : reports.RootElement.EnumerateArray().ToList();
        var failed = status.Count(report => report.GetProperty("status").GetString() == "Failed");
        if (status.Count != names.Count || failed != failing)
            throw new InvalidOperationException($"{status.Count} reports, {failed} failed, exit code {run.ExitCode}: {run.Output[..Math.Min(run.Output.Length, 4000)]}");
        return run;
    }

    private static double Megabytes(long bytes) => bytes / 1048576.0;
}
