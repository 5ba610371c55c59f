using System.Globalization;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes.History;

/// <summary>Reverses history rows one by one, newest first.</summary>
internal sealed class StateReversal
{
    private readonly Dictionary<Guid, IncomingMailServer> _servers;
    private readonly Dictionary<SecretKey, StoredSecret> _secrets;
    private readonly HashSet<SecretKey> _lost = [];
    private StoredState _state;
    private ChangeRecord _record = null!;

    /// <param name="now">All settings, with secrets.</param>
    public StateReversal(StoredState now)
    {
        _state = now;
        _servers = now.IncomingServers.ToDictionary(server => server.Id);
        _secrets = now.Secrets.ToDictionary();
    }

    public PastState Result() => new(
        _state with { IncomingServers = [.. _servers.Values.OrderBy(server => ServerName.Key(server.Name), StringComparer.Ordinal)], Secrets = _secrets.ToDictionary() },
        _lost.ToHashSet());

    /// <summary>Reverses a row.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="HistoryErrors.HistoryIncomplete"/>: the state does not match the row.
    /// </exception>
    public void Reverse(ChangeRecord record)
    {
        _record = record;
        foreach (var change in record.Changes) Single(change);
        Servers(RecordedServer.Of(record));
    }

    private void Single(FieldChange change)
    {
        switch (change.Path)
        {
            case "certificate":
                Require(change, _state.Certificate?.Thumbprint);
                _state = _state with { Certificate = change.From is string thumbprint ? Known(thumbprint) : null };
                break;
            case SecretPath.OutgoingPassword:
                Secret(SecretKey.OutgoingPassword, change);
                break;
            case SecretPath.OutgoingSecret:
                Secret(SecretKey.OutgoingSecret, change);
                break;
            case SecretPath.SmsPassword:
                Secret(SecretKey.SmsPassword, change);
                break;
            case "attachments.firstSaved":
                _state = _state with { Attachments = _state.Attachments with { FirstSaved = change.From is true } };
                break;
            default:
                Field(change);
                break;
        }
    }

    // Changes outside the blocks' fields (a certificate location, a restart mark, a re-encryption) are not settings.
    private void Field(FieldChange change)
    {
        var (block, field) = change.Path.Split('.') is [var first, var second] ? (first, second) : ("", "");
        if (block == SettingBlocks.Basic.Path) _state = _state with { Basic = With(SettingBlocks.Basic, _state.Basic, field, change) };
        else if (block == SettingBlocks.Attachments.Path) _state = _state with { Attachments = With(SettingBlocks.Attachments, _state.Attachments, field, change) };
        else if (block == SettingBlocks.ErrorTexts.Path) _state = _state with { ErrorTexts = With(SettingBlocks.ErrorTexts, _state.ErrorTexts, field, change) };
        else if (block == SettingBlocks.Outgoing.Path) _state = _state with { OutgoingServer = With(SettingBlocks.Outgoing, _state.OutgoingServer, field, change) };
    }

    private void Servers(IReadOnlyList<RecordedServer> recorded)
    {
        var found = recorded.Where(server => !server.IsRemoved).Select(server => (server, Today: ServerOf(server))).ToList();
        foreach (var (server, today) in found)
        {
            if (server.IsAdded)
            {
                _servers.Remove(today.Id);
                _secrets.Remove(SecretKey.Incoming(today.Id));
                _lost.Remove(SecretKey.Incoming(today.Id));
            }
            else
            {
                Take(server, today with { Name = server.NameBefore });
            }
        }
        foreach (var server in recorded.Where(server => server.IsRemoved))
            Take(server, new IncomingMailServer { Id = Guid.CreateVersion7(), Name = server.NameBefore });
    }

    private IncomingMailServer ServerOf(RecordedServer server)
    {
        return ServerName.TryFind(_servers.Values, server.NameAfter) ?? throw Incomplete(server.Path);
    }

    private void Take(RecordedServer server, IncomingMailServer before)
    {
        foreach (var (field, change) in server.Fields)
        {
            if (field == "secret") Secret(SecretKey.Incoming(before.Id), change);
            else before = With(SettingBlocks.Incoming, before, field, change, isThere: !server.IsRemoved);
        }
        _servers[before.Id] = before;
    }

    private TBlock With<TBlock>(SettingBlock<TBlock> table, TBlock block, string name, FieldChange change, bool isThere = true)
    {
        if (table.Find(name) is not SettingField<TBlock> { IsSecret: false, IsFixed: false } field) return block;
        if (isThere) Require(change, field.GetPlain(block));
        if (change.From is null) return field.Clearable ? field.With(block, null) : block;
        return field.Type.Read(new FieldInput(change.Path, change.From, FromText: false, [])) is { } value ? field.With(block, value) : throw Incomplete(change.Path);
    }

    private void Secret(SecretKey key, FieldChange change)
    {
        var isSet = _secrets.Remove(key) | _lost.Remove(key);
        if (isSet != change.To is not null) throw Incomplete(change.Path);
        if (change.From is not null) _lost.Add(key);
    }

    private void Require(FieldChange change, object? value)
    {
        if (!Equals(value is int number ? (long)number : value, change.To)) throw Incomplete(change.Path);
    }

    // One that came from a backup may never have been on this host.
    private CertificateReference Known(string thumbprint) =>
        _state.KnownCertificates.FirstOrDefault(known => known.Thumbprint == thumbprint)
        ?? new CertificateReference(thumbprint, thumbprint, CertificateLocation.CurrentUser);

    private EmailSettingsException Incomplete(string path) =>
        HistoryErrors.HistoryIncomplete.Error(path, _record.Revision.ToString(CultureInfo.InvariantCulture));
}
