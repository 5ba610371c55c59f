using EmailSettings.Core.Changes;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.ServerTests.Planning;

/// <summary>The settings that a test starts from: the stored ones, or those of a document as if it had been imported.</summary>
internal sealed record TestedSettings
{
    /// <summary>What a test reads of the store.</summary>
    public const StoreParts Parts = StoreParts.Basic | StoreParts.Outgoing | StoreParts.Incoming | StoreParts.Certificate | StoreParts.Secrets;

    /// <summary>What is stored: where secrets were entered for.</summary>
    public required StoredState Stored { get; init; }

    public required BasicSettings Basic { get; init; }

    public required OutgoingMailServer Outgoing { get; init; }

    public required IReadOnlyList<IncomingMailServer> Incoming { get; init; }

    /// <summary>Protected secrets of the document.</summary>
    public IReadOnlyDictionary<SecretKey, string> Proposed { get; init; } = new Dictionary<SecretKey, string>();

    /// <summary><c>stored</c> or <c>proposed</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The stored settings.</summary>
    public static TestedSettings From(StoredState stored) => new()
    {
        Stored = stored,
        Basic = stored.Basic,
        Outgoing = stored.OutgoingServer,
        Incoming = stored.IncomingServers,
        Source = SettingsSource.Stored,
    };

    /// <summary>The settings of a document over the stored ones. Nothing is written.</summary>
    /// <exception cref="EmailSettingsException">The document cannot be read, or would be refused.</exception>
    public static TestedSettings From(StoredState stored, string documentPath, ChangePlanner planner)
    {
        var document = DocumentReader.Read(DocumentFile.Read(documentPath), prune: false);
        var draft = planner.Preview(stored, new SettingsChange("a test", document.Steps) { Faults = document.Faults });
        return new TestedSettings
        {
            Stored = stored,
            Basic = draft.Basic.After,
            Outgoing = draft.Outgoing.After,
            Incoming = [.. draft.Servers.Where(server => !server.IsRemoved).Select(server => server.Block.After)],
            Proposed = draft.Secrets.Where(secret => secret.Value.ProtectedText is not null)
                .ToDictionary(secret => secret.Key, secret => secret.Value.ProtectedText!),
            Source = SettingsSource.Proposed,
        };
    }

    /// <summary>The incoming server of that name.</summary>
    /// <exception cref="EmailSettingsException"><see cref="SettingsErrors.IncomingServerNotFound"/>.</exception>
    public IncomingMailServer FindIncoming(string name) =>
        Incoming.FirstOrDefault(server => ServerName.Key(server.Name) == ServerName.Key(name))
        ?? throw SettingsErrors.IncomingServerNotFound.Error("incomingServers", name);
}
