using System.CommandLine;
using EmailSettings.Cli.Input;
using EmailSettings.Cli.Output;
using EmailSettings.Core.Secrets;

namespace EmailSettings.Cli.Commands;

/// <summary><c>protect [--purpose P]</c>: encrypts standard input, every byte of it, to CMS text on standard output.</summary>
internal static class ProtectCommand
{
    public static Command Build()
    {
        var purpose = Purpose();
        var command = new Command("protect", "Protect standard input with the password certificate.") { purpose };
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            call.RefuseJson();
            var wanted = PurposeIn(parsed, purpose);
            using var text = StandardInput.ReadText(call);
            using var session = call.Session.Secrets.Open();
            StandardStreams.Output.Write(session.Protect(wanted, text, call.Host) + "\n");
            return ExitCode.Done;
        }));
        return command;
    }

    /// <summary>Creates the option for the purpose.</summary>
    public static Option<string?> Purpose() => new("--purpose")
    {
        Description = $"What the text is for (default: {SecretPurpose.Text}). A protected text can be decrypted only for its own purpose.",
        HelpName = "PURPOSE",
    };

    /// <summary>Gets its value.</summary>
    public static SecretPurpose PurposeIn(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } notation ? PurposeArgument.Read(notation) : SecretPurpose.Text;
}
