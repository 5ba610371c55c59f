using System.CommandLine;
using EmailSettings.Cli.Views;

namespace EmailSettings.Cli.Commands;

/// <summary><c>test all [--days-before N]</c></summary>
internal static class TestCommand
{
    private const int DefaultDaysBefore = 30;

    public static Command Build()
    {
        var days = DaysBefore();
        var all = new Command("all", "The health of everything: store, settings, certificate, secrets.") { days };
        all.SetAction(parsed => Call.Run(parsed, call =>
        {
            var report = call.Session.Health.Check(DaysIn(parsed, days));
            return call.Show(HealthViews.Of(report), HealthViews.CodeOf(report.Status));
        }));
        return new Command("test", "Checks.") { all };
    }

    /// <summary>The option that says how early an end is announced.</summary>
    public static Option<int?> DaysBefore() =>
        GlobalOptions.Number("--days-before", $"Announce what ends within so many days; {DefaultDaysBefore} without it.", least: 0);

    /// <summary>Its value.</summary>
    public static int DaysIn(ParseResult parsed, Option<int?> option) => parsed.GetValue(option) ?? DefaultDaysBefore;
}
