using System.Text;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Storage.Relational;

/// <summary>Writes a commit inside one transaction, maintaining checksums and digest.</summary>
internal sealed class RelationalWriting
{
    private readonly IRelationalStatements _statements;
    private readonly StoreDigest _digest;

    private RelationalWriting(IRelationalStatements statements, StoreDigest digest)
    {
        _statements = statements;
        _digest = digest;
    }

    /// <summary>Returns the checksum seed of a history row, which chains it to the previous row.</summary>
    /// <param name="previous">The checksum of the previous row; 0 for the first row.</param>
    public static long HistorySeed(long previous) => RowChecksum.Of(RelationalTables.History.Seed, [previous]);

    /// <summary>Writes a commit.</summary>
    /// <param name="statements">The statements of the open store.</param>
    /// <param name="state">The current state of the store.</param>
    /// <param name="commit">What to write.</param>
    /// <returns>The new revision.</returns>
    /// <exception cref="StoreConflictException">The store is not at the base revision; nothing was written.</exception>
    /// <exception cref="FormatException">A row that must exist is missing.</exception>
    public static long Apply(IRelationalStatements statements, RelationalState state, StoreCommit commit)
    {
        if (state.Revision != commit.BaseRevision) throw new StoreConflictException(commit.BaseRevision, state.Revision);
        var writing = new RelationalWriting(statements, state.Digest);
        var revision = Math.Max(state.Revision, commit.RevisionAbove) + 1;
        foreach (var earlier in commit.EarlierHistory.Reverse()) writing.Append(earlier);
        foreach (var write in commit.Writes) writing.Write(write);
        writing.Append(commit.Record with { Revision = revision });
        writing.SetRevision(revision);
        return revision;
    }

    /// <summary>Writes a note; the revision stays.</summary>
    public static void Note(IRelationalStatements statements, RelationalState state, StoreNote note)
    {
        var writing = new RelationalWriting(statements, state.Digest);
        switch (note)
        {
            case StoreNote.Refusal(var record):
                writing.Append(record with { Revision = state.Revision });
                break;
            case StoreNote.CertificateOnHost(var certificate):
                writing.Put(RelationalTables.HostCertificate, ListRows.Of(certificate));
                break;
            default:
                throw new NotSupportedException($"Unknown note '{note.GetType().Name}'.");
        }
        writing.SetRevision(state.Revision);
    }

    /// <summary>Fills the tables of a store that is converted from an older version.</summary>
    /// <param name="statements">The statements of the open store, whose tables are empty.</param>
    /// <param name="revision">The revision of the store.</param>
    /// <param name="rows">All rows except the history.</param>
    /// <param name="historyTable">The history table of the target version.</param>
    /// <param name="history">The rows of the history, oldest first.</param>
    public static void Fill(
        IRelationalStatements statements, long revision, IEnumerable<(RelationalTable Table, object?[] Values)> rows,
        RelationalTable historyTable, IEnumerable<object?[]> history)
    {
        var writing = new RelationalWriting(statements, new StoreDigest());
        foreach (var (table, values) in rows) writing.Put(table, values);
        foreach (var values in history) writing.Append(historyTable, values);
        writing.SetRevision(revision);
    }

    /// <summary>Rewrites the history and keeps everything else.</summary>
    /// <param name="statements">The statements of the open store, whose history is empty.</param>
    /// <param name="state">The current state of the store.</param>
    /// <param name="history">The rows, oldest first.</param>
    public static void RewriteHistory(IRelationalStatements statements, RelationalState state, IEnumerable<ChangeRecord> history)
    {
        var writing = new RelationalWriting(statements, state.Digest);
        state.Digest.ResetHistory();
        foreach (var record in history) writing.Append(record);
        writing.SetRevision(state.Revision);
    }

