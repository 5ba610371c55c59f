using EmailSettings.Cli.Output;
using EmailSettings.Core.Findings;

namespace EmailSettings.Cli.Views;

/// <summary>Errors and warnings as JSON; as text they stand on standard error.</summary>
internal static class FaultViews
{
    public static IReadOnlyList<Row> Rows(Finding fault) =>
        [new("id", fault.Id), new("path", fault.Field), new("text", fault.Cause), new("hint", fault.CommandLineStep)];

    /// <summary>A refusal: all its errors, and the warnings that came before it, if any.</summary>
    public static IReadOnlyList<Row> Refusal(IReadOnlyList<Finding> faults, IReadOnlyList<Finding> warnings)
    {
        var errors = new Row("errors", faults.Select(Rows));
        return warnings.Count == 0 ? [errors] : [errors, new("warnings", warnings.Select(Rows))];
    }
}
