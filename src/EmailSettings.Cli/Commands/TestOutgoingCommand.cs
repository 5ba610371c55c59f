using System.CommandLine;
using EmailSettings.Cli.Output;
using EmailSettings.Core.ServerTests;

namespace EmailSettings.Cli.Commands;

/// <summary>
/// <c>test outgoing [--host H] [--port P] … [--sender A] [--recipient A] [--send …] [--detailed] [--settings DOCUMENT]</c>
/// </summary>
internal static class TestOutgoingCommand
{
    public static Command Build()
    {
        var options = new ServerTestOptions("Anonymous|Basic|OAuthUser|OAuthService", "auto|smtp|graph");
        var message = new TestMessageOptions();
        var sender = ServerTestOptions.Text("--sender", "A", "Envelope sender; together with --recipient, the server is asked whether it accepts them.");
        var helo = ServerTestOptions.Text("--helo", "NAME", "The name to send with EHLO (default: this machine's full name, or its address).");
        var checkDomain = GlobalOptions.Flag("--check-domain", "Also look up MX, SPF and DMARC records of the sender's domain.");
        var recipient = ServerTestOptions.Text("--recipient", "A", "Envelope recipient.");
        var command = new Command("outgoing", "Test the outgoing server stage by stage; options replace stored values for this test.") { helo, sender, recipient, checkDomain };
        message.AddTo(command);
        options.AddTo(command);
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            var given = options.Read(call, out var secret);
            using (secret)
            {
                given = message.Read(parsed, given with { SenderAddress = parsed.GetValue(sender), RecipientAddress = parsed.GetValue(recipient), HeloName = parsed.GetValue(helo), CheckDomain = parsed.GetValue(checkDomain) });
                var settings = options.Settings(call);
                var request = given.ToOutgoing();
                return given.Send && parsed.GetValue(GlobalOptions.WhatIf)
                    ? ShowMessage(call, settings, request)
                    : new ServerTestRun(call, options.IsDetailed(parsed)).Show(settings, [request], throttleLimit: 1);
            }
        }));
        return command;
    }

    // The message itself, suitable for a file.
    private static int ShowMessage(Call call, TestedSettings settings, OutgoingTestRequest request)
    {
        call.RefuseJson();
        using var output = StandardStreams.OpenOutput();
        call.Session.Tests.WriteMessage(settings, request, output, call.Host.Cancellation);
        return ExitCode.Done;
    }
}
