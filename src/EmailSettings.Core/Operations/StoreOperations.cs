using System.Globalization;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Operations;

/// <summary>The store itself: what it is, backup, restore.</summary>
public sealed class StoreOperations
{
    private readonly ISettingsStore _store;
    private readonly Actor _actor;
    private readonly TimeProvider _clock;

    internal StoreOperations(ISettingsStore store, Actor actor, TimeProvider clock)
    {
        _store = store;
        _actor = actor;
        _clock = clock;
    }

    /// <summary>What the store is and how far it has come.</summary>
    public StoreDescription Describe() => _store.Describe();

    /// <summary>Writes a backup: protected secrets, no key.</summary>
    /// <returns>False where the front said not to.</returns>
    public bool Backup(string path, IOperationHost host)
    {
        if (!host.Confirm(path, "write a backup of the settings store (it holds no key: export the certificate too)")) return false;
        _store.Backup.Write(path, host.Cancellation);
        host.Verbose($"Wrote a backup of the store to {path}.");
        return true;
    }

    /// <summary>
    /// Takes the settings and secrets of a backup, which is checked as a document is; the history stays and gets a row. Places of
    /// certificates stay those of this store, and secrets that would go to another target than here are left out. A damaged
    /// store is set aside first.
    /// </summary>
    /// <returns>The store afterwards; null where the front said not to.</returns>
    /// <exception cref="EmailSettingsException">The file is no sound backup; also where the front would say not to.</exception>
    public StoreDescription? Restore(string path, IOperationHost host)
    {
        var content = _store.Backup.Read(path, host.Cancellation);
        var before = ReadUnlessDamaged();
        var plan = RestorePlanner.Plan(before ?? new StoredState(), content);
        foreach (var warning in plan.Warnings) host.Warn(warning);
        if (!host.Confirm(_store.Location, Describe(path, plan, isDamaged: before is null))) return null;
        if (before is null) _store.Backup.SetDamagedAside();
        var changes = plan.Changes.Prepend(new FieldChange("store", null, $"restored from {path}")).ToList();
        var commit = new StoreCommit(plan.BaseRevision, plan.Writes, new ChangeRecord(0, _clock.GetUtcNow(), _actor.Account, _actor.Front, changes))
        {
            Beyond = content.State.Revision,
            Earlier = plan.BaseRevision == 0 ? content.History : [],
        };
        host.Verbose($"Restored the store from {path}, revision {Commit(commit, host)}.");
        return _store.Describe();
    }

    private StoredState? ReadUnlessDamaged()
    {
        try
        {
            return _store.Verify().Any(finding => finding.Severity == Severity.Error) ? null : _store.Read(StoreParts.All);
        }
        catch (EmailSettingsException e) when (e.Code == StoreErrors.StoreDamaged)
        {
            return null;
        }
    }

    // What was shown would no longer be what is done, so it is not merged.
    private long Commit(StoreCommit commit, IOperationHost host)
    {
        try
        {
            return _store.Commit(commit, host.Cancellation);
        }
        catch (StoreConflictException conflict)
        {
            throw StoreErrors.ChangedMeanwhile.Error("The store", conflict.Actual, conflict.Expected.ToString(CultureInfo.InvariantCulture), inner: conflict);
        }
    }

    private static string Describe(string path, PlannedChange plan, bool isDamaged)
    {
        const int Shown = 10;
        var words = plan.Changes.Take(Shown).Select(SettingsOperations.Describe).ToList();
        if (plan.Changes.Count > Shown) words.Add(Counted.Of(plan.Changes.Count - Shown, "more field"));
        return $"replace all settings and secrets by those of the backup '{DisplayText.Shorten(path, 200)}'"
            + (isDamaged ? ", after the damaged store is set aside" : "")
            + (words.Count == 0 ? " (no field changes)" : $" ({string.Join("; ", words)})");
    }
}
