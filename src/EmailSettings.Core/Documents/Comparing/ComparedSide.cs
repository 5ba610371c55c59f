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
    private readonly ChangeDraft? _document;
    private readonly ServerTexts? _texts;

    private ComparedSide(PastState past, ChangeDraft? document = null, ServerTexts? texts = null)
    {
        State = past.State;
        LostSecrets = past.LostSecrets;
        Servers = document is null
            ? [.. past.State.IncomingServers.Select(server => new ServerDraft(server, isNew: false))]
            : [.. document.Servers.Where(server => server.IsTouched)];
        _document = document;
        _texts = texts;
    }

    /// <summary>The settings. Under what a document does not name lie those of the other side.</summary>
    public StoredState State { get; }

    /// <summary>The incoming servers, and which of their fields a document names.</summary>
    public IReadOnlyList<ServerDraft> Servers { get; }

    /// <summary>Secrets that are set and whose text is kept nowhere.</summary>
    public IReadOnlySet<SecretKey> LostSecrets { get; }

    /// <summary>It speaks of what it names alone.</summary>
    public bool IsPartial => _document is not null;

    /// <summary>It names every incoming server, so that one it lacks is none of its.</summary>
    public bool ListsServers { get; private init; } = true;

    /// <summary>The thumbprint of the password certificate; null for none.</summary>
    public string? Certificate { get; private init; }

    /// <summary>It says which certificate is chosen.</summary>
    public bool NamesCertificate { get; private init; } = true;

    /// <summary>A side that speaks of everything.</summary>
    public static ComparedSide Of(PastState past) => new(past) { Certificate = past.State.Certificate?.Thumbprint };

    /// <summary>A document.</summary>
    /// <param name="utf8">Its JSON text.</param>
    /// <param name="under">The settings under what it does not name.</param>
    /// <param name="other">The document that it is compared with, where that was read over the same settings.</param>
    /// <exception cref="EmailSettingsException">It says what no document may say; all faults are listed.</exception>
    public static ComparedSide Of(ReadOnlyMemory<byte> utf8, StoredState under, ComparedSide? other = null)
    {
        var draft = new ChangeDraft(under);
        var texts = new ServerTexts(utf8, draft, other?._texts);
        string? certificate = null;
        var document = DocumentReader.Read(utf8.Span, prune: false, step =>
        {
            if (step is ChangeStep.FindCertificate(var thumbprint)) certificate = thumbprint;
            else ChangePlanner.Take(draft, step);
        }, texts);
        if (document.Faults.Count + draft.Faults.Count > 0) throw new EmailSettingsException([.. document.Faults, .. draft.Faults]);
        return new ComparedSide(new PastState(Overlay(draft, under), new HashSet<SecretKey>()), draft, texts)
        {
            ListsServers = document.ListsServers,
            NamesCertificate = certificate is not null,
            Certificate = certificate,
        };
    }

    /// <summary>It speaks of a field of a block.</summary>
    /// <param name="of">The block, in a document.</param>
    /// <param name="field">The field.</param>
    public bool Names<TBlock>(Func<ChangeDraft, BlockDraft<TBlock>> of, SettingField<TBlock> field) => _document is null || of(_document).IsNamed(field);

    /// <summary>It speaks of a field of a server.</summary>
    public bool Names(ServerDraft server, SettingField<IncomingMailServer> field) => _document is null || server.IsNamed(field);

    /// <summary>It speaks of a secret.</summary>
    public bool Names(SecretKey key) => _document is null || _document.Secrets.ContainsKey(key);

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
            IncomingServers = [.. draft.Servers.Where(server => server.IsTouched).Select(server => server.After)],
            Secrets = secrets,
        };
    }
}
