using System.CommandLine;
using System.CommandLine.Help;
using EmailSettings.Cli.Commands;
using EmailSettings.Cli.Completion;

namespace EmailSettings.Cli;

/// <summary>Builds the tree of commands.</summary>
internal static class CommandTree
{
    /// <summary>The name of the program, of which the commands are subcommands.</summary>
    public const string Program = "emailsettings";

    // Not a RootCommand: that loads the library's resources for options that are rarely used, which takes as long as all the rest.
    public static Command Build()
    {
        var root = new Command(Program, "Manages the system-wide e-mail settings of a contact-centre platform.")
        {
            GlobalOptions.Help, GlobalOptions.Version,
            GlobalOptions.Store, GlobalOptions.Output, GlobalOptions.NoColor, GlobalOptions.Verbose,
            InitCommand.Build(), ShowCommand.Build(), SetCommand.Build(), ResetCommand.Build(), IncomingCommand.Build(),
            SecretCommand.Build(), CertificateCommand.Build(), ProtectCommand.Build(), UnprotectCommand.Build(),
            ExportCommand.Build(), ImportCommand.Build(), CompareCommand.Build(), HistoryCommand.Build(), UndoCommand.Build(), RestartCommand.Build(), RightCommand.Build(),
            TestCommand.Build(), ExplainCommand.Build(), StoreCommand.Build(), CompletionCommand.Build(), CompletionCommand.BuildComplete(),
        };
        // Without arguments, the program shows its help.
        root.SetAction(parsed => new HelpAction().Invoke(parsed));
        return root;
    }
}
