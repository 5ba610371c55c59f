using EmailSettings.Cli.Output;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Presentation;

namespace EmailSettings.Cli.Views;

/// <summary>Rights and locks.</summary>
internal static class RightViews
{
    public static View Of(bool areEnforced, IReadOnlyList<GrantedRight> grants, IReadOnlyList<LockedBlock> blocks) => new(
        (Row[])[new("enforced", areEnforced), new("grants", grants.Select(Rows)), new("locks", Locks(blocks))],
        page =>
        {
            var table = new Table().Head("right", "principal", "id", "since");
            foreach (var grant in grants) table.Add(Cell.Of(grant.Right), Cell.Of(grant.Principal), Cell.Of(grant.PrincipalId), Cell.Of(grant.Since));
            page.Heading(Heading(areEnforced));
            if (grants.Count > 0) page.Add(table);
            else page.Line("Nobody was given a right yet.");
            Write(page, blocks);
        });

    public static View Of(IReadOnlyList<CurrentRight> rights, IReadOnlyList<LockedBlock> blocks) => new(
        (Row[])[new("account", rights[0].Account), new("enforced", rights[0].Enforced), new("rights", rights.Select(Rows)), new("locks", Locks(blocks))],
        page =>
        {
            var table = new Table().Head("right", "allowed", "through", "meaning");
            foreach (var right in rights)
                table.Add(Cell.Of(right.Right), Cell.Of(right.Allowed ? "yes" : "no", right.Allowed ? Tone.Good : Tone.Plain), Cell.Of(right.Through), Cell.Of(right.Meaning));
            page.Heading($"What {Cell.Of(rights[0].Account).Text} may do. {Heading(rights[0].Enforced)}").Add(table);
            Write(page, blocks);
        });

    private static string Heading(bool areEnforced) =>
        areEnforced ? "Rights are on." : "Rights are off: whoever opens the store may do everything. Switch them on with 'emailsettings right enable'.";

    private static void Write(TextPage page, IReadOnlyList<LockedBlock> blocks)
    {
        foreach (var block in blocks.Where(block => block.Locked)) page.Line($"The block {block.Block} is locked since {Cell.Of(block.Since).Text}.");
    }

    private static IEnumerable<IReadOnlyList<Row>> Locks(IReadOnlyList<LockedBlock> blocks) =>
        blocks.Where(block => block.Locked).Select(block => (IReadOnlyList<Row>)[new("block", block.Block), new("since", block.Since)]);

    private static IReadOnlyList<Row> Rows(GrantedRight grant) =>
        [new("right", grant.Right), new("principal", grant.Principal), new("principalId", grant.PrincipalId), new("since", grant.Since)];

    private static IReadOnlyList<Row> Rows(CurrentRight right) =>
        [new("right", right.Right), new("allowed", right.Allowed), new("through", right.Through), new("meaning", right.Meaning)];
}
