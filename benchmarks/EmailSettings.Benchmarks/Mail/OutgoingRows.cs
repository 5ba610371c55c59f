using System.ComponentModel;
using System.Globalization;
using EmailSettings.Benchmarks.Cli;
using LoopbackServers;

namespace EmailSettings.Benchmarks.Mail;

/// <summary>The process <c>emailsettings test outgoing</c> against the process <c>swaks --quit-after AUTH</c>: STARTTLS, certificate verified, AUTH PLAIN, QUIT.</summary>
internal static class OutgoingRows
{
    private const string Name = "test outgoing, cold process, against swaks";
    private const string User = "user@example.test";
    private const string Password = "not-a-secret";

    public static void Run(Yardstick yardstick, ServerProcess servers, PublishedPrograms programs)
    {
        var port = servers.Port("smtp").ToString(CultureInfo.InvariantCulture);
        string[] swaks =
        [
            "--server", "127.0.0.1", "--port", port, "--ehlo", "client.example.test", "--tls", "--tls-verify", "--tls-ca-path", servers.RootPath,
            "--auth", "PLAIN", "--auth-user", User, "--auth-password", Password, "--from", User, "--to", User, "--quit-after", "AUTH",
        ];
        string[] ours =
        [
            "test", "outgoing", "--host", "127.0.0.1", "--port", port, "--tls", "starttls", "--authentication", "Basic",
            "--user", User, "--password-stdin", "--ca", servers.RootPath,
        ];
        if (!IsInstalled())
        {
            Console.WriteLine($"| {Name} | swaks not found | | | time ≤ 1 × | not measured |");
            return;
        }

        yardstick.Compare(Name,
            () => MeasuredProcess.Run("swaks", swaks).Require(),
            () => MeasuredProcess.Run(programs.CommandLine, ours, programs.Store, Password).Require(),
            Target.TimeAtMost(1), operations: 1);
    }

    private static bool IsInstalled()
    {
        try
        {
            return MeasuredProcess.Run("swaks", ["--version"]).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
