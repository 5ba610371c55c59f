using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Planning;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.ServerTests;

/// <summary>
/// The base settings of tests, read once for all of them: the stored ones, or those of a document as if imported.
/// </summary>
public sealed class TestedSettings
{
    private const StoreParts Parts = StoreParts.Basic | StoreParts.Outgoing | StoreParts.Incoming | StoreParts.Certificate | StoreParts.Secrets | StoreParts.Access;

    private TestedSettings(StoredState stored)
    {
        Stored = stored;
        Basic = stored.Basic;
        Outgoing = stored.OutgoingServer;
        Incoming = stored.IncomingServers;
        Certificate = stored.Certificate;
        Source = SettingsSource.Stored;
    }

    private TestedSettings(StoredState stored, ChangeDraft draft)
    {
        Stored = stored;
        Basic = draft.Basic.After;
        Outgoing = draft.Outgoing.After;
        Incoming = [.. draft.Servers.Where(server => !server.IsRemoved).Select(server => server.After)];
        Certificate = draft.Certificate;
        Proposed = draft.Secrets.Where(secret => secret.Value.ProtectedText is not null)
            .ToDictionary(secret => secret.Key, secret => secret.Value.ProtectedText!);
        Source = SettingsSource.Proposed;
    }

    /// <summary>The outgoing server.</summary>
    public OutgoingMailServer Outgoing { get; }

    /// <summary>The incoming servers, sorted by name.</summary>
    public IReadOnlyList<IncomingMailServer> Incoming { get; }

    /// <summary>The stored state, with the targets of stored secrets.</summary>
    internal StoredState Stored { get; }

    internal BasicSettings Basic { get; }

    /// <summary>The effective password certificate: that of the document if it names one.</summary>
    internal CertificateReference? Certificate { get; }

    /// <summary>The protected secrets of the document.</summary>
    internal IReadOnlyDictionary<SecretKey, string> Proposed { get; } = new Dictionary<SecretKey, string>();

    /// <summary><c>stored</c> or <c>proposed</c>.</summary>
    internal string Source { get; }

    /// <summary>Reads the settings of a store, optionally overlaid with a document. Nothing is written.</summary>
    /// <param name="store">The store.</param>
    /// <param name="documentPath">The document; null if none.</param>
    /// <param name="planner">Plans the changes of the document.</param>
    /// <exception cref="EmailSettingsException">The document cannot be read or would be refused.</exception>
    internal static TestedSettings Read(ISettingsStore store, string? documentPath, ChangePlanner planner)
    {
        var stored = store.Read(Parts);
        if (documentPath is null) return new TestedSettings(stored);
        return new TestedSettings(stored, planner.Preview(stored, DocumentReader.ReadChange(DocumentFile.Read(documentPath), documentPath)));
    }

    /// <summary>Returns the incoming server with a name.</summary>
    /// <exception cref="EmailSettingsException"><see cref="SettingsErrors.IncomingServerNotFound"/>.</exception>
    internal IncomingMailServer FindIncoming(string name) => ServerName.Find(Incoming, name);
}
