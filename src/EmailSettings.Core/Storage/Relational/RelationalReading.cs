using EmailSettings.Core.Certificates;
using EmailSettings.Core.Settings;

namespace EmailSettings.Core.Storage.Relational;

/// <summary>
/// Reads a store inside one transaction. Tables are always read whole and compared with the digest, so a missing row is noticed;
/// a mismatch throws <see cref="FormatException"/>.
/// </summary>
/// <param name="statements">The statements of the open store.</param>
/// <param name="cache">Cached access rules; null to read everything from the store.</param>
internal sealed class RelationalReading(IRelationalStatements statements, AccessRulesCache? cache = null)
{
    private RelationalState? _state;
    private Dictionary<string, Uri>? _addresses;
    private Dictionary<SecretKey, PasswordState>? _secrets;

    /// <summary>The revision and digest of the store.</summary>
    public RelationalState State => _state ??= ReadState();

    private Dictionary<SecretKey, PasswordState> Secrets => _secrets ??= All(RelationalTables.Secret, row =>
        (Key: KeyOf(row), State: new PasswordState(true, row.TextOrNull(1), row.Time(2)))).ToDictionary(secret => secret.Key, secret => secret.State);

    public StoredState Read(StoreParts parts)
    {
        var state = new StoredState { Revision = State.Revision };
        if (parts.HasFlag(StoreParts.Basic)) state = state with { Basic = One(RelationalTables.Basic, BlockRows.Basic) ?? BasicSettings.Default };
        if (parts.HasFlag(StoreParts.Attachments)) state = ReadAttachments(state);
        if (parts.HasFlag(StoreParts.ErrorTexts)) state = state with { ErrorTexts = One(RelationalTables.ErrorTexts, BlockRows.Texts) ?? ErrorTexts.Default };
        if (parts.HasFlag(StoreParts.Outgoing)) state = state with { OutgoingServer = ReadOutgoing() };
        if (parts.HasFlag(StoreParts.Incoming)) state = state with { IncomingServers = ReadIncoming() };
        if (parts.HasFlag(StoreParts.Sms)) state = state with { SmsServer = new SmsServer { PasswordState = StateOf(SecretKey.SmsPassword) } };
        if (parts.HasFlag(StoreParts.Certificate)) state = ReadCertificate(state);
        if (parts.HasFlag(StoreParts.Access)) state = state with { Access = cache?.Get(State.Digest, ReadAccess) ?? ReadAccess() };
        if (parts.HasFlag(StoreParts.Hosts)) state = state with { Hosts = All(RelationalTables.HostCertificate, ListRows.Host, " ORDER BY host") };
        if (parts.HasFlag(StoreParts.Secrets)) state = state with { Secrets = ReadSecrets() };
        return state;
    }

    /// <summary>
    /// Reads what a backup contains: not certificate locations, access rules and host records, which apply to one system only.
    /// </summary>
    public StoreContent ReadContent() => new(
        Read(StoreParts.All & ~(StoreParts.Certificate | StoreParts.Access | StoreParts.Hosts)), One(RelationalTables.Certificate, row => row.Text(1)), ReadHistory(null));

    public IReadOnlyList<ChangeRecord> ReadHistory(int? last)
    {
        var history = new List<ChangeRecord>();
        var (_, count, expected) = State.Digest.History;
        var row = new RelationalRow(RelationalTables.History);
        var older = new RelationalRow(RelationalTables.History);
        using var rows = statements.Query($"{RelationalTables.History.Select} ORDER BY number DESC LIMIT {RelationalTable.Parameter(0)}", last is { } limit ? limit + 1L : long.MaxValue);
        for (var hasRow = Next(rows, row); hasRow && (last is null || history.Count < last); (row, older) = (older, row))
        {
            hasRow = Next(rows, older);
            if (row.StoredSum != expected) throw new FormatException("rows of the history are missing");
            expected = hasRow ? older.StoredSum : 0;
            row.Check(RelationalWriting.HistorySeed(expected));
            if (row.Number(0) != count--) throw new FormatException("rows of the history are missing");
            history.Add(ListRows.Change(row));
        }
        if (history.Count == 0 && expected != 0 && last != 0) throw new FormatException("rows of the history are missing");
        return history is [var newest, ..] && newest.Revision != State.Revision ? throw new FormatException("the newest row of the history and the settings have different revisions") : history;
    }

    /// <summary>Returns when the store was last changed. Refusals do not count.</summary>
    public DateTimeOffset? ReadLastChange() =>
        ReadHistory(1) is [{ Refusal: null } newest] ? newest.Time : ReadHistory(null).FirstOrDefault(record => record.Refusal is null)?.Time;

