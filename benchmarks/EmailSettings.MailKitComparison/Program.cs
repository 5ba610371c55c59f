// Usage: dotnet run -c Release --project benchmarks/EmailSettings.MailKitComparison; Linux. Exit code 1 if a target is missed.
using System.Diagnostics;
using System.Runtime.InteropServices;
using EmailSettings.Benchmarks;
using EmailSettings.MailKitComparison;
using LoopbackServers;

// OpenSSL's variable for the file of trusted roots. It is read from the environment that the process was started with.
const string TrustedRoots = "SSL_CERT_FILE";

if (args.Length == 0)
{
    using var servers = new ServerProcess();
    var start = new ProcessStartInfo("dotnet",
        [typeof(OurTest).Assembly.Location, servers.RootPath, $"{servers.Port("smtp")}", $"{servers.Port("smtp-resuming")}"]);
    start.Environment[TrustedRoots] = servers.RootPath;
    using var measuring = Process.Start(start)!;
    measuring.WaitForExit();
    return measuring.ExitCode;
}

var yardstick = new Yardstick();
Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} processors");
Console.WriteLine($"MailKit {typeof(MailKit.Net.Smtp.SmtpClient).Assembly.GetName().Version}");
Console.WriteLine();
Console.WriteLine(Comparison.Header);
foreach (var row in Rows.All(args[0], plain: args[1], resuming: args[2]))
    yardstick.Compare(row.Name, row.Bare, row.Ours, row.Target, operations: 20, pairs: 41);
return yardstick.IsMet ? 0 : 1;
