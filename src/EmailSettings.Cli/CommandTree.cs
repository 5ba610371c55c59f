using System.CommandLine;
using System.CommandLine.Help;
using EmailSettings.Cli.Commands;
using EmailSettings.Cli.Completion;

namespace EmailSettings.Cli;

/// <summary>Builds the tree of commands.</summary>
internal static class CommandTree
{
    public static RootCommand Build()
    {
        var root = new RootCommand("Manages the system-wide e-mail settings of a contact-centre platform.")
        {
            GlobalOptions.Store, GlobalOptions.Output, GlobalOptions.NoColor, GlobalOptions.Verbose,
            InitCommand.Build(), ShowCommand.Build(), SetCommand.Build(), ResetCommand.Build(), IncomingCommand.Build(),
            SecretCommand.Build(), CertificateCommand.Build(), ProtectCommand.Build(), UnprotectCommand.Build(),
            ExportCommand.Build(), ImportCommand.Build(), CompareCommand.Build(), HistoryCommand.Build(), UndoCommand.Build(), RestartCommand.Build(), RightCommand.Build(),
            TestCommand.Build(), ExplainCommand.Build(), StoreCommand.Build(), CompletionCommand.Build(), CompletionCommand.BuildComplete(),
        };
        // Without arguments, the program shows its help.
        root.SetAction(parsed => new HelpAction().Invoke(parsed));
        // A server name in brackets is not a directive.
        root.Directives.Clear();
        return root;
    }
}
