using System.CommandLine;
using EmailSettings.Cli.Completion;
using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests;

namespace EmailSettings.Cli.Commands;

/// <summary>
/// <c>test incoming [NAME…] [--host H] [--port P] … [--mailbox A] [--throttle N] [--detailed] [--settings DOCUMENT]</c>
/// </summary>
internal static class TestIncomingCommand
{
    public static Command Build()
    {
        var names = new Argument<string[]>("NAME") { Description = "Incoming servers (default: a mailbox at --host).", Arity = ArgumentArity.ZeroOrMore }.ServerNames();
        var options = new ServerTestOptions("Basic|OAuthUser|OAuthService", "auto|imap|graph");
        var mailbox = ServerTestOptions.Text("--mailbox", "A", "The mailbox to open: an address for that user's or a shared mailbox, another name for a folder of --user (default: INBOX).");
        var throttle = ThrottleLimit();
        var command = new Command("incoming", "Test incoming servers, or any IMAP mailbox, stage by stage.") { names, mailbox, throttle };
        options.AddTo(command);
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            var named = parsed.GetValue(names)!;
            if (named.Length == 0 && !options.HasHost(parsed)) throw ServerTestErrors.ServerNotNamed.Error("NAME", limit: "a NAME of an incoming server, or --host for a mailbox without one");
            var given = options.Read(call, out var secret);
            using (secret)
            {
                var request = (given with { Mailbox = parsed.GetValue(mailbox) }).ToIncoming();
                IncomingTestRequest[] requests = named.Length == 0 ? [request] : [.. named.Select(name => request with { Name = name })];
                return new ServerTestRun(call, options.IsDetailed(parsed)).Show(options.Settings(call), requests, parsed.GetValue(throttle) ?? ServerTestLimits.DefaultThrottle);
            }
        }));
        return command;
    }

    /// <summary>Creates the option for the number of servers tested at a time.</summary>
    public static Option<int?> ThrottleLimit() =>
        GlobalOptions.Number("--throttle", $"Maximum number tested at a time (default: {ServerTestLimits.DefaultThrottle}).", least: 1);
}
