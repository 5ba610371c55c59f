using System.Globalization;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes.History;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Vault;

namespace EmailSettings.Core.Changes;

/// <summary>
/// The one way to write to the store: plan, with all faults at once → confirm → commit. Where the store has moved on
/// meanwhile, the write is planned again: merged if nobody touched what it names, refused otherwise.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="finder">Looks certificates up.</param>
/// <param name="actor">Who writes, for the history.</param>
/// <param name="clock">The clock, for the history.</param>
internal sealed class WriteGate(ISettingsStore store, CertificateFinder finder, Actor actor, TimeProvider clock)
{
    private const int MaxMerges = 50;

    private readonly ChangePlanner _planner = new(finder, clock);

    /// <summary>Makes a change: all of it or nothing, durable when this returns.</summary>
    /// <exception cref="EmailSettingsException">The change is refused; all faults are listed.</exception>
    public ChangeResult Apply(SettingsChange change, IOperationHost host)
    {
        var parts = ChangePlanner.PartsFor(change);
        return Pass(change.Target, () => _planner.Plan(store.Read(parts), change), host);
    }

    /// <summary>Takes a change back by another one on top, which is planned, confirmed and merged as any.</summary>
    /// <exception cref="EmailSettingsException">The change cannot be undone, or the one on top is refused.</exception>
    public ChangeResult Undo(long revision, IOperationHost host) => Pass(
        string.Create(CultureInfo.InvariantCulture, $"the change of revision {revision}"),
        () =>
        {
            var state = store.Read(StoreParts.All);
            var undo = UndoPlanner.Plan(state, store.ReadHistory(), revision);
            var plan = _planner.Plan(state, undo.Change);
            return plan with { Warnings = plan.Warnings.Concat(undo.Lost).ToList() };
        },
        host);

    /// <summary>Takes a write from its plan to the store.</summary>
    /// <param name="target">What is written to, as confirmation names it.</param>
    /// <param name="plan">Works the write out against the store as it is; asked again after each conflict.</param>
    /// <param name="host">The front.</param>
    /// <exception cref="EmailSettingsException">The write is refused, or <see cref="StoreErrors.ChangedMeanwhile"/>.</exception>
    public ChangeResult Pass(string target, Func<PlannedWrite> plan, IOperationHost host)
    {
        var first = plan();
        foreach (var warning in first.Warnings) host.Warn(warning);
        if (first.IsEmpty)
        {
            host.Verbose($"Nothing to change in {target}: every field has its value already.");
            return new ChangeResult([], first.BaseRevision, false, first.Warnings);
        }
        if (!host.Confirm(target, first.Action)) return new ChangeResult(first.Changes, first.BaseRevision, true, first.Warnings);

        var (revision, made) = Commit(first, plan, host);
        foreach (var warning in made.Warnings.Except(first.Warnings)) host.Warn(warning);
        host.Verbose($"{made.Outcome}, revision {revision}.");
        return new ChangeResult(made.Changes, revision, false, made.Warnings);
    }

    private (long Revision, PlannedWrite Made) Commit(PlannedWrite first, Func<PlannedWrite> plan, IOperationHost host)
    {
        var current = first;
        for (var merges = 0; ; merges++)
        {
            host.Cancellation.ThrowIfCancellationRequested();
            try
            {
                var record = new ChangeRecord(0, clock.GetUtcNow(), actor.Account, actor.Front, current.Changes);
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
                host.Verbose($"The store moved on to revision {conflict.Actual}; nobody touched the same fields, so the change is merged.");
                if (current.IsEmpty) return (current.BaseRevision, current);
            }
        }
    }
}
