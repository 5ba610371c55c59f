using EmailSettings.Cli.Output;
using EmailSettings.Core.Findings;

namespace EmailSettings.Cli.Views;

/// <summary>Errors and warnings as JSON; as text they stand on standard error.</summary>
internal static class FaultViews
{
    public static IReadOnlyList<Row> Rows(Fault fault) =>
        [new("id", fault.Id), new("path", fault.Field), new("text", fault.Text), new("hint", fault.Hint)];

    /// <summary>A refusal: all its errors, and the warnings that came before it, if any.</summary>
    public static IReadOnlyList<Row> Refusal(IReadOnlyList<Fault> faults, IReadOnlyList<Fault> warnings)
    {
        var errors = new Row("errors", faults.Select(Rows));
        return warnings.Count == 0 ? [errors] : [errors, new("warnings", warnings.Select(Rows))];
    }
}
