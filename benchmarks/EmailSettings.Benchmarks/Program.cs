using System.Runtime.InteropServices;
using EmailSettings.Benchmarks;
using EmailSettings.Benchmarks.Cli;
using EmailSettings.Benchmarks.Documents;
using EmailSettings.Benchmarks.Mail;
using EmailSettings.Benchmarks.Messages;
using EmailSettings.Benchmarks.Module;
using EmailSettings.Benchmarks.Secrets;
using EmailSettings.Benchmarks.Store;

// Every part by name; by default all of them run, in this order.
var parts = new Dictionary<string, Action<Yardstick>>(StringComparer.OrdinalIgnoreCase)
{
    ["secrets"] = SecretsPart.Run,
    ["timing"] = TimingPart.Run,
    ["reprotect"] = ReprotectPart.Run,
    ["store"] = StorePart.Run,
    ["documents"] = DocumentsPart.Run,
    ["cli"] = CliPart.Run,
    ["module"] = ModulePart.Run,
    ["mail"] = MailPart.Run,
    ["messages"] = MessagesPart.Run,
};

var unknown = args.Where(name => !parts.ContainsKey(name)).ToList();
if (unknown.Count > 0)
{
    Console.Error.WriteLine($"Unknown: {string.Join(", ", unknown)}. Parts: {string.Join(", ", parts.Keys)}.");
    return 2;
}

var yardstick = new Yardstick();
Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} processors");
foreach (var (name, run) in parts.Where(part => args.Length == 0 || args.Contains(part.Key, StringComparer.OrdinalIgnoreCase)))
{
    Console.WriteLine();
    Console.WriteLine($"## {name}");
    Console.WriteLine();
    Console.WriteLine(Comparison.Header);
    run(yardstick);
}
return yardstick.IsMet ? 0 : 1;
