using EmailSettings.Core.Findings.Explanations;
using EmailSettings.Core.ServerTests.Replies;

namespace EmailSettings.Core.Presentation.Views;

/// <summary>Views of explanations.</summary>
public static class ExplanationViews
{
    /// <summary>Explains server replies, always as a list.</summary>
    public static View Of(IReadOnlyList<ReplyExplanation> replies, Front front) => new(replies.Select(reply => Values(reply, front)), () =>
    {
        var page = new Page();
        foreach (var reply in replies) page.Heading(Cell.Of(reply.Reply).Text).Add(TableOf(reply, front));
        return page;
    });

    /// <summary>Explains an id.</summary>
    public static View Of(FindingExplanation known, Front front) => new(
        (NamedValue[])
        [
            new("id", known.Id), new("kind", known.Kind), new("cause", known.Cause), new("meaning", known.Meaning), new("example", known.Example),
            new("nextSteps", known.NextSteps.Select(step => front.StepOf(step))),
        ], () => new Page().Heading($"{known.Id} ({known.Kind})").Add(TableOf(known, front)));

    private static NamedValue[] Values(ReplyExplanation reply, Front front) =>
    [
        new("reply", reply.Reply), new("id", reply.Id), new("cause", reply.Cause), new("nextStep", NextStep(reply, front)), new("said", reply.Said), new("source", reply.Source),
        new("besides", reply.Besides.Select(other => (NamedValue[])[new("id", other.Id), new("cause", other.Cause), new("said", other.Said), new("source", other.Source)])),
        new("codes", reply.Codes.Select(code => (NamedValue[])[new("code", code.Code), new("meaning", code.Meaning), new("standard", code.Standard)])),
    ];

    private static Table TableOf(ReplyExplanation reply, Front front)
    {
        var table = new Table().Add(Cell.Of("Cause"), Cell.Of(reply.Id is { } id ? $"{reply.Cause} ({id})" : reply.Cause));
        if (NextStep(reply, front) is { } next) table.Add(Cell.Of("Next"), Cell.Of(next));
        foreach (var code in reply.Codes) table.Add(Cell.Of(code.Code), Cell.Of($"{code.Meaning} ({code.Standard})"));
        foreach (var other in reply.Besides) table.Add(Cell.Of("Or"), Cell.Of($"{other.Cause} ({other.Id}; {other.Said})"));
        if (reply.Source is { } source) table.Add(Cell.Of("Source"), Cell.Of($"{reply.Said}: {source}"));
        return table;
    }

    private static Table TableOf(FindingExplanation known, Front front)
    {
        var table = new Table().Add(Cell.Of("Cause"), Cell.Of(known.Cause)).Add(Cell.Of("Meaning"), Cell.Of(known.Meaning));
        if (known.Example is { } example) table.Add(Cell.Of("Example"), Cell.Of(example));
        foreach (var step in known.NextSteps) table.Add(Cell.Of("Next"), Cell.Of(front.StepOf(step)));
        return table;
    }

    private static string? NextStep(ReplyExplanation reply, Front front) => reply.Finding is { } finding ? front.StepOf(finding) : null;
}