    private void Write(StoreWrite write)
    {
        switch (write)
        {
            case StoreWrite.PutBasic(var block):
                Put(RelationalTables.Basic, BlockRows.Of(block));
                break;
            case StoreWrite.PutAttachments(var block):
                Put(RelationalTables.Attachments, BlockRows.Of(block));
                break;
            case StoreWrite.PutErrorTexts(var block):
                Put(RelationalTables.ErrorTexts, BlockRows.Of(block));
                break;
            case StoreWrite.PutOutgoing(var block):
                Put(RelationalTables.Outgoing, BlockRows.Of(block));
                break;
            case StoreWrite.AddServer(var server):
                Add(RelationalTables.Incoming, ListRows.Of(server));
                break;
            case StoreWrite.PutServer(var server):
                Put(RelationalTables.Incoming, ListRows.Of(server));
                break;
            case StoreWrite.RemoveServer(var id):
                Remove(RelationalTables.Incoming, [RelationalRow.Of(id)]);
                break;
            case StoreWrite.PutSecret(var secret):
                Put(RelationalTables.Secret, ListRows.MetadataOf(secret));
                Put(RelationalTables.SecretText, ListRows.TextOf(secret));
                break;
            case StoreWrite.RemoveSecret(var key):
                Remove(RelationalTables.Secret, [key.ToString()]);
                Remove(RelationalTables.SecretText, [key.ToString()]);
                break;
            case StoreWrite.PutRestart({ } mark):
                Put(RelationalTables.Restart, BlockRows.Of(mark));
                break;
            case StoreWrite.PutRestart:
                Remove(RelationalTables.Restart, [1L], mustExist: false);
                break;
            case StoreWrite.PutCertificate(var certificate):
                Put(RelationalTables.Certificate, ListRows.Chosen(certificate.Thumbprint));
                Put(RelationalTables.CertificatePlace, ListRows.Of(certificate, Environment.MachineName));
                break;
            case StoreWrite.ChooseCertificate({ } thumbprint):
                Put(RelationalTables.Certificate, ListRows.Chosen(thumbprint));
                break;
            case StoreWrite.ChooseCertificate:
                Remove(RelationalTables.Certificate, [1L], mustExist: false);
                break;
            case StoreWrite.PutAccess(var isEnabled):
                Put(RelationalTables.Access, BlockRows.Of(isEnabled));
                break;
            case StoreWrite.PutGrant(var grant):
                Put(RelationalTables.Grant, ListRows.Of(grant));
                break;
            case StoreWrite.RemoveGrant(var principal, var right):
                Remove(RelationalTables.Grant, [principal, right]);
                break;
            case StoreWrite.PutLock(var block):
                Put(RelationalTables.Lock, ListRows.Of(block));
                break;
            case StoreWrite.RemoveLock(var block):
                Remove(RelationalTables.Lock, [block]);
                break;
            default:
                throw new NotSupportedException($"Unknown write '{write.GetType().Name}'.");
        }
    }

    private void Append(ChangeRecord record) => Append(RelationalTables.History, ListRows.Of(record, _digest.History.Rows + 1));

    private void Append(RelationalTable history, object?[] values)
    {
        ReplaceLoneSurrogates(values);
        var sum = RowChecksum.Of(HistorySeed(_digest.History.Sum), values);
        _statements.Execute(history.Insert, [.. values, sum]);
        _digest.Append(sum);
    }

    private void SetRevision(long revision)
    {
        object?[] values = [1L, revision, _digest.ToString()];
        _statements.Execute(RelationalTables.State.Put, [.. values, RowChecksum.Of(RelationalTables.State.Seed, values)]);
    }

    private void Add(RelationalTable table, object?[] values)
    {
        ReplaceLoneSurrogates(values);
        var sum = RowChecksum.Of(table.Seed, values);
        _statements.Execute(table.Insert, [.. values, sum]);
        _digest.Add(table, sum);
    }

    private void Put(RelationalTable table, object?[] values)
    {
        ReplaceLoneSurrogates(values);
        var sum = RowChecksum.Of(table.Seed, values);
        if (SumOf(table, values[..table.KeyLength]) is { } before) _digest.Remove(table, before);
        _statements.Execute(table.Put, [.. values, sum]);
        _digest.Add(table, sum);
    }

    // The row to remove was read before, so if it is missing the table is damaged.
    private void Remove(RelationalTable table, object?[] key, bool mustExist = true)
    {
        if (SumOf(table, key) is not { } before)
        {
            if (mustExist) throw new FormatException($"a row of {table.Name} is missing");
            return;
        }
        _statements.Execute(table.Delete, key);
        _digest.Remove(table, before);
    }

    // The digest sum of a one-row table is the checksum of that row.
    private long? SumOf(RelationalTable table, object?[] key) =>
        table.HasOneRow ? _digest.SumOf(table) : StoredSum(table, key);

    private long? StoredSum(RelationalTable table, object?[] key)
    {
        using var rows = _statements.Query(table.SelectSum, key);
        return rows.Read() ? rows.Number(0) : null;
    }

    // UTF-8 cannot hold lone surrogates: the checksum must cover the replacement characters that will be read back.
    private static void ReplaceLoneSurrogates(object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is string text && !TextType.IsUnicode(text)) values[i] = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        }
    }
}
