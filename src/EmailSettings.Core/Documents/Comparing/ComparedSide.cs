using EmailSettings.Core.Changes;
using EmailSettings.Core.Changes.History;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Documents.Comparing;

/// <summary>One side of a comparison as settings, and what of them it speaks of: a document only of what it names.</summary>
internal sealed class ComparedSide
{
    private readonly HashSet<string>? _named;
    private readonly HashSet<SecretKey> _namedSecrets = [];
    private readonly Dictionary<Guid, string> _paths = [];

    private ComparedSide(PastState past, HashSet<string>? named)
    {
        State = past.State;
        LostSecrets = past.LostSecrets;
        _named = named;
    }

    /// <summary>The settings. Under what a document does not name lie those of the other side.</summary>
    public StoredState State { get; }

    /// <summary>Secrets that are set and whose text is kept nowhere.</summary>
    public IReadOnlySet<SecretKey> LostSecrets { get; }

    /// <summary>It speaks of what it names alone.</summary>
    public bool IsPartial => _named is not null;

    /// <summary>It names every incoming server, so that one it lacks is none of its.</summary>
    public bool ListsServers { get; private init; } = true;

    /// <summary>The thumbprint of the password certificate; null for none.</summary>
    public string? Certificate { get; private init; }

    /// <summary>It says which certificate is chosen.</summary>
    public bool NamesCertificate { get; private init; } = true;

    /// <summary>A side that speaks of everything.</summary>
    public static ComparedSide Of(PastState past) => new(past, null) { Certificate = past.State.Certificate?.Thumbprint };

    /// <summary>A document.</summary>
    /// <param name="document">What it asks for.</param>
    /// <param name="under">The settings under what it does not name.</param>
    /// <exception cref="EmailSettingsException">It says what no document may say; all faults are listed.</exception>
    public static ComparedSide Of(DocumentReader document, StoredState under)
    {
        var draft = new ChangeDraft(under);
        draft.Faults.AddRange(document.Faults);
        string? certificate = null;
        foreach (var step in document.Steps)
        {
            if (step is ChangeStep.FindCertificate(var thumbprint)) certificate = thumbprint;
            else ChangePlanner.Take(draft, step);
        }
        if (draft.Faults.Count > 0) throw new EmailSettingsException(draft.Faults);
        var past = new PastState(Overlay(draft, under), new HashSet<SecretKey>());
        var side = new ComparedSide(past, [.. draft.Basis.Keys])
        {
            ListsServers = document.ListsServers,
            NamesCertificate = certificate is not null,
            Certificate = certificate,
        };
        foreach (var server in draft.Servers) side._paths[server.Id] = server.Block.Path;
        side._namedSecrets.UnionWith(draft.Secrets.Keys);
        return side;
    }

    /// <summary>It speaks of a field of a block.</summary>
    public bool Names(string path) => _named is null || _named.Contains(path);

    /// <summary>It speaks of a field of a server.</summary>
    public bool Names(IncomingMailServer server, SettingField field) => _named is null || _named.Contains($"{_paths[server.Id]}.{field.JsonName}");

    /// <summary>It speaks of a secret.</summary>
    public bool Names(SecretKey key) => _named is null || _namedSecrets.Contains(key);

    /// <summary>A secret is set.</summary>
    public bool HasSecret(SecretKey key) => State.Secrets.ContainsKey(key) || LostSecrets.Contains(key);

    private static StoredState Overlay(ChangeDraft draft, StoredState under)
    {
        var secrets = under.Secrets.ToDictionary();
        foreach (var (key, entry) in draft.Secrets)
        {
            if (entry.ProtectedText is { } text) secrets[key] = new StoredSecret(key, text, null, default);
            else secrets.Remove(key);
        }
        return under with
        {
            Basic = draft.Basic.After,
            Attachments = draft.Attachments.After,
            ErrorTexts = draft.ErrorTexts.After,
            OutgoingServer = draft.Outgoing.After,
            IncomingServers = [.. draft.Servers.Where(server => server.Block.IsTouched).Select(server => server.Block.After)],
            Secrets = secrets,
        };
    }
}
