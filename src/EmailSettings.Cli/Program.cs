using System.CommandLine;
using System.CommandLine.Invocation;
using EmailSettings.Cli.Commands;
using EmailSettings.Cli.Output;
using EmailSettings.Core.Operations;

namespace EmailSettings.Cli;

/// <summary>Parses the arguments and runs the command they name.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        // What such a test waits for longest begins before anything else.
        if (args is ["test", "outgoing" or "incoming", ..])
        {
            DeferredRoots.LeaveForLater(hasNamedRoot: args.Any(argument => argument.Split('=', ':')[0] == ServerTestOptions.RootsOption));
            ServerTestOperations.ReadAhead();
        }

        // Names may begin with '@' and secrets never come out of response files.
        var parsed = CommandTree.Build().Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        return parsed.Action is ParseErrorAction
            ? Call.Run(parsed, _ => throw UsageFaults.Of(parsed))
            : parsed.Invoke(Configuration());
    }

    private static InvocationConfiguration Configuration()
    {
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        // Help is text of ours too. Elsewhere the library's own streams are right, and are opened only when they are needed.
        if (OperatingSystem.IsWindows()) (configuration.Output, configuration.Error) = (StandardStreams.Output, StandardStreams.Error);
        return configuration;
    }
}
