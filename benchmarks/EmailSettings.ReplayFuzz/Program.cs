// Usage: dotnet run -c Release --project benchmarks/EmailSettings.ReplayFuzz [COUNT [SEED]]; exit code 1 if a case fails.
using System.Diagnostics;
using System.Globalization;
using EmailSettings.Mail.Tests.Replay;

var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 20261122;
Conversation[] conversations = [.. SmtpConversations.All, .. ImapConversations.All];
var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
var watch = Stopwatch.StartNew();
var run = 0;
var mostAllocated = 0L;
try
{
    foreach (var replay in ReplayCases.Of(conversations, seed, count))
    {
        var outcome = ReplayDriver.Run(replay);
        mostAllocated = Math.Max(mostAllocated, outcome.AllocatedBytes);
        var kind = outcome.Failure?.Kind.ToString() ?? "none";
        outcomes[kind] = outcomes.GetValueOrDefault(kind) + 1;
        run++;
    }
}
catch (InvalidOperationException e)
{
    Console.Error.WriteLine($"case {run}: {e}");
    return 1;
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run} cases, seed {seed}, {watch.Elapsed.TotalSeconds:F1} s; none hung or threw; the most allocated by one: {mostAllocated} bytes."));
foreach (var (kind, number) in outcomes)
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  first failure {kind}: {number}"));
return 0;
