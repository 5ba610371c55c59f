using System.Globalization;
using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes.History;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Vault;

namespace EmailSettings.Core.Changes;

/// <summary>
/// The only way to write to the store: check rights, plan (reporting all faults at once), confirm, commit. If the store has
/// changed meanwhile, rights and plan are checked again: the write is merged if nothing it depends on has changed, otherwise
/// refused.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="guard">Checks rights and knows the caller.</param>
/// <param name="finder">Finds certificates.</param>
/// <param name="clock">The clock, for the history.</param>
internal sealed class WriteGate(ISettingsStore store, AccessGuard guard, CertificateFinder finder, TimeProvider clock)
{
    private const int MaxMerges = 50;

    private readonly ChangePlanner _planner = new(finder, guard, clock);

    /// <summary>Applies a change atomically and durably.</summary>
    /// <param name="change">The change.</param>
    /// <param name="host">The front end.</param>
    /// <param name="known">What the change was worked out from, with all it needs and the rights, so that it is not read again.</param>
    /// <exception cref="EmailSettingsException">The change is refused; all faults are listed.</exception>
    public ChangeResult Apply(SettingsChange change, IOperationHost host, StoredState? known = null)
    {
        var parts = ChangePlanner.PartsFor(change) | StoreParts.Access;
        return Pass(change.Target, ChangeOperations.Of(change), () => Interlocked.Exchange(ref known, null) ?? store.Read(parts), state => _planner.Plan(state!, change), host);
    }

    /// <summary>
    /// Undoes a change by a compensating one, which needs the rights of every block it touches, and is planned, confirmed and
    /// merged like any other.
    /// </summary>
    /// <exception cref="EmailSettingsException">The change cannot be undone, or the compensating change is refused.</exception>
    public ChangeResult Undo(long revision, IOperationHost host) => Pass(
        string.Create(CultureInfo.InvariantCulture, $"revision {revision}"),
        [],
        () => store.Read(StoreParts.All | StoreParts.Access),
        state =>
        {
            // What it touches depends on the current settings, so rights are checked with each plan.
            var undo = UndoPlanner.Plan(state!, store.ReadHistory(), revision);
            guard.Require(state!.Access, ChangeOperations.Of(undo.Change));
            var plan = _planner.Plan(state, undo.Change);
            return plan with { Warnings = plan.Warnings.Concat(undo.Warnings).ToList() };
        },
        host);

    /// <summary>Checks, plans, confirms and commits a write.</summary>
    /// <param name="target">What is written, for confirmation.</param>
    /// <param name="operations">The operations whose rights are needed.</param>
    /// <param name="read">Reads a snapshot of the store, including rights. Null for a damaged store.</param>
    /// <param name="plan">Plans the write against a snapshot; called again after each conflict.</param>
    /// <param name="host">The front end.</param>
    /// <exception cref="EmailSettingsException">The write is refused, or <see cref="StoreErrors.ChangedMeanwhile"/>.</exception>
    public ChangeResult Pass(string target, IReadOnlyList<GuardedOperation> operations, Func<StoredState?> read, Func<StoredState?, PlannedWrite> plan, IOperationHost host)
    {
        var first = Plan();
        foreach (var warning in first.Warnings) host.Warn(warning);
        if (first.IsEmpty)
        {
            host.Verbose($"Nothing to change in {target}: every field already has its value.");
            return new ChangeResult([], first.BaseRevision, false, first.Warnings);
        }
        if (!host.Confirm(target, first.Action)) return new ChangeResult(first.Changes, first.BaseRevision, true, first.Warnings);

        var (revision, made) = Commit(first, Plan, host);
        foreach (var warning in made.Warnings.Except(first.Warnings)) host.Warn(warning);
        host.Verbose($"{made.Outcome}, revision {revision}.");
        return new ChangeResult(made.Changes, revision, false, made.Warnings);

        PlannedWrite Plan()
        {
            var state = read();
            var rules = state?.Access ?? guard.ReadEvenIfDamaged();
            guard.Require(rules, operations);
            return WithRules(plan(state), rules);
        }
    }

    private (long Revision, PlannedWrite Made) Commit(PlannedWrite first, Func<PlannedWrite> plan, IOperationHost host)
    {
        var current = first;
        for (var merges = 0; ; merges++)
        {
            host.Cancellation.ThrowIfCancellationRequested();
            try
            {
                var caller = guard.Caller;
                var record = new ChangeRecord(0, clock.GetUtcNow(), caller.Account, caller.Front, current.Changes) { Host = caller.Host };
                return (current.Commit(store, record, host.Cancellation), current);
            }
            catch (StoreConflictException conflict)
            {
                current = plan();
                var touched = first.DiffersFrom(current);
                if (touched.Count > 0 || merges == MaxMerges)
                {
                    throw StoreErrors.ChangedMeanwhile.Error(touched.Count > 0 ? StoredSecrets.Shown(touched) : "The store", conflict.Actual,
                        first.BaseRevision.ToString(CultureInfo.InvariantCulture), inner: conflict);
                }
                host.Verbose($"The store has changed to revision {conflict.Actual}; nobody changed the same fields, so the change is merged.");
                if (current.IsEmpty) return (current.BaseRevision, current);
            }
        }
    }

    // Whoever creates a store is its first administrator; a replacement for a damaged store keeps its rights.
    private PlannedWrite WithRules(PlannedWrite planned, AccessRules rules)
    {
        if (planned.BaseRevision != 0 || planned.IsEmpty) return planned;
        var caller = guard.Caller;
        IEnumerable<StoreWrite> first = rules.Grants.Count == 0
            ? [new StoreWrite.PutGrant(new RightGrant(caller.Id, Right.Administrator.Name, caller.Account, clock.GetUtcNow()))]
            : [new StoreWrite.PutAccess(rules.IsEnabled), .. rules.Grants.Select(grant => new StoreWrite.PutGrant(grant))];
        return planned with { Writes = [.. first, .. rules.Locks.Select(each => new StoreWrite.PutLock(each)), .. planned.Writes] };
    }
}
