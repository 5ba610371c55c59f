using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes;

/// <summary>The state being changed. Steps write to it and rules check it; nothing is stored until all of it is valid.</summary>
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

    /// <summary>A certificate that a document names but this host lacks, and the step that needs it.</summary>
    public (string Thumbprint, ChangeStep Step)? MissingCertificate { get; set; }

    public AccessRules AccessBefore { get; }

    public AccessRules Access { get; set; }

    public Dictionary<SecretKey, SecretEntry> Secrets { get; } = [];

    public List<SecretReplacement> Replacements { get; } = [];

    public FaultList Faults { get; } = [];

    public List<Finding> Warnings { get; } = [];

    /// <summary>Caches values shared by servers of a list.</summary>
    public ParsedValueCache ParsedValueCache { get; } = new(SettingBlocks.Incoming);

    /// <summary>What the change depends on, besides the fields named in its blocks.</summary>
    public Dictionary<string, object?> Basis { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Returns everything that the change depends on: the old values of everything it names. If any of it has changed meanwhile,
    /// there is a conflict; otherwise the change can be merged.
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
            // For a new server only its existence can conflict.
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

    /// <summary>Adopts a server with its secrets from the draft of another document.</summary>
    /// <returns>False if there is already one with its name.</returns>
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

    /// <summary>Returns whether a field was given and rejected: its missing value is not another fault.</summary>
    public bool HasFault(IBlockPlace block, SettingField field)
    {
        if (Faults.Count == 0) return false;
        for (; _faultsKnown < Faults.Count; _faultsKnown++)
        {
            if (Faults[_faultsKnown].Field is { } path) _faultFields.Add(path);
        }
        return _faultFields.Contains($"{block.At}.{field.JsonName}");
    }

    /// <summary>Marks a field as given and rejected under a wrong name, which was reported.</summary>
    public void MarkFault(IBlockPlace block, SettingField field) => _faultFields.Add($"{block.At}.{field.JsonName}");

    /// <summary>Returns whether a secret will exist after the change.</summary>
    public bool HasSecret(SecretKey key) =>
        Secrets.TryGetValue(key, out var entry) ? !entry.IsRemoval : Before.Secrets.ContainsKey(key);

    /// <summary>Returns whether an existing secret stays unchanged.</summary>
    public bool KeepsSecret(SecretKey key) => !Secrets.ContainsKey(key) && Before.Secrets.ContainsKey(key);

    /// <summary>Removes a stored secret together with the field it belongs to.</summary>
    public void DropSecret(SecretKey key, SecretPurpose purpose, string path)
    {
        if (HasSecret(key)) Secrets[key] = new SecretEntry(purpose, null, null, path);
    }

    public void Refuse(FindingCode code, string path, int? line, object? value = null, string? limit = null, string? detail = null) =>
        Faults.Add(code.At(path, value, limit, detail) with { Line = line });

    public void Warn(FindingCode code, string? path, object? value = null, string? limit = null, string? detail = null) =>
        Warn(code.At(path, value, limit, detail));

    /// <summary>Adds a finding as a warning, whatever its original severity.</summary>
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
