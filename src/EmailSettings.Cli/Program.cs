using System.CommandLine;
using System.CommandLine.Invocation;
using EmailSettings.Cli.Commands;
using EmailSettings.Cli.Output;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Operations;

namespace EmailSettings.Cli;

/// <summary>Parses the arguments and runs the command they name.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        InheritedStream.Settle();
        // What such a test waits for longest begins before anything else.
        if (args is ["test", "outgoing" or "incoming", ..])
        {
            DeferredRoots.LeaveForLater(hasNamedRoot: args.Any(argument => argument.Split('=', ':')[0] == ServerTestOptions.RootsOption));
            ServerTestOperations.ReadAhead();
        }

        // Names may begin with '@' and secrets never come out of response files.
        var parsed = CommandTree.Build().Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction) return Call.Run(parsed, _ => throw UsageFaults.Of(parsed));
        try
        {
            StandardStreams.CheckOutput();
            return parsed.Invoke(Configuration());
        }
        catch (EmailSettingsException e)
        {
            // Commands end in a Call; what comes here is standard output that does not take the help, or anything.
            return Call.Run(parsed, _ => throw e);
        }
    }

    private static InvocationConfiguration Configuration()
    {
        return new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,

            // Help is text of ours too.
            Output = StandardStreams.Output,
            Error = StandardStreams.Error,
        };
    }
}
