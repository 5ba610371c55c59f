using System.CommandLine;
using EmailSettings.Cli.Input;
using EmailSettings.Cli.Output;

namespace EmailSettings.Cli.Commands;

/// <summary><c>unprotect [--purpose P]</c>: decrypts CMS text on standard input to the bytes on standard output.</summary>
internal static class UnprotectCommand
{
    public static Command Build()
    {
        var purpose = ProtectCommand.Purpose();
        var command = new Command("unprotect", "Decrypt a protected text from standard input; writes the bytes unchanged.") { purpose };
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            call.RefuseJson();
            var wanted = ProtectCommand.PurposeIn(parsed, purpose);
            var protectedText = StandardInput.ReadProtectedText(call);
            using var session = call.Session.Secrets.Open();
            using var text = session.Unprotect(wanted, protectedText, call.Host);
            using var output = StandardStreams.OpenOutput();
            output.Write(text.Span);
            return ExitCode.Done;
        }));
        return command;
    }
}
