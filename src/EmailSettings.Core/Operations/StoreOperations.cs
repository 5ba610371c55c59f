using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Storage;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.Operations;

/// <summary>The store itself: what it is, backup, restore.</summary>
public sealed class StoreOperations
{
    private readonly ISettingsStore _store;
    private readonly WriteGate _gate;

    internal StoreOperations(ISettingsStore store, WriteGate gate)
    {
        _store = store;
        _gate = gate;
    }

    /// <summary>What the store is and how far it has come.</summary>
    public StoreDescription Describe() => _store.Describe();

    /// <summary>Writes a backup: protected secrets, no key.</summary>
    /// <returns>False where the front said not to.</returns>
    public bool Backup(string path, IOperationHost host)
    {
        if (!host.Confirm(path, "write a backup of the settings store (it holds no key: export the certificate too)")) return false;
        _store.Backup(path);
        host.Verbose($"Wrote a backup of the store to {path}.");
        return true;
    }

    /// <summary>Takes the settings of a backup; the history stays and gets a row.</summary>
    /// <returns>The store afterwards; null where the front said not to.</returns>
    /// <exception cref="EmailSettingsException">The file is no backup, or none that can be restored here; also where the front would say not to.</exception>
    public StoreDescription? Restore(string path, IOperationHost host)
    {
        var result = _gate.Pass(_store.Describe().Location, () => PlanRestore(path), host);
        return result.WhatIf ? null : _store.Describe();
    }

    private PlannedRestore PlanRestore(string path)
    {
        _store.CheckBackup(path);
        return new PlannedRestore(path)
        {
            BaseRevision = _store.Describe().Revision,
            Action = $"replace all settings and secrets by those of the backup '{DisplayText.Shorten(path, 200)}'",
            Outcome = $"Restored the store from {path}",
            Changes = [new FieldChange("store", null, $"restored from {path}")],
        };
    }
}
