using EmailSettings.Core.Changes;
using EmailSettings.Core.Changes.History;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Documents.Comparing;

/// <summary>One side of a comparison: its settings, and which of them it covers. A document covers only what it names.</summary>
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

    /// <summary>The settings. What a document does not name is taken from the other side.</summary>
    public StoredState State { get; }

    /// <summary>The incoming servers, with the fields named by a document.</summary>
    public IReadOnlyList<ServerDraft> Servers { get; }

    /// <summary>Secrets that were set but whose text is not kept.</summary>
    public IReadOnlySet<SecretKey> LostSecrets { get; }

    /// <summary>Whether it covers only what it names.</summary>
    public bool IsPartial => _document is not null;

    /// <summary>Whether it lists all incoming servers, so that a missing one does not exist.</summary>
    public bool ListsServers { get; private init; } = true;

    /// <summary>The thumbprint of the password certificate; null if none.</summary>
    public string? Certificate { get; private init; }

    /// <summary>Whether it names the chosen certificate.</summary>
    public bool NamesCertificate { get; private init; } = true;

    /// <summary>Returns a side that covers everything.</summary>
    public static ComparedSide Of(PastState past) => new(past) { Certificate = past.State.Certificate?.Thumbprint };

    /// <summary>Reads a document.</summary>
    /// <param name="utf8">Its JSON text.</param>
    /// <param name="under">The settings for what it does not name.</param>
    /// <param name="other">The document that it is compared with, if it was read over the same settings.</param>
    /// <exception cref="EmailSettingsException">The document is invalid; all faults are listed.</exception>
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

    /// <summary>Returns whether it covers a field of a block.</summary>
    /// <param name="of">Returns the block in a document.</param>
    /// <param name="field">The field.</param>
    public bool Names<TBlock>(Func<ChangeDraft, BlockDraft<TBlock>> of, SettingField<TBlock> field) => _document is null || of(_document).IsNamed(field);

    /// <summary>Returns whether it covers a field of a server.</summary>
    public bool Names(ServerDraft server, SettingField<IncomingMailServer> field) => _document is null || server.IsNamed(field);

    /// <summary>Returns whether it covers a secret.</summary>
    public bool Names(SecretKey key) => _document is null || _document.Secrets.ContainsKey(key);

    /// <summary>Returns whether a secret is set.</summary>
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
