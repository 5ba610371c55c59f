using System.ComponentModel;
using System.Globalization;
using EmailSettings.Benchmarks.Cli;
using LoopbackServers;

namespace EmailSettings.Benchmarks.Mail;

/// <summary>The process <c>emailsettings test outgoing</c> against the process <c>swaks --quit-after AUTH</c>: STARTTLS, certificate verified, AUTH PLAIN, QUIT.</summary>
internal static class OutgoingRows
{
    private const string User = "user@example.test";
    private const string Password = "not-a-secret";

    // Where OpenSSL finds its trusted roots; both programs use it.
    private const string RootFile = "SSL_CERT_FILE";
    private const string RootFolder = "SSL_CERT_DIR";

    // The system's roots, all in one file and each in its own, as on Debian and its derivatives.
    private const string SystemRoots = "/etc/ssl/certs";
    private const string Bundle = "ca-certificates.crt";

    public static void Run(Yardstick yardstick, ServerProcess servers, PublishedPrograms programs)
    {
        var name = $"test outgoing, cold process, {programs.Kind}, against swaks";
        if (!IsInstalled())
        {
            Console.WriteLine($"| {name} | swaks not found | | | time ≤ 1 × | not measured |");
            return;
        }

        var folder = Path.GetDirectoryName(servers.RootPath)!;
        if (File.Exists(Path.Combine(SystemRoots, Bundle)))
        {
            var installed = InstallRoot(servers.RootPath, Path.Combine(folder, "roots"));
            Compare(yardstick, servers, programs, $"{name}; the server's root among the system's", [], [],
                new() { [RootFile] = Path.Combine(installed, Bundle), [RootFolder] = installed });
        }

        var empty = Directory.CreateDirectory(Path.Combine(folder, "no-roots")).FullName;
        Compare(yardstick, servers, programs, "the same; the server's root trusted alone", [], [], new() { [RootFile] = servers.RootPath, [RootFolder] = empty });
        // Not the same trust: with the option, swaks trusts only that root, ours also the system's.
        Compare(yardstick, servers, programs, "the same; the server's root named by option, which swaks trusts alone and ours beside the system's",
            ["--tls-ca-path", servers.RootPath], ["--ca", servers.RootPath], []);
    }

    /// <summary>The command line against a program that only logs in with SslStream, published in the same way.</summary>
    public static void RunAgainstLogin(Yardstick yardstick, ServerProcess servers, PublishedPrograms programs, Target target)
    {
        var port = servers.Port("smtp").ToString(CultureInfo.InvariantCulture);
        yardstick.Compare($"test outgoing, cold process, {programs.Kind}, against a program that takes the same steps with SslStream",
            () => MeasuredProcess.Run(programs.Login, ["127.0.0.1", port, servers.RootPath, User], input: Password).Require(),
            () => MeasuredProcess.Run(programs.CommandLine, Ours(port, ["--ca", servers.RootPath]), programs.Store, Password).Require(),
            target, operations: 1);
    }

    private static string[] Ours(string port, string[] roots) =>
    [
        "test", "outgoing", "--host", "127.0.0.1", "--port", port, "--tls", "starttls", "--authentication", "Basic", "--user", User, "--password-stdin", .. roots,
    ];

    private static void Compare(
        Yardstick yardstick, ServerProcess servers, PublishedPrograms programs, string name, string[] theirRoots, string[] ourRoots, Dictionary<string, string> variables)
    {
        var port = servers.Port("smtp").ToString(CultureInfo.InvariantCulture);
        string[] swaks =
        [
            "--server", "127.0.0.1", "--port", port, "--ehlo", "client.example.test", "--tls", "--tls-verify", .. theirRoots,
            "--auth", "PLAIN", "--auth-user", User, "--auth-password", Password, "--from", User, "--to", User, "--quit-after", "AUTH",
        ];
        var ours = Ours(port, ourRoots);
        yardstick.Compare(name,
            () => MeasuredProcess.Run("swaks", swaks, variables: variables).Require(),
            () => MeasuredProcess.Run(programs.CommandLine, ours, programs.Store, Password, variables: variables).Require(),
            Target.TimeAtMost(1), operations: 1);
    }

    // A copy of the system's roots with one more, as an administrator would install it.
    private static string InstallRoot(string root, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in new DirectoryInfo(SystemRoots).EnumerateFiles())
        {
            var copy = Path.Combine(folder, file.Name);
            if (file.LinkTarget is { } neighbour && !neighbour.Contains('/')) File.CreateSymbolicLink(copy, neighbour);
            else if (file.Exists) file.CopyTo(copy);
        }
        File.Copy(root, Path.Combine(folder, "loopback-root.pem"));
        File.AppendAllText(Path.Combine(folder, Bundle), File.ReadAllText(root));
        return folder;
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
