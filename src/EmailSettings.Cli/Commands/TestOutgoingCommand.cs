using System.CommandLine;

namespace EmailSettings.Cli.Commands;

/// <summary><c>test outgoing [--host H] [--port P] … [--sender A] [--recipient A] [--send] [--detailed] [--settings DOCUMENT]</c></summary>
internal static class TestOutgoingCommand
{
    public static Command Build()
    {
        var options = new ServerTestOptions("Anonymous|Basic|OAuthUser|OAuthService", "auto|smtp|graph");
        var sender = ServerTestOptions.Text("--sender", "A", "Envelope sender; together with --recipient the server is asked whether it takes them.");
        var recipient = ServerTestOptions.Text("--recipient", "A", "Envelope recipient.");
        var send = GlobalOptions.Flag("--send", "Send a real message from --sender to --recipient.");
        var command = new Command("outgoing", "The outgoing server, stage by stage; options replace stored values for this test.") { sender, recipient, send };
        options.AddTo(command);
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            var given = options.Read(call, out var secret);
            using (secret)
            {
                given = given with { SenderAddress = parsed.GetValue(sender), RecipientAddress = parsed.GetValue(recipient), Send = parsed.GetValue(send) };
                return new ServerTestRun(call, options.IsDetailed(parsed)).Show(options.Settings(call), [given.ToOutgoing()], throttleLimit: 1);
            }
        }));
        return command;
    }
}
