using System.CommandLine;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Presentation.Views;
using EmailSettings.Core.ServerTests;

namespace EmailSettings.Cli.Commands;

/// <summary><c>test outgoing|incoming|message|all [--servers] [--throttle N] [--days-before N]</c></summary>
internal static class TestCommand
{
    public static Command Build() => new("test", "Test servers, messages or the whole system.") { TestOutgoingCommand.Build(), TestIncomingCommand.Build(), TestMessageCommand.Build(), All() };

    /// <summary>Creates the option for the number of days before expiry.</summary>
    public static Option<int?> DaysBefore() =>
        GlobalOptions.Number("--days-before", $"Days before expiry at which to warn (default: {ExpiryWarning.DaysBefore}).", least: 0);

    /// <summary>Gets its value.</summary>
    public static int DaysIn(ParseResult parsed, Option<int?> option) => parsed.GetValue(option) ?? ExpiryWarning.DaysBefore;

    private static Command All()
    {
        var days = DaysBefore();
        var servers = GlobalOptions.Flag("--servers", "Also test the outgoing server, if enabled, and the incoming servers.");
        var throttle = TestIncomingCommand.ThrottleLimit();
        var all = new Command("all", "Check the health of everything: store, settings, certificate, secrets.") { servers, throttle, days };
        all.SetAction(parsed => Call.Run(parsed, call =>
        {
            var health = call.Session.Health.Check(DaysIn(parsed, days));
            if (parsed.GetValue(servers))
            {
                var tests = call.Session.Tests.FindStoredTests();
                var reports = new ServerTestRun(call).Collect(tests.Settings, tests.Requests, parsed.GetValue(throttle) ?? ServerTestLimits.DefaultThrottle);
                health = health.WithServers(reports, tests.Skipped);
            }
            return call.Show(HealthViews.Of(health, Front.CommandLine), ExitCode.Of(health.Status));
        }));
        return all;
    }
}
