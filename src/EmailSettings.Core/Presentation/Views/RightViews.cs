using EmailSettings.Core.Operations;

namespace EmailSettings.Core.Presentation.Views;

/// <summary>Views of rights and locks.</summary>
public static class RightViews
{
    /// <summary>Lists the granted rights.</summary>
    public static View Of(bool areEnforced, IReadOnlyList<GrantedRight> grants, IReadOnlyList<LockedBlock> blocks, Front front) => new(
        (NamedValue[])[new("enforced", areEnforced), new("grants", grants.Select(Values)), new("locks", Locks(blocks))],
        () =>
        {
            var table = new Table("right", "principal", "id", "since");
            foreach (var grant in grants) table.Add(Cell.Of(grant.Right), Cell.Of(grant.Principal), Cell.Of(grant.PrincipalId), Cell.Of(grant.Since));
            var page = new Page().Heading(Heading(areEnforced, front));
            return AddTo(grants.Count > 0 ? page.Add(table) : page.Line("No rights have been granted yet."), blocks);
        });

    /// <summary>Lists what the caller may do.</summary>
    public static View Of(IReadOnlyList<CurrentRight> rights, IReadOnlyList<LockedBlock> blocks, Front front) => new(
        (NamedValue[])[new("account", rights[0].Account), new("enforced", rights[0].Enforced), new("rights", rights.Select(Values)), new("locks", Locks(blocks))],
        () =>
        {
            var table = new Table("right", "allowed", "through", "meaning");
            foreach (var right in rights)
                table.Add(Cell.Of(right.Right), Cell.Of(right.Allowed ? "yes" : "no", right.Allowed ? Tone.Good : Tone.Plain), Cell.Of(right.Through), Cell.Of(right.Meaning));
            return AddTo(new Page().Heading($"What {Cell.Of(rights[0].Account).Text} may do. {Heading(rights[0].Enforced, front)}").Add(table), blocks);
        });

    private static string Heading(bool areEnforced, Front front) => areEnforced
        ? "Rights are on."
        : $"Rights are off: whoever opens the store may do everything. Switch them on with {front.CommandOf("Enable-EmailSettingsRight", "right enable")}.";

    private static Page AddTo(Page page, IReadOnlyList<LockedBlock> blocks)
    {
        foreach (var block in blocks.Where(block => block.Locked)) page.Line($"The block {block.Block} has been locked since {Cell.Of(block.Since).Text}.");
        return page;
    }

    private static IEnumerable<NamedValue[]> Locks(IReadOnlyList<LockedBlock> blocks) =>
        blocks.Where(block => block.Locked).Select(block => (NamedValue[])[new("block", block.Block), new("since", block.Since)]);

    private static NamedValue[] Values(GrantedRight grant) =>
        [new("right", grant.Right), new("principal", grant.Principal), new("principalId", grant.PrincipalId), new("since", grant.Since)];

    private static NamedValue[] Values(CurrentRight right) =>
        [new("right", right.Right), new("allowed", right.Allowed), new("through", right.Through), new("meaning", right.Meaning)];
}
