using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes;

/// <summary>
/// The state under change. Steps write into it, rules read it; nothing reaches the store before all of it is sound.
/// </summary>
internal sealed class ChangeDraft
{
    private readonly Dictionary<string, ServerDraft> _serversByName;
    private readonly NewIdentities _identities = new();
    private readonly List<ServerDraft> _servers;
    private readonly HashSet<string> _faultFields = new(StringComparer.Ordinal);
    private Dictionary<Guid, ServerDraft>? _serversById;
    private int _faultsKnown;

    public ChangeDraft(StoredState before)
    {
        Before = before;
        Basic = new(SettingBlocks.Basic, before.Basic);
        Attachments = new(SettingBlocks.Attachments, before.Attachments);
        ErrorTexts = new(SettingBlocks.ErrorTexts, before.ErrorTexts);
        Outgoing = new(SettingBlocks.Outgoing, before.OutgoingServer);
        Restart = before.Restart;
        Certificate = before.Certificate;
        Access = before.Access ?? new AccessRules();
        AccessBefore = Access;
        _servers = [.. before.IncomingServers.Select(server => new ServerDraft(server, isNew: false))];
        _serversByName = _servers.ToDictionary(server => server.Name, ServerName.Comparer);
    }

    public StoredState Before { get; }

    public BlockDraft<BasicSettings> Basic { get; }

    public BlockDraft<AttachmentSettings> Attachments { get; }

    public BlockDraft<ErrorTexts> ErrorTexts { get; }

    public BlockDraft<OutgoingMailServer> Outgoing { get; }

    public IReadOnlyList<ServerDraft> Servers => _servers;

    public RestartMark? Restart { get; set; }

    public CertificateReference? Certificate { get; set; }

    /// <summary>The certificate that a document names and this host lacks, and the step that asks for it.</summary>
    public (string Thumbprint, ChangeStep Step)? LackedCertificate { get; set; }

    public AccessRules AccessBefore { get; }

    public AccessRules Access { get; set; }

    public Dictionary<SecretKey, SecretEntry> Secrets { get; } = [];

    public List<SecretReplacement> Replacements { get; } = [];

    public FaultList Faults { get; } = [];

    public List<Finding> Warnings { get; } = [];

    /// <summary>Values that servers of a list have in common.</summary>
    public RepeatedValues RepeatedValues { get; } = new(SettingBlocks.Incoming);

    /// <summary>What the change was worked out from, besides the fields that its blocks name.</summary>
    public Dictionary<string, object?> Basis { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// All that the change was worked out from: the value before of everything it names. If someone changes any of it
    /// meanwhile, the change is a conflict; if not, it can be merged.
    /// </summary>
    public IReadOnlyDictionary<string, object?> ReadBasis()
    {
        var basis = new Dictionary<string, object?>(Basis, StringComparer.Ordinal);
        AddNamed(basis, Basic);
        AddNamed(basis, Attachments);
        AddNamed(basis, ErrorTexts);
        AddNamed(basis, Outgoing, field => SingleBlockSteps.OutgoingSecret(field).Key);
        foreach (var server in _servers)
        {
            // Of one that is not there yet, nothing but that can be seen to change.
            if (server.IsNew) basis[server.Path] = false;
            else AddNamed(basis, server, _ => SecretKey.Incoming(server.Id));
        }
        return basis;
    }

    public ServerDraft? FindServer(string name) =>
        _serversByName.TryGetValue(name, out var server) && !server.IsRemoved ? server : null;

    public ServerDraft? FindServer(Guid id) => (_serversById ??= _servers.ToDictionary(server => server.Id)).GetValueOrDefault(id);

    public ServerDraft AddServer(string name) => AddServer(new IncomingMailServer { Id = _identities.Next(), Name = name });

    public ServerDraft AddServer(IncomingMailServer begin)
    {
        var server = new ServerDraft(begin, isNew: true);
        _servers.Add(server);
        _serversById?.Add(server.Id, server);
        _serversByName[begin.Name] = server;
        return server;
    }

    /// <summary>Takes a server over from the draft of another document, with the secrets that it names.</summary>
    /// <returns>False where there is one of its name.</returns>
    public bool Adopt(ChangeDraft other, int index)
    {
        var server = other._servers[index];
        if (!_serversByName.TryAdd(server.Name, server)) return false;
        _servers.Add(server);
        _serversById?.Add(server.Id, server);
        if (other.Secrets.TryGetValue(SecretKey.Incoming(server.Id), out var secret)) Secrets[SecretKey.Incoming(server.Id)] = secret;
        return true;
    }

    public void RenameServer(ServerDraft server, string name)
    {
        _serversByName.Remove(server.Name);
        server.After = server.After with { Name = name };
        server.Touch();
        _serversByName[name] = server;
    }

    /// <summary>A field was given and refused: what follows from its missing value is no fault of its own.</summary>
    public bool HasFault(IBlockPlace block, SettingField field)
    {
        if (Faults.Count == 0) return false;
        for (; _faultsKnown < Faults.Count; _faultsKnown++)
        {
            if (Faults[_faultsKnown].Field is { } path) _faultFields.Add(path);
        }
        return _faultFields.Contains($"{block.At}.{field.JsonName}");
    }

    /// <summary>A secret will be there when the change is made.</summary>
    public bool HasSecret(SecretKey key) =>
        Secrets.TryGetValue(key, out var entry) ? !entry.IsRemoval : Before.Secrets.ContainsKey(key);

    /// <summary>A secret that was there stays as it is.</summary>
    public bool KeepsSecret(SecretKey key) => !Secrets.ContainsKey(key) && Before.Secrets.ContainsKey(key);

    /// <summary>Takes a stored secret away together with the field it belongs to.</summary>
    public void DropSecret(SecretKey key, SecretPurpose purpose, string path)
    {
        if (HasSecret(key)) Secrets[key] = new SecretEntry(purpose, null, null, path);
    }

    public void Refuse(FindingCode code, string path, int? line, object? value = null, string? limit = null, string? detail = null) =>
        Faults.Add(code.At(path, value, limit, detail) with { Line = line });

    public void Warn(FindingCode code, string? path, object? value = null, string? limit = null, string? detail = null) =>
        Warn(code.At(path, value, limit, detail));

    /// <summary>Adds a warning: whatever it weighs elsewhere, the change goes on.</summary>
    public void Warn(Finding finding) => Warnings.Add(finding with { Severity = Severity.Warning });

    private void AddNamed<TBlock>(Dictionary<string, object?> basis, BlockDraft<TBlock> block, Func<SettingField, SecretKey>? secretOf = null)
    {
        foreach (var field in block.NamedFields)
        {
            basis[$"{block.Path}.{field.JsonName}"] = field.IsSecret
                ? Before.Secrets.GetValueOrDefault(secretOf!(field))?.ProtectedText
                : field.GetPlain(block.Before);
        }
    }
}
