using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace EmailSettings.Benchmarks.Module;

/// <summary>
/// The module in a real PowerShell: the import, the first call, warm calls, and pipelines of texts. Each is compared with a
/// minimal module that does the same, in alternating processes or batches.
/// </summary>
internal static class ModulePart
{
    private const int Processes = 15;
    private const int Batches = 11;
    private const int Calls = 1000;

    public static void Run(Yardstick yardstick)
    {
        if (!FreshPowerShell.IsThere)
        {
            Console.WriteLine("| not measured: no PowerShell found | | | | | |");
            return;
        }
        using var shell = new FreshPowerShell();
        var checkout = Checkout();
        Dotnet("build", Path.Combine(checkout, "src", "EmailSettings.PowerShell"), "-c", "Release", "-t:Stage", "-v", "quiet", "-nologo");
        var ours = Path.Combine(checkout, "out", "stage", "EmailSettings", "EmailSettings.psd1");
        var least = Publish(shell, checkout, "OneCmdlet");
        var bare = Publish(shell, checkout, "BareSqlite");
        shell.Run($"Import-Module '{ours}'; New-MailPasswordCertificate -Bits 2048; Set-EmailBasicSettings -MaxIncomingSizeKB 20000");

        Import(yardstick, shell, least, ours, "");
        FirstCalls(yardstick, shell, bare, ours, "", 2);
        Compiled(yardstick, shell, checkout, least, bare, ours);
        WarmCalls(yardstick, shell, bare, ours);
        Pipelines(yardstick, shell, ours);
    }

    private static void Import(Yardstick yardstick, FreshPowerShell shell, string least, string ours, string where)
    {
        const string Vault = "Microsoft.PowerShell.SecretManagement";
        string Script(string module) => $$"""
            $before = [Environment]::WorkingSet
            $clock = [Diagnostics.Stopwatch]::StartNew()
            Import-Module '{{module}}'
            $clock.Elapsed.TotalMilliseconds
            ([Environment]::WorkingSet - $before) / 1MB
            """;
        var hasVault = shell.Run($"[bool](Get-Module -ListAvailable {Vault})")[0] == "True";
        var (leastRuns, oursRuns, vaultRuns) = (new List<double[]>(), new List<double[]>(), new List<double[]>());
        for (var run = 0; run < Processes; run++)
        {
            leastRuns.Add(shell.Numbers(Script(least)));
            oursRuns.Add(shell.Numbers(Script(ours)));
            if (hasVault) vaultRuns.Add(shell.Numbers(Script(Vault)));
        }
        yardstick.Report($"Import-Module in a fresh PowerShell{where}, against a module of one cmdlet with a manifest", Times(leastRuns, 0), Times(oursRuns, 0), Target.TimeAtMost(1.5));
        if (hasVault) yardstick.Report($"Import-Module in a fresh PowerShell{where}, against SecretManagement", Times(vaultRuns, 0), Times(oursRuns, 0), Target.SpeedAtLeast(1));
        yardstick.Limit($"working set that the import adds{where}, in MB", Median(leastRuns, 1), Median(oursRuns, 1), 6);

        var loaded = shell.Run($$"""
            $before = [AppDomain]::CurrentDomain.GetAssemblies().Location
            Import-Module '{{ours}}'
            [AppDomain]::CurrentDomain.GetAssemblies().Location | Where-Object { $_ -notin $before -and $_ -like '*EmailSettings*' } | ForEach-Object { [IO.Path]::GetFileName($_) }
            """);
        yardstick.Limit($"assemblies of the module's folder that the import loads{where} ({string.Join(", ", loaded)})", 1, loaded.Count, 2);
    }

