using System.Globalization;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Presentation.Views;

/// <summary>Views of changes and of the history.</summary>
public static class ChangeViews
{
    /// <summary>Shows what a change did, or would do. The page has no warnings: the front end writes them itself.</summary>
    public static View Of(ChangeResult result, Front front) => new(Values(result, front), () => PageOf(result));

    /// <summary>Lists the history in the given order.</summary>
    public static View Of(IReadOnlyList<ChangeRecord> history) => new(new JsonLines(history), () => PageOf(history));

    /// <summary>Returns a result as an object.</summary>
    internal static IReadOnlyList<NamedValue> Values(ChangeResult result, Front front) =>
    [
        new("changed", result.Changed.Select(Values)),
        new("revision", result.Revision),
        new("whatIf", result.WhatIf),
        new("warnings", result.Warnings.Select(warning => FindingViews.FaultValues(warning, front))),
    ];

    private static NamedValue[] Values(FieldChange change) => [new("path", change.Path), new("from", change.From), new("to", change.To)];

    private static Page PageOf(ChangeResult result)
    {
        if (result.Changed.Count == 0) return new Page().Heading("Nothing to change: every field already has its value.");
        var what = result.WhatIf ? "Would change" : string.Create(CultureInfo.InvariantCulture, $"Changed, revision {result.Revision}");
        return new Page().Heading(what).Add(TableOf(result.Changed));
    }

    private static Page PageOf(IReadOnlyList<ChangeRecord> history)
    {
        var page = new Page();
        if (history.Count == 0) page.Line("Nothing has been changed yet.");
        foreach (var record in history)
        {
            var from = record.Host is null ? Cell.Of(record.Source).Text : $"{Cell.Of(record.Source).Text} on {Cell.Of(record.Host).Text}";
            page.Heading(string.Create(CultureInfo.InvariantCulture, $"Revision {record.Revision}, {Cell.Of(record.Time).Text}, {Cell.Of(record.Account).Text} ({from})"));
            if (record.Refusal is { } refusal) page.Line($"Refused: {Cell.Of(refusal).Text}");
            else page.Add(TableOf(record.Changes));
        }
        return page;
    }

    private static Table TableOf(IReadOnlyList<FieldChange> changes)
    {
        var table = new Table("field", "from", "to");
        foreach (var change in changes) table.Add(Cell.Of(change.Path), Cell.Of(change.From, change.InAscii(change.From)), Cell.Of(change.To, change.InAscii(change.To)));
        return table;
    }
}
