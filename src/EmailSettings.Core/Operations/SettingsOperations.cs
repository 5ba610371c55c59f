using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Operations;

/// <summary>Reads settings and makes changes.</summary>
public sealed class SettingsOperations
{
    private const int MostMerges = 50;

    private readonly ISettingsStore _store;
    private readonly ChangePlanner _planner;
    private readonly ChangePlanner _checker;
    private readonly Actor _actor;
    private readonly TimeProvider _clock;

    internal SettingsOperations(ISettingsStore store, CertificateFinder finder, Actor actor, TimeProvider clock)
    {
        _store = store;
        _planner = new ChangePlanner(draft => new SecretSealer(draft, finder, clock), clock);
        _checker = new ChangePlanner(draft => new SecretSealer(draft, finder, clock) { ChecksOnly = true }, clock);
        _actor = actor;
        _clock = clock;
    }

    /// <summary>Everything, at one revision.</summary>
    public SystemEmailSettings ReadAll() => SystemEmailSettings.From(_store.Read(StoreParts.All & ~StoreParts.Secrets));

    /// <summary>Basic settings.</summary>
    public BasicSettings ReadBasic() => _store.Read(StoreParts.Basic).Basic;

    /// <summary>Attachment settings.</summary>
    public AttachmentSettings ReadAttachments() => _store.Read(StoreParts.Attachments).Attachments;

    /// <summary>The restart that is due; null where none is.</summary>
    public RestartMark? ReadRestart() => _store.Read(StoreParts.Attachments).Restart;

    /// <summary>Error texts.</summary>
    public ErrorTexts ReadErrorTexts() => _store.Read(StoreParts.ErrorTexts).ErrorTexts;

    /// <summary>Incoming servers, by name.</summary>
    public IReadOnlyList<IncomingMailServer> ReadIncomingServers() => _store.Read(StoreParts.Incoming).IncomingServers;

    /// <summary>The incoming server of that name.</summary>
    /// <exception cref="EmailSettingsException"><see cref="SettingsErrors.IncomingServerNotFound"/>.</exception>
    public IncomingMailServer ReadIncomingServer(string name)
    {
        var key = ServerName.Key(name);
        return ReadIncomingServers().FirstOrDefault(server => ServerName.Key(server.Name) == key)
            ?? throw SettingsErrors.IncomingServerNotFound.Error("incomingServers", name);
    }

    /// <summary>The outgoing server.</summary>
    public OutgoingMailServer ReadOutgoingServer() => _store.Read(StoreParts.Outgoing).OutgoingServer;

    /// <summary>The history, newest first.</summary>
    /// <param name="last">Most rows; null for all.</param>
    public IReadOnlyList<ChangeRecord> ReadHistory(int? last = null) => _store.ReadHistory(last);

    /// <summary>
    /// Makes a change: all of it or nothing, durable when this returns. A change that meets a newer revision is merged
    /// where nobody touched what it names, and refused as a conflict otherwise.
    /// </summary>
    /// <exception cref="EmailSettingsException">The change is refused; all faults are listed.</exception>
    public ChangeResult Apply(SettingsChange change, IOperationHost host)
    {
        var parts = ChangePlanner.PartsFor(change);
        var plan = _planner.Plan(_store.Read(parts), change);
        foreach (var warning in plan.Warnings) host.Warn(warning);
        if (plan.Writes.Count == 0)
        {
            host.Verbose($"Nothing to change in {change.Target}: every field has its value already.");
            return new ChangeResult([], plan.BaseRevision, false, plan.Warnings);
        }
        if (!host.Confirm(change.Target, Describe(change, plan.Changes)))
            return new ChangeResult(plan.Changes, plan.BaseRevision, true, plan.Warnings);

        var (revision, made) = Commit(change, parts, plan, host);
        foreach (var warning in made.Warnings.Except(plan.Warnings)) host.Warn(warning);
        host.Verbose($"Changed {change.Target} ({Counted.Of(made.Changes.Count, "field")}), revision {revision}.");
        return new ChangeResult(made.Changes, revision, false, made.Warnings);
    }

    /// <summary>
    /// Checks a change that comes before there is a certificate: everything but the protecting of its secrets, and nothing
    /// is written.
    /// </summary>
    /// <exception cref="EmailSettingsException">The change would be refused.</exception>
    internal void CheckWithoutCertificate(SettingsChange change) =>
        _checker.Plan(_store.Read(ChangePlanner.PartsFor(change)), change);

    private (long Revision, PlannedChange Made) Commit(SettingsChange change, StoreParts parts, PlannedChange first, IOperationHost host)
    {
        var plan = first;
        for (var merges = 0; ; merges++)
        {
            host.Cancellation.ThrowIfCancellationRequested();
            var record = new ChangeRecord(0, _clock.GetUtcNow(), _actor.Account, _actor.Front, plan.Changes);
            try
            {
                return (_store.Commit(new StoreCommit(plan.BaseRevision, plan.Writes, record), host.Cancellation), plan);
            }
            catch (StoreConflictException conflict)
            {
                var now = _planner.Plan(_store.Read(parts), change);
                var touched = first.DiffersFrom(now);
                if (touched.Count > 0 || merges == MostMerges)
                {
                    var what = touched.Count > 0 ? string.Join(", ", touched) : "The store";
                    throw StoreErrors.ChangedMeanwhile.Error(what, conflict.Actual,
                        first.BaseRevision.ToString(System.Globalization.CultureInfo.InvariantCulture), inner: conflict);
                }
                host.Verbose($"The store moved on to revision {conflict.Actual}; nobody touched the same fields, so the change is merged.");
                if (now.Writes.Count == 0) return (now.BaseRevision, now);
                plan = now;
            }
        }
    }

    private static string Describe(SettingsChange change, IReadOnlyList<FieldChange> changes)
    {
        const int Shown = 3;
        if (change.Steps is [ChangeStep.RemoveServer]) return "remove it with its secret";
        var words = changes.Take(Shown).Select(Describe);
        var rest = changes.Count > Shown ? $" and {Counted.Of(changes.Count - Shown, "more field")}" : "";
        return string.Join(", ", words) + rest;
    }

    internal static string Describe(FieldChange change) => change switch
    {
        { From: null } => $"set {change.Path} to {Show(change.To)}",
        { To: null } => $"clear {change.Path}",
        _ => $"change {change.Path} from {Show(change.From)} to {Show(change.To)}",
    };

    private static string Show(object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        _ => $"'{DisplayText.Shorten(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture), 60)}'",
    };
}
