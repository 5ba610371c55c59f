using System.CommandLine;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Presentation.Views;
using EmailSettings.Core.ServerTests;

namespace EmailSettings.Cli.Commands;

/// <summary><c>test outgoing|incoming|message|all [--servers] [--throttle N] [--days-before N]</c></summary>
internal static class TestCommand
{
    public static Command Build() => new("test", "Checks.") { TestOutgoingCommand.Build(), TestIncomingCommand.Build(), TestMessageCommand.Build(), All() };

    /// <summary>The option that says how early an end is announced.</summary>
    public static Option<int?> DaysBefore() =>
        GlobalOptions.Number("--days-before", $"Announce what ends within so many days; {ExpiryWarning.DaysBefore} without it.", least: 0);

    /// <summary>Its value.</summary>
    public static int DaysIn(ParseResult parsed, Option<int?> option) => parsed.GetValue(option) ?? ExpiryWarning.DaysBefore;

    private static Command All()
    {
        var days = DaysBefore();
        var servers = GlobalOptions.Flag("--servers", "Test the enabled outgoing server and the incoming servers as well.");
        var throttle = TestIncomingCommand.ThrottleLimit();
        var all = new Command("all", "The health of everything: store, settings, certificate, secrets.") { servers, throttle, days };
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
