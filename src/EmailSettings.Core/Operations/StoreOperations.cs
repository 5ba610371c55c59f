using EmailSettings.Core.Access;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Operations;

/// <summary>Describes, backs up and restores the store.</summary>
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

    /// <summary>Returns what kind of store it is and its revision.</summary>
    public StoreDescription Describe() => _store.Describe();

    /// <summary>Writes a backup, with protected secrets but without keys.</summary>
    /// <returns>False if not confirmed.</returns>
    public bool Backup(string path, IOperationHost host)
    {
        _guard.Require(OperationTable.Backup);
        if (!host.Confirm(path, "write a backup of the settings store (it contains no key: export the certificate too)")) return false;
        _store.Backup.Write(path, host.Cancellation);
        host.Verbose($"Wrote a backup of the store to {path}.");
        return true;
    }

    /// <summary>
    /// Restores the settings and secrets of a backup, which is validated like a document; the history is kept and gets a row.
    /// Certificate locations, rights and locks stay those of this store, and secrets with a different target are omitted. A
    /// damaged store is first moved aside.
    /// </summary>
    /// <returns>The store afterwards; null if not confirmed.</returns>
    /// <exception cref="EmailSettingsException">The file is not a valid backup; thrown even before confirmation.</exception>
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
