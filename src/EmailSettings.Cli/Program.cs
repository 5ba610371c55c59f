using System.CommandLine;
using EmailSettings.Cli.Commands;
using EmailSettings.Cli.Output;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Operations;

namespace EmailSettings.Cli;

/// <summary>Parses the arguments and runs the command.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        InheritedStream.Initialize();
        // Starts the slowest part of such a test first.
        if (args is ["test", "outgoing" or "incoming", ..])
        {
            DeferredRoots.Defer(hasNamedRoot: args.Any(argument => argument.Split('=', ':')[0] == ServerTestOptions.RootsOption));
            ServerTestOperations.ReadAhead();
        }

        // Names may start with '@', and secrets never come from response files.
        var parsed = CommandTree.Build().Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (UsageFaults.Of(parsed) is { Count: > 0 } faults) return Call.Run(parsed, _ => throw new EmailSettingsException(faults));
        try
        {
            StandardStreams.CheckOutput();
            return parsed.Invoke(Configuration());
        }
        catch (EmailSettingsException e)
        {
            // Commands run in a Call; this is standard output that rejects the help, or an unexpected error.
            return Call.Run(parsed, _ => throw e);
        }
    }

    private static InvocationConfiguration Configuration()
    {
        return new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,

            // Help uses the same output.
            Output = StandardStreams.Output,
            Error = StandardStreams.Error,
        };
    }
}
