using EmailSettings.Core.Access;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Operations;

/// <summary>The store itself: what it is, backup, restore.</summary>
public sealed class StoreOperations
{
    private readonly ISettingsStore _store;
    private readonly AccessGuard _guard;
    private readonly WriteGate _gate;

    internal StoreOperations(ISettingsStore store, AccessGuard guard, WriteGate gate)
    {
        _store = store;
        _guard = guard;
        _gate = gate;
    }

    /// <summary>What the store is and how far it has come.</summary>
    public StoreDescription Describe() => _store.Describe();

    /// <summary>Writes a backup: protected secrets, no key.</summary>
    /// <returns>False where the front said not to.</returns>
    public bool Backup(string path, IOperationHost host)
    {
        _guard.Require(OperationTable.Backup);
        if (!host.Confirm(path, "write a backup of the settings store (it holds no key: export the certificate too)")) return false;
        _store.Backup.Write(path, host.Cancellation);
        host.Verbose($"Wrote a backup of the store to {path}.");
        return true;
    }

    /// <summary>
    /// Takes the settings and secrets of a backup, which is checked as a document is; the history stays and gets a row. Places of
    /// certificates stay those of this store, and secrets that would go to another target than here are left out. A damaged
    /// store is set aside first. Rights and locks are never those of a backup.
    /// </summary>
    /// <returns>The store afterwards; null where the front said not to.</returns>
    /// <exception cref="EmailSettingsException">The file is no sound backup; also where the front would say not to.</exception>
    public StoreDescription? Restore(string path, IOperationHost host)
    {
        _guard.Require(_guard.ReadEvenIfDamaged(), OperationTable.Restore);
        var content = _store.Backup.Read(path, host.Cancellation);
        var result = _gate.Pass(_store.Location, [OperationTable.Restore], ReadUnlessDamaged, state => RestorePlanner.Plan(state, content, path), host);
        return result.WhatIf ? null : _store.Describe();
    }

    private StoredState? ReadUnlessDamaged()
    {
        try
        {
            return _store.Verify().Any(finding => finding.Code == StoreErrors.StoreDamaged) ? null : _store.Read(StoreParts.All);
        }
        catch (EmailSettingsException e) when (e.Code == StoreErrors.StoreDamaged)
        {
            return null;
        }
    }
}
