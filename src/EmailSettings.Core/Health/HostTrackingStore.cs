using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Health;

/// <summary>
/// A store wrapper that records with the first read, and then once a day, whether the key of the password certificate is usable
/// on this host. This reads two more small tables; the key itself is tried only if the store has no result of this host for this
/// certificate, or one older than a day. If the store cannot be written, reads work nevertheless.
/// </summary>
/// <param name="store">The inner store, owned by this one.</param>
/// <param name="finder">Finds certificates.</param>
/// <param name="hosts">The certificate checks of the hosts.</param>
/// <param name="clock">The clock.</param>
internal sealed class HostTrackingStore(ISettingsStore store, CertificateFinder finder, HostCertificates hosts, TimeProvider clock) : ISettingsStore
{
    private const StoreParts Known = StoreParts.Certificate | StoreParts.Hosts;

    private long _nextLook = long.MinValue;

    /// <inheritdoc/>
    public string Location => store.Location;

    /// <inheritdoc/>
    public IStoreBackup Backup => store.Backup;

    /// <inheritdoc/>
    public StoreDescription Describe() => store.Describe();

    /// <inheritdoc/>
    public StoredState Read(StoreParts parts)
    {
        var (now, due) = (clock.GetUtcNow(), Interlocked.Read(ref _nextLook));
        if (now.UtcTicks < due) return store.Read(parts);
        var state = store.Read(parts | Known);
        if (Interlocked.CompareExchange(ref _nextLook, (now + HostCertificates.Fresh).UtcTicks, due) == due) Look(state);
        return state;
    }

    /// <inheritdoc/>
    public long Commit(StoreCommit commit, CancellationToken cancellation = default) => store.Commit(commit, cancellation);

    /// <inheritdoc/>
    public void Note(StoreNote note) => store.Note(note);

    /// <inheritdoc/>
    public IReadOnlyList<ChangeRecord> ReadHistory(int? last = null) => store.ReadHistory(last);

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Verify() => store.Verify();

    /// <inheritdoc/>
    public void Dispose() => store.Dispose();

    private void Look(StoredState state)
    {
        if (state.Certificate is { } reference && !hosts.IsFresh(state.Hosts, reference.Thumbprint))
            hosts.Record(state.Hosts, reference.Thumbprint, IsKeyUsable(reference));
    }

    private bool IsKeyUsable(CertificateReference reference)
    {
        try
        {
            using var certificate = finder.Find(reference);
            certificate?.VerifyKey();
            return certificate is not null;
        }
        catch (EmailSettingsException)
        {
            return false;
        }
    }
}
