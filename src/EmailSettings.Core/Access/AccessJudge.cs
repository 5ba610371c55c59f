using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Access;

/// <summary>Decides whether an account may perform operations. Does not access the store.</summary>
internal static class AccessJudge
{
    private const int ShownAdministrators = 5;

    /// <summary>Returns what forbids the operations, or nothing if they are allowed.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="rules">Rights and locks.</param>
    /// <param name="operations">The operations.</param>
    public static IReadOnlyList<Finding> Judge(Actor caller, AccessRules rules, IEnumerable<GuardedOperation> operations)
    {
        if (!rules.IsEnabled && rules.Locks.Count == 0) return [];
        var refusals = new List<Finding>();
        var held = rules.IsEnabled ? HeldBy(caller, rules) : null;
        foreach (var operation in operations.Distinct())
        {
            if (held is not null && operation.Right is { } right && Binds(right, rules) && !held.Any(each => each.Covers(right)))
                refusals.Add(AccessErrors.RightMissing.At(operation.Does, caller.Account, right.Name, Granters(rules)));
            refusals.AddRange(operation.Blocks.Where(block => IsLocked(block, rules)).Select(block => AccessErrors.BlockLocked.At(block.ToString(), block)));
        }
        return refusals;
    }

    /// <summary>Returns the rights granted to an account or its groups.</summary>
    public static IReadOnlyList<Right> HeldBy(Actor caller, AccessRules rules) =>
        [.. rules.Grants.Where(grant => caller.Is(grant.PrincipalId)).Select(grant => Right.Find(grant.Right)).OfType<Right>().Distinct()];

    /// <summary>Returns whether a right is enforced: view rights are only enforced once one has been granted.</summary>
    public static bool Binds(Right right, AccessRules rules) => !right.IsView || rules.Grants.Any(grant => Right.Find(grant.Right) is { IsView: true });

    /// <summary>Returns whether the block is locked.</summary>
    public static bool IsLocked(LockableBlock block, AccessRules rules) => rules.Locks.Any(each => each.Block == block.ToString());

    private static string Granters(AccessRules rules)
    {
        var names = rules.Grants.Where(grant => Right.Find(grant.Right) == Right.Administrator).Select(grant => grant.Principal).Distinct(StringComparer.Ordinal).ToList();
        return names.Count <= ShownAdministrators ? string.Join(", ", names) : $"{string.Join(", ", names.Take(ShownAdministrators))} and {names.Count - ShownAdministrators} more";
    }
}
