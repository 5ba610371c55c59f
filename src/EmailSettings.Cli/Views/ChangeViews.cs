using System.Globalization;
using System.Text.Json;
using EmailSettings.Cli.Output;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Storage;

namespace EmailSettings.Cli.Views;

/// <summary>What a change did, and the history of changes.</summary>
internal static class ChangeViews
{
    public static View Of(ChangeResult result) => new(Rows(result), page => Write(page, result));

    public static View Of(IReadOnlyList<ChangeRecord> history) => new(new JsonLines(history.Select(record => (Action<Utf8JsonWriter>)(json => ChangeRecordJson.Write(json, record)))), page => Write(page, history));

    /// <summary>A result as an object.</summary>
    public static IReadOnlyList<Row> Rows(ChangeResult result) =>
    [
        new("changed", result.Changed.Select(Rows)),
        new("revision", result.Revision),
        new("whatIf", result.WhatIf),
        new("warnings", result.Warnings.Select(FaultViews.Rows)),
    ];

    /// <summary>A result as a page; its warnings stand on standard error already.</summary>
    public static void Write(TextPage page, ChangeResult result)
    {
        if (result.Changed.Count == 0)
        {
            page.Heading("Nothing to change: every field has its value already.");
            return;
        }
        var what = result.WhatIf ? "Would change" : string.Create(CultureInfo.InvariantCulture, $"Changed, revision {result.Revision}");
        page.Heading(what).Add(Table(result.Changed));
    }

    private static void Write(TextPage page, IReadOnlyList<ChangeRecord> history)
    {
        if (history.Count == 0) page.Line("Nothing was changed yet.");
        foreach (var record in history)
        {
            var from = record.Host is null ? Cell.Of(record.Source).Text : $"{Cell.Of(record.Source).Text} on {Cell.Of(record.Host).Text}";
            page.Heading(string.Create(CultureInfo.InvariantCulture, $"Revision {record.Revision}, {Cell.Of(record.Time).Text}, {Cell.Of(record.Account).Text} ({from})"));
            if (record.Refusal is { } refusal) page.Line($"Refused: {Cell.Of(refusal).Text}");
            else page.Add(Table(record.Changes));
        }
    }

    private static Table Table(IReadOnlyList<FieldChange> changes)
    {
        var table = new Table().Head("field", "from", "to");
        foreach (var change in changes) table.Add(Cell.Of(change.Path), Cell.Of(change.From, change.InAscii(change.From)), Cell.Of(change.To, change.InAscii(change.To)));
        return table;
    }

    private static IReadOnlyList<Row> Rows(FieldChange change) => [new("path", change.Path), new("from", change.From), new("to", change.To)];
}
