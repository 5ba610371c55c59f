using EmailSettings.Core.Access;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Operations;

/// <summary>Manages rights and locks.</summary>
public sealed class RightOperations
{
    private const string Target = "rights";

    private readonly AccessGuard _guard;
    private readonly WriteGate _gate;

    internal RightOperations(AccessGuard guard, WriteGate gate)
    {
        _guard = guard;
        _gate = gate;
    }

    /// <summary>Whether rights are enforced.</summary>
    public bool AreEnforced => ReadRules().IsEnabled;

    /// <summary>Lists granted rights, sorted by account or group. Needs no right, so that everyone knows whom to ask.</summary>
    public IReadOnlyList<GrantedRight> List()
    {
        var rules = ReadRules();
        return rules.Grants.Select(grant => new GrantedRight(grant.Right, grant.Principal, grant.PrincipalId, grant.Since, rules.IsEnabled)).ToList();
    }

    /// <summary>Lists all rights, and whether the caller has them.</summary>
    public IReadOnlyList<CurrentRight> ListCurrent()
    {
        var rules = ReadRules();
        return Right.All.Select(right =>
        {
            var through = rules.Grants.Where(grant => _guard.Caller.Is(grant.PrincipalId) && Right.Find(grant.Right) is { } held && held.Covers(right))
                .Select(grant => grant.Principal).Distinct(StringComparer.Ordinal).ToList();
            var isAllowed = !rules.IsEnabled || through.Count > 0 || !AccessJudge.Binds(right, rules);
            var locked = OperationTable.All.Where(operation => operation.Right == right).SelectMany(operation => operation.Blocks).Distinct()
                .Where(block => AccessJudge.IsLocked(block, rules)).Select(block => block.ToString()).ToList();
            return new CurrentRight(right.Name, isAllowed, _guard.Caller.Account, through, locked, right.Meaning, rules.IsEnabled);
        }).ToList();
    }

    /// <summary>Lists all blocks, and whether they are locked.</summary>
    public IReadOnlyList<LockedBlock> ListBlocks()
    {
        var locks = ReadRules().Locks.ToDictionary(each => each.Block, each => each.Since, StringComparer.Ordinal);
        return Enum.GetNames<LockableBlock>().Select(name => locks.TryGetValue(name, out var since) ? new LockedBlock(name, true, since) : new LockedBlock(name, false, null)).ToList();
    }

    /// <summary>Grants a right; does nothing if it is already granted.</summary>
    /// <param name="right">Its name.</param>
    /// <param name="principal"><c>DOMAIN\name</c> or a SID on Windows; an account, <c>group:NAME</c>, <c>uid:N</c> or
    /// <c>gid:N</c> on other systems.</param>
    /// <param name="host">The front end.</param>
    /// <exception cref="EmailSettingsException">Errors of <see cref="AccessErrors"/>.</exception>
    public ChangeResult Grant(string right, string principal, IOperationHost host)
    {
        _guard.Require(OperationTable.ChangeGrants);
        var wanted = Right.Parse(right);
        var (id, name) = PrincipalLookup.Find(principal);
        return Apply(new ChangeStep.GrantRight(wanted, id, name), $"{wanted} for {name}", host);
    }

    /// <summary>Revokes a right, but not that of the last administrator.</summary>
    /// <param name="right">Its name.</param>
    /// <param name="principal">The holder, by the listed name or id, or as for <see cref="Grant"/>.</param>
    /// <param name="host">The front end.</param>
    /// <exception cref="EmailSettingsException">Errors of <see cref="AccessErrors"/>.</exception>
    public ChangeResult Revoke(string right, string principal, IOperationHost host)
    {
        _guard.Require(OperationTable.ChangeGrants);
        var wanted = Right.Parse(right);
        // A deleted account still has its rights, and can only be identified by the listed name or id.
        var holders = ReadRules().Grants.Where(grant => Is(grant.PrincipalId, principal) || Is(grant.Principal, principal)).DistinctBy(grant => grant.PrincipalId).ToList();
        var (id, name) = holders is [var only] ? (only.PrincipalId, only.Principal) : PrincipalLookup.Find(principal);
        return Apply(new ChangeStep.RevokeRight(wanted, id, name), $"{wanted} of {name}", host);
    }

    /// <summary>Enables rights. Only an administrator can do this: anyone else would lock themselves out.</summary>
    /// <exception cref="EmailSettingsException"><see cref="AccessErrors.RightMissing"/>.</exception>
    public ChangeResult Enable(IOperationHost host)
    {
        var rules = ReadRules();
        var caller = _guard.Caller;
        // Stores of earlier versions have no administrator; whoever enables rights becomes the first one.
        var isFirst = !rules.Grants.Any(grant => Right.Find(grant.Right) == Right.Administrator);
        if (!isFirst) _guard.Require(rules with { IsEnabled = true }, OperationTable.SwitchRights);
        IEnumerable<ChangeStep> first = isFirst ? [new ChangeStep.GrantRight(Right.Administrator, caller.Id, caller.Account)] : [];
        return _gate.Apply(new SettingsChange(Target, [.. first, new ChangeStep.SwitchRights(true)]), host);
    }

    /// <summary>Disables rights: then whoever opens the store may do everything.</summary>
    /// <exception cref="EmailSettingsException"><see cref="AccessErrors.RightMissing"/>.</exception>
    public ChangeResult Disable(IOperationHost host) => Apply(new ChangeStep.SwitchRights(false), Target, host);

    /// <summary>Locks a block against changes; it can still be read.</summary>
    /// <exception cref="EmailSettingsException">Errors of <see cref="AccessErrors"/>.</exception>
    public ChangeResult Lock(string block, IOperationHost host) => SetLock(block, true, host);

    /// <summary>Unlocks a block.</summary>
    /// <exception cref="EmailSettingsException">Errors of <see cref="AccessErrors"/>.</exception>
    public ChangeResult Unlock(string block, IOperationHost host) => SetLock(block, false, host);

    /// <summary>Throws if a delegated caller may not use another store.</summary>
    /// <exception cref="EmailSettingsException"><see cref="AccessErrors.RightMissing"/>.</exception>
    public void RequireOtherStore()
    {
        if (_guard.Caller.IsDelegated) _guard.Require(OperationTable.ConnectStore);
    }

    private ChangeResult SetLock(string block, bool isLocked, IOperationHost host)
    {
        _guard.Require(OperationTable.ChangeLocks);
        var name = Enum.GetNames<LockableBlock>().FirstOrDefault(name => Is(name, block.Trim().Replace("-", "", StringComparison.Ordinal)))
            ?? throw AccessErrors.BlockUnknown.Error("block", block, string.Join(", ", Enum.GetNames<LockableBlock>()));
        return Apply(new ChangeStep.LockBlock(Enum.Parse<LockableBlock>(name), isLocked), $"block {name}", host);
    }

    private ChangeResult Apply(ChangeStep step, string target, IOperationHost host) => _gate.Apply(new SettingsChange(target, [step]), host);

    private AccessRules ReadRules() => _guard.ReadRules();

    private static bool Is(string known, string given) => known.Equals(given, StringComparison.OrdinalIgnoreCase);
}
