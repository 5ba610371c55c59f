using EmailSettings.Cli.Output;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Findings.Explanations;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.ServerTests.Replies;

namespace EmailSettings.Cli.Views;

/// <summary>Explanations of replies and of ids.</summary>
internal static class ExplanationViews
{
    /// <summary>Explanations of replies: always a list.</summary>
    public static View Of(IReadOnlyList<ReplyExplanation> replies) => new(replies.Select(Rows), page =>
    {
        foreach (var reply in replies) Write(page, reply);
    });

    /// <summary>The explanation of an id.</summary>
    public static View Of(FindingExplanation known) => new(Rows(known), page => Write(page, known));

    private static IReadOnlyList<Row> Rows(ReplyExplanation reply) =>
    [
        new("reply", reply.Reply), new("id", reply.Id), new("cause", reply.Cause), new("nextStep", reply.Finding?.CommandLineStep), new("said", reply.Said), new("source", reply.Source),
        new("besides", reply.Besides.Select(other => (Row[])[new("id", other.Id), new("cause", other.Cause), new("said", other.Said), new("source", other.Source)])),
        new("codes", reply.Codes.Select(code => (Row[])[new("code", code.Code), new("meaning", code.Meaning), new("standard", code.Standard)])),
    ];

    private static IReadOnlyList<Row> Rows(FindingExplanation known) =>
    [
        new("id", known.Id), new("kind", known.Kind), new("cause", known.Cause), new("meaning", known.Meaning), new("example", known.Example), new("nextSteps", known.NextSteps.Select(CommandLineWording.First)),
    ];

    private static void Write(TextPage page, ReplyExplanation reply)
    {
        var table = new Table();
        table.Add(Cell.Of("Cause"), Cell.Of(reply.Id is { } id ? $"{reply.Cause} ({id})" : reply.Cause));
        if (reply.Finding?.CommandLineStep is { } next) table.Add(Cell.Of("Next"), Cell.Of(next));
        foreach (var code in reply.Codes) table.Add(Cell.Of(code.Code), Cell.Of($"{code.Meaning} ({code.Standard})"));
        foreach (var other in reply.Besides) table.Add(Cell.Of("Or"), Cell.Of($"{other.Cause} ({other.Id}; {other.Said})"));
        if (reply.Source is { } source) table.Add(Cell.Of("Source"), Cell.Of($"{reply.Said}: {source}"));
        page.Heading(Cell.Of(reply.Reply).Text).Add(table);
    }

    private static void Write(TextPage page, FindingExplanation known)
    {
        var table = new Table().Add(Cell.Of("Says"), Cell.Of(known.Cause)).Add(Cell.Of("Means"), Cell.Of(known.Meaning));
        if (known.Example is { } example) table.Add(Cell.Of("Example"), Cell.Of(example));
        foreach (var step in known.NextSteps) table.Add(Cell.Of("Mend"), Cell.Of(CommandLineWording.First(step)));
        page.Heading($"{known.Id} ({known.Kind})").Add(table);
    }
}
