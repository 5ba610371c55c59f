using EmailSettings.Core.Access;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes;

/// <summary>Steps that change rights and locks.</summary>
internal static class AccessSteps
{
    /// <summary>Grants a right; does nothing if it is already granted.</summary>
    public static void Grant(ChangeDraft draft, RightGrant grant)
    {
        var has = Find(draft, grant.PrincipalId, grant.Right) is not null;
        draft.Basis[$"{PathOf(grant)} {grant.PrincipalId} {grant.Right}"] = has;
        if (!has) draft.Access = draft.Access with { Grants = [.. draft.Access.Grants, grant] };
    }

    /// <summary>Revokes a right that was granted to an id or a name.</summary>
    public static void Revoke(ChangeDraft draft, string principalId, string principal, Right right)
    {
        if (Find(draft, principalId, right.Name) is not { } grant)
        {
            draft.Refuse(AccessErrors.RightNotGranted, "rights", null, principal, right.Name);
            return;
        }
        draft.Basis[$"{PathOf(grant)} {grant.PrincipalId} {grant.Right}"] = true;
        draft.Access = draft.Access with { Grants = [.. draft.Access.Grants.Where(each => each != grant)] };
        if (right == Right.Administrator && !draft.Access.Grants.Any(IsAdministrator)) draft.Refuse(AccessErrors.LastAdministrator, "rights", null, grant.Principal);
        // The other administrators must still be the same when this is committed.
        if (right == Right.Administrator) draft.Basis["rights"] = string.Join(' ', draft.AccessBefore.Grants.Where(IsAdministrator).Select(each => each.PrincipalId).Order(StringComparer.Ordinal));
    }

    /// <summary>Switches rights on or off.</summary>
    public static void Switch(ChangeDraft draft, bool isEnabled)
    {
        draft.Basis["rights.enabled"] = draft.AccessBefore.IsEnabled;
        draft.Access = draft.Access with { IsEnabled = isEnabled };
    }

    /// <summary>Locks or unlocks a block; does nothing if it already is.</summary>
    public static void Lock(ChangeDraft draft, LockableBlock block, bool isLocked, DateTimeOffset now)
    {
        draft.Basis[$"locks.{block}"] = AccessJudge.IsLocked(block, draft.AccessBefore);
        if (AccessJudge.IsLocked(block, draft.Access) == isLocked) return;
        draft.Access = draft.Access with
        {
            Locks = isLocked ? [.. draft.Access.Locks, new BlockLock(block.ToString(), now)] : [.. draft.Access.Locks.Where(each => each.Block != block.ToString())],
        };
    }

    /// <summary>Returns the path of a grant in the history.</summary>
    public static string PathOf(RightGrant grant) => $"rights[{grant.Principal}]";

    private static bool IsAdministrator(RightGrant grant) => Right.Find(grant.Right) == Right.Administrator;

    private static RightGrant? Find(ChangeDraft draft, string principalId, string right) => draft.Access.Grants.FirstOrDefault(grant =>
        grant.PrincipalId.Equals(principalId, StringComparison.OrdinalIgnoreCase) && grant.Right.Equals(right, StringComparison.OrdinalIgnoreCase));
}