    // The PowerShell on the path may be the .NET tool, whose own code waits for the JIT as well.
    private static void Compiled(Yardstick yardstick, FreshPowerShell shell, string checkout, string least, string bare, string ours)
    {
        var folder = shell.Folder("CompiledPowerShell");
        Publish(folder, checkout, "CompiledPowerShell");
        using var compiled = new FreshPowerShell(Path.Combine(folder, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh"));
        compiled.Run($"Import-Module '{ours}'; Set-EmailBasicSettings -MaxIncomingSizeKB 20000");
        const string Where = " compiled ahead of time";
        Import(yardstick, compiled, least, ours, Where);
        FirstCalls(yardstick, compiled, bare, ours, Where, 1.5);
    }

    private static void FirstCalls(Yardstick yardstick, FreshPowerShell shell, string bare, string ours, string where, double most)
    {
        string Script(string module, string call) => $$"""
            Import-Module '{{module}}'
            $clock = [Diagnostics.Stopwatch]::StartNew()
            $null = {{call}}
            $clock.Elapsed.TotalMilliseconds
            """;
        var (bareRuns, oursRuns, viewedRuns) = (new List<double[]>(), new List<double[]>(), new List<double[]>());
        for (var run = 0; run < Processes; run++)
        {
            bareRuns.Add(shell.Numbers(Script(bare, $"Get-BareRow '{shell.Store}'")));
            oursRuns.Add(shell.Numbers(Script(ours, "Get-EmailBasicSettings")));
            viewedRuns.Add(shell.Numbers(Script(ours, "Get-OutgoingMailServer")));
        }
        const string Against = "against a cmdlet with a select";
        yardstick.Report($"first Get-EmailBasicSettings of a PowerShell{where}, {Against}", Times(bareRuns, 0), Times(oursRuns, 0), Target.TimeAtMost(most));
        yardstick.Report($"first Get-OutgoingMailServer of a PowerShell{where}, which loads views, {Against}", Times(bareRuns, 0), Times(viewedRuns, 0), Target.None);
    }

    private static void WarmCalls(Yardstick yardstick, FreshPowerShell shell, string bare, string ours)
    {
        // Both in one process; each batch writes the milliseconds of one call.
        var get = Pairs(shell, bare, ours, Calls, $"$null = Get-BareRow '{shell.Store}'", "$null = Get-EmailBasicSettings");
        yardstick.Report("Get-EmailBasicSettings, warm, 1 000 calls, against a cmdlet with that select", get.Bare, get.Ours, Target.TimeAtMost(2));
        yardstick.Limit("Get-EmailBasicSettings, warm, in ms", Middle(get.Bare), Middle(get.Ours), 1);

        // A separate file: rows without checksums are damage to ours.
        var bareStore = shell.Store + ".bare";
        File.Copy(shell.Store, bareStore);
        var set = Pairs(shell, bare, ours, 100, $"Set-BareRow '{bareStore}' (20000 + $n)", "Set-EmailBasicSettings -MaxIncomingSizeKB (40000 + $n)");
        yardstick.Limit("Set-EmailBasicSettings, warm, in ms, against one durable commit and 2 ms", Middle(set.Bare), Middle(set.Ours), Middle(set.Bare) + 2);
    }

    private static void Pipelines(Yardstick yardstick, FreshPowerShell shell, string ours)
    {
        // The peer is so slow that a tenth of the texts is sufficient; times are per text.
        var numbers = shell.Numbers($$"""
            Import-Module '{{ours}}'
            $secret = [securestring]::new(); 'a password of some length'.ToCharArray().ForEach({ $secret.AppendChar($_) })
            $thumbprint = (Get-MailPasswordCertificate).Thumbprint
            $store = [Security.Cryptography.X509Certificates.X509Store]::new('My', 'CurrentUser'); $store.Open('ReadOnly')
            $certificate = $store.Certificates.Find('FindByThumbprint', $thumbprint, $false)[0]
            $cms = Protect-CmsMessage -To $certificate -Content 'a password of some length'
            $protected = $secret | Protect-MailPassword
            $secrets = @($secret) * 1000; $protectedTexts = @($protected) * 1000; $texts = @('a password of some length') * 100; $cmsTexts = @($cms) * 100
            foreach ($warm in 1..3) { $null = $secrets | Protect-MailPassword; $null = $protectedTexts | Unprotect-MailPassword }
            foreach ($text in $cmsTexts) { $null = Unprotect-CmsMessage -Content $text }
            function Time($count, $work) { $clock = [Diagnostics.Stopwatch]::StartNew(); $null = & $work; $clock.Elapsed.TotalMilliseconds / $count }
            foreach ($pair in 1..9) {
                Time 100 { foreach ($text in $texts) { Protect-CmsMessage -To $certificate -Content $text } }
                Time 1000 { $secrets | Protect-MailPassword }
                Time 100 { foreach ($text in $cmsTexts) { Unprotect-CmsMessage -Content $text } }
                Time 1000 { $protectedTexts | Unprotect-MailPassword }
            }
            """);
        IReadOnlyList<TimeSpan> Every(int offset) => [.. numbers.Where((_, at) => at % 4 == offset).Select(TimeSpan.FromMilliseconds)];
        yardstick.Report("Protect-MailPassword, pipeline of 1 000, RSA-2048, against Protect-CmsMessage -Content", Every(0), Every(1), Target.SpeedAtLeast(20));
        yardstick.Report("Unprotect-MailPassword, pipeline of 1 000, RSA-2048, against Unprotect-CmsMessage", Every(2), Every(3), Target.SpeedAtLeast(6));
    }

    private static (IReadOnlyList<TimeSpan> Bare, IReadOnlyList<TimeSpan> Ours) Pairs(FreshPowerShell shell, string bare, string ours, int calls, string bareCall, string oursCall)
    {
        string Batch(string call) => string.Create(CultureInfo.InvariantCulture, $$"""
            $clock = [Diagnostics.Stopwatch]::StartNew()
                for ($i = 0; $i -lt {{calls}}; $i++) { $n++; {{call}} }
                $clock.Elapsed.TotalMilliseconds / {{calls}}
            """);
        var numbers = shell.Numbers(string.Create(CultureInfo.InvariantCulture, $$"""
            Import-Module '{{bare}}', '{{ours}}'
            $n = 0
            foreach ($pair in 0..{{Batches}}) {
                {{Batch(bareCall)}}
                {{Batch(oursCall)}}
            }
            """));
        // The first pair is the warm-up.
        var kept = numbers.Skip(2).ToList();
        return ([.. kept.Where((_, at) => at % 2 == 0).Select(TimeSpan.FromMilliseconds)], [.. kept.Where((_, at) => at % 2 == 1).Select(TimeSpan.FromMilliseconds)]);
    }

    private static string Publish(FreshPowerShell shell, string checkout, string name)
    {
        var folder = shell.Folder(name);
        Publish(folder, checkout, name);
        return Path.Combine(folder, $"{name}.psd1");
    }

    private static void Publish(string folder, string checkout, string name) =>
        Dotnet("publish", Path.Combine(checkout, "benchmarks", "Yardsticks", name), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-o", folder, "-v", "quiet", "-nologo");

    private static void Dotnet(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments))!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"dotnet {arguments[0]} ended with {process.ExitCode}.");
    }

    private static IReadOnlyList<TimeSpan> Times(List<double[]> runs, int column) => [.. runs.Select(run => TimeSpan.FromMilliseconds(run[column]))];

    private static double Median(List<double[]> runs, int column) => runs.Select(run => run[column]).Order().ElementAt(runs.Count / 2);

    private static double Middle(IReadOnlyList<TimeSpan> times) => times.Order().ElementAt(times.Count / 2).TotalMilliseconds;

    private static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EmailSettingsPS.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Run this from a checkout.");
    }
}