    private RelationalState ReadState()
    {
        using var rows = statements.Query(RelationalTables.State.Select);
        var row = new RelationalRow(RelationalTables.State);
        if (!Next(rows, row)) throw new FormatException("the state row is missing");
        row.Check(RelationalTables.State.Seed);
        return rows.Read() ? throw new FormatException("state has more than one row") : new RelationalState(row.Number(1), StoreDigest.Parse(row.Characters(2)));
    }

    private StoredState ReadAttachments(StoredState state)
    {
        var mark = One(RelationalTables.Restart, BlockRows.Restart);
        var block = One(RelationalTables.Attachments, BlockRows.Attachments) ?? AttachmentSettings.Default;
        return state with { Attachments = block with { RestartRequired = mark is not null }, Restart = mark };
    }

    private OutgoingMailServer ReadOutgoing()
    {
        var server = One(RelationalTables.Outgoing, BlockRows.Outgoing) ?? OutgoingMailServer.Default;
        return server with { PasswordState = StateOf(SecretKey.OutgoingPassword), SecretState = SecretStateOf(SecretKey.OutgoingSecret, server.SecretExpires) };
    }

    private List<IncomingMailServer> ReadIncoming()
    {
        var servers = All(RelationalTables.Incoming, row => ListRows.Server(row, AddressOf, (id, expires) => SecretStateOf(SecretKey.Incoming(id), expires)), " ORDER BY name_key");
        var ids = new HashSet<Guid>(servers.Count);
        return servers.TrueForAll(server => ids.Add(server.Id)) ? servers : throw new FormatException("two incoming servers have the same id");
    }

    private StoredState ReadCertificate(StoredState state)
    {
        var places = All(RelationalTables.CertificatePlace, ListRows.Place);
        var known = places.Where(place => place.Host == Environment.MachineName).Select(place => place.Certificate).ToList();
        var chosen = One(RelationalTables.Certificate, row => row.Text(1));
        return state with
        {
            KnownCertificates = known,
            Certificate = chosen is null ? null : known.FirstOrDefault(place => place.Thumbprint == chosen)
                ?? new CertificateReference(chosen, places.FirstOrDefault(place => place.Certificate.Thumbprint == chosen)?.Certificate.Subject ?? "", CertificateLocation.CurrentUser),
        };
    }

    private AccessRules ReadAccess() => new()
    {
        IsEnabled = All(RelationalTables.Access, row => row.Flag(1)) is [true],
        Grants = All(RelationalTables.Grant, ListRows.Grant, " ORDER BY principal, principal_id, right_name"),
        Locks = All(RelationalTables.Lock, ListRows.Lock, " ORDER BY block"),
    };

    private Dictionary<SecretKey, StoredSecret> ReadSecrets()
    {
        var metadata = Secrets;
        var texts = All(RelationalTables.SecretText, row => (Key: KeyOf(row), Text: row.Text(1)));
        return texts.Count == metadata.Count
            ? texts.ToDictionary(secret => secret.Key, secret => new StoredSecret(secret.Key, secret.Text, metadata[secret.Key].Thumbprint, metadata[secret.Key].Since!.Value))
            : throw new FormatException("protected texts of secrets are missing or left over");
    }

    private PasswordState StateOf(SecretKey key) => Secrets.GetValueOrDefault(key) ?? PasswordState.NotSet;

    private SecretState SecretStateOf(SecretKey key, DateOnly? expires) =>
        Secrets.TryGetValue(key, out var secret) ? new SecretState(true, secret.Thumbprint, secret.Since, expires) : SecretState.NotSet with { Expires = expires };

    private Uri AddressOf(ReadOnlySpan<char> text)
    {
        var addresses = (_addresses ??= new(StringComparer.Ordinal)).GetAlternateLookup<ReadOnlySpan<char>>();
        if (!addresses.TryGetValue(text, out var address)) addresses[text] = address = new Uri(text.ToString());
        return address;
    }

    private T? One<T>(RelationalTable table, Func<RelationalRow, T> read)
        where T : class =>
        All(table, read) switch
        {
            [] => null,
            [var only] => only,
            _ => throw new FormatException($"{table.Name} has more than one row"),
        };

    private List<T> All<T>(RelationalTable table, Func<RelationalRow, T> read, string order = "")
    {
        using var rows = statements.Query(order.Length == 0 ? table.Select : table.Select + order);
        var row = new RelationalRow(table);
        var all = new List<T>();
        var sum = 0L;
        while (Next(rows, row))
        {
            row.Check(table.Seed);
            sum = unchecked(sum + row.StoredSum);
            all.Add(read(row));
        }
        State.Digest.Check(table, all.Count, sum);
        return all;
    }

    private static bool Next(IRelationalRows rows, RelationalRow row)
    {
        if (!rows.Read()) return false;
        row.Load(rows);
        return true;
    }

    private static SecretKey KeyOf(RelationalRow row) =>
        SecretKey.TryParse(row.Text(0), out var key) ? key : throw new FormatException("a secret has an unknown key");
}
