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
    private readonly Dictionary<string, ServerDraft> _serversByKey;
    private readonly List<ServerDraft> _servers;

    public ChangeDraft(StoredState before)
    {
        Before = before;
        Basic = new(before.Basic, SettingBlocks.Basic.Path);
        Attachments = new(before.Attachments, SettingBlocks.Attachments.Path);
        ErrorTexts = new(before.ErrorTexts, SettingBlocks.ErrorTexts.Path);
        Outgoing = new(before.OutgoingServer, SettingBlocks.Outgoing.Path);
        Restart = before.Restart;
        Certificate = before.Certificate;
        Access = before.Access ?? new AccessRules();
        AccessBefore = Access;
        _servers = [.. before.IncomingServers.Select(server => new ServerDraft(server, isNew: false))];
        _serversByKey = _servers.ToDictionary(server => ServerName.Key(server.Name), StringComparer.Ordinal);
    }

    public StoredState Before { get; }

    public BlockDraft<BasicSettings> Basic { get; }

    public BlockDraft<AttachmentSettings> Attachments { get; }

    public BlockDraft<ErrorTexts> ErrorTexts { get; }

    public BlockDraft<OutgoingMailServer> Outgoing { get; }

    public IReadOnlyList<ServerDraft> Servers => _servers;

    public RestartMark? Restart { get; set; }

    public CertificateReference? Certificate { get; set; }

    public AccessRules AccessBefore { get; }

    public AccessRules Access { get; set; }

    public Dictionary<SecretKey, SecretEntry> Secrets { get; } = [];

    public List<SecretReplacement> Replacements { get; } = [];

    public List<Finding> Faults { get; } = [];

    public List<Finding> Warnings { get; } = [];

    /// <summary>
    /// What the change was worked out from: the value before of everything it names. If someone changes any of it
    /// meanwhile, the change is a conflict; if not, it can be merged.
    /// </summary>
    public Dictionary<string, object?> Basis { get; } = new(StringComparer.Ordinal);

    public ServerDraft? FindServer(string name) =>
        _serversByKey.TryGetValue(ServerName.Key(name), out var server) && !server.IsRemoved ? server : null;

    public ServerDraft AddServer(string name) => AddServer(new IncomingMailServer { Id = Guid.CreateVersion7(), Name = name });

    public ServerDraft AddServer(IncomingMailServer begin)
    {
        var server = new ServerDraft(begin, isNew: true);
        _servers.Add(server);
        _serversByKey[ServerName.Key(begin.Name)] = server;
        return server;
    }

    public void RenameServer(ServerDraft server, string name)
    {
        _serversByKey.Remove(ServerName.Key(server.Name));
        server.Block.After = server.Block.After with { Name = name };
        server.Block.IsTouched = true;
        _serversByKey[ServerName.Key(name)] = server;
    }

    /// <summary>A field was given and refused: what follows from its missing value is no fault of its own.</summary>
    public bool HasFault(string path) => Faults.Any(fault => fault.Field == path);

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
}
