using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Changes.History;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Operations;

/// <summary>Reads settings and makes changes.</summary>
public sealed class SettingsOperations
{
    private const StoreParts Shown = StoreParts.All & ~(StoreParts.Secrets | StoreParts.Access | StoreParts.Hosts);

    private readonly ISettingsStore _store;
    private readonly AccessGuard _guard;
    private readonly WriteGate _gate;
    private readonly ChangePlanner _checker;

    internal SettingsOperations(ISettingsStore store, AccessGuard guard, WriteGate gate, CertificateFinder finder, TimeProvider clock)
    {
        _store = store;
        _guard = guard;
        _gate = gate;
        _checker = new ChangePlanner(finder, guard, clock) { ChecksOnly = true };
    }

    /// <summary>Everything, at one revision.</summary>
    public SystemEmailSettings ReadAll() => SystemEmailSettings.From(_guard.Read(Shown));

    /// <summary>Basic settings.</summary>
    public BasicSettings ReadBasic() => _guard.Read(StoreParts.Basic).Basic;

    /// <summary>Attachment settings.</summary>
    public AttachmentSettings ReadAttachments() => _guard.Read(StoreParts.Attachments).Attachments;

    /// <summary>The restart that is due; null where none is.</summary>
    public RestartMark? ReadRestart() => _guard.Read(StoreParts.Attachments).Restart;

    /// <summary>Error texts.</summary>
    public ErrorTexts ReadErrorTexts() => _guard.Read(StoreParts.ErrorTexts).ErrorTexts;

    /// <summary>Incoming servers, by name.</summary>
    public IReadOnlyList<IncomingMailServer> ReadIncomingServers() => _guard.Read(StoreParts.Incoming).IncomingServers;

    /// <summary>The incoming server of that name.</summary>
    /// <exception cref="EmailSettingsException"><see cref="SettingsErrors.IncomingServerNotFound"/>.</exception>
    public IncomingMailServer ReadIncomingServer(string name) => ServerName.Find(ReadIncomingServers(), name);

    /// <summary>The outgoing server.</summary>
    public OutgoingMailServer ReadOutgoingServer() => _guard.Read(StoreParts.Outgoing).OutgoingServer;

    /// <summary>The history, newest first.</summary>
    /// <param name="filter">Which changes; null for all.</param>
    public IReadOnlyList<ChangeRecord> ReadHistory(HistoryFilter? filter = null) =>
        filter is null or { IsCountOnly: true } ? _guard.ReadHistory(filter?.Last) : filter.Apply(_guard.ReadHistory(null));

    /// <summary>
    /// Takes a change back by a change on top: what it changed gets the values from before it. No secret comes back; a warning
    /// names each one to enter again.
    /// </summary>
    /// <param name="revision">The revision that the change made.</param>
    /// <param name="host">The front.</param>
    /// <exception cref="EmailSettingsException">
    /// Errors of <see cref="HistoryErrors"/>, as <see cref="HistoryErrors.ChangeSuperseded"/> where later changes stand on it, or
    /// the change on top is refused.
    /// </exception>
    public ChangeResult Undo(long revision, IOperationHost host) => _gate.Undo(revision, host);

    /// <summary>
    /// Makes a change: all of it or nothing, durable when this returns. A change that meets a newer revision is merged
    /// where nobody touched what it names, and refused as a conflict otherwise.
    /// </summary>
    /// <exception cref="EmailSettingsException">The change is refused; all faults are listed.</exception>
    public ChangeResult Apply(SettingsChange change, IOperationHost host) => _gate.Apply(change, host);

    /// <summary>
    /// Checks a change that comes before there is a certificate: everything but the protecting of its secrets, and nothing
    /// is written.
    /// </summary>
    /// <exception cref="EmailSettingsException">The change would be refused.</exception>
    internal void CheckWithoutCertificate(SettingsChange change)
    {
        _guard.Require(ChangeOperations.Of(change));
        _checker.Plan(_store.Read(ChangePlanner.PartsFor(change)), change);
    }
}
