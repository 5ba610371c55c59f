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
        _checker = new ChangePlanner(finder, guard, clock) { ValidatesOnly = true };
    }

    /// <summary>Reads all settings at one revision.</summary>
    public SystemEmailSettings ReadAll() => SystemEmailSettings.From(_guard.Read(Shown));

    /// <summary>Reads the basic settings.</summary>
    public BasicSettings ReadBasic() => _guard.Read(StoreParts.Basic).Basic;

    /// <summary>Reads the attachment settings.</summary>
    public AttachmentSettings ReadAttachments() => _guard.Read(StoreParts.Attachments).Attachments;

    /// <summary>Reads the pending restart; null if none.</summary>
    public RestartMark? ReadRestart() => _guard.Read(StoreParts.Attachments).Restart;

    /// <summary>Reads the error texts.</summary>
    public ErrorTexts ReadErrorTexts() => _guard.Read(StoreParts.ErrorTexts).ErrorTexts;

    /// <summary>Reads the incoming servers, sorted by name.</summary>
    public IReadOnlyList<IncomingMailServer> ReadIncomingServers() => _guard.Read(StoreParts.Incoming).IncomingServers;

    /// <summary>Reads the incoming server with a name.</summary>
    /// <exception cref="EmailSettingsException"><see cref="SettingsErrors.IncomingServerNotFound"/>.</exception>
    public IncomingMailServer ReadIncomingServer(string name) => ServerName.Find(ReadIncomingServers(), name);

    /// <summary>Reads the outgoing server.</summary>
    public OutgoingMailServer ReadOutgoingServer() => _guard.Read(StoreParts.Outgoing).OutgoingServer;

    /// <summary>Reads the history, newest first.</summary>
    /// <param name="filter">Which changes to return; null for all.</param>
    public IReadOnlyList<ChangeRecord> ReadHistory(HistoryFilter? filter = null) =>
        filter is null or { IsCountOnly: true } ? _guard.ReadHistory(filter?.Last) : filter.Apply(_guard.ReadHistory(null));

    /// <summary>
    /// Undoes a change by a compensating one, which restores the previous values. Secrets cannot be restored; there is a warning
    /// for each that must be re-entered.
    /// </summary>
    /// <param name="revision">The revision of the change.</param>
    /// <param name="host">The front end.</param>
    /// <exception cref="EmailSettingsException">
    /// Errors of <see cref="HistoryErrors"/>, such as <see cref="HistoryErrors.ChangeSuperseded"/> if later changes override it,
    /// or the compensating change is refused.
    /// </exception>
    public ChangeResult Undo(long revision, IOperationHost host) => _gate.Undo(revision, host);

    /// <summary>
    /// Applies a change atomically and durably. If the store has a newer revision, the change is merged unless something it
    /// depends on has changed, which is a conflict.
    /// </summary>
    /// <exception cref="EmailSettingsException">The change is refused; all faults are listed.</exception>
    public ChangeResult Apply(SettingsChange change, IOperationHost host) => _gate.Apply(change, host);

    /// <summary>
    /// Validates a change before there is a certificate: everything except protecting its secrets. Nothing is written.
    /// </summary>
    /// <exception cref="EmailSettingsException">The change would be refused.</exception>
    internal void CheckWithoutCertificate(SettingsChange change)
    {
        _guard.Require(ChangeOperations.Of(change));
        _checker.Plan(_store.Read(ChangePlanner.PartsFor(change)), change);
    }
}
