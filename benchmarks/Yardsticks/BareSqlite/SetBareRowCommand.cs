using System.Globalization;
using System.Management.Automation;

namespace BareSqlite;

/// <summary>Changes the row and appends to the history, in one durable transaction.</summary>
[Cmdlet(VerbsCommon.Set, "BareRow")]
public sealed class SetBareRowCommand : PSCmdlet
{
    /// <summary>The store's file.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Path { get; set; } = "";

    /// <summary>The new value; it must differ each time, or nothing has to be written.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public int MaxIncomingSizeKB { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connection = Database.Open(Path);
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            UPDATE basic SET max_incoming_size_kb = $size;
            UPDATE state SET revision = revision + 1;
            INSERT INTO history (number, revision, time, account, front, changes, sum)
            SELECT (SELECT max(number) + 1 FROM history), revision, $time, 'HOST\user', 'bench', $changes, 0 FROM state;
            """;
        command.Parameters.AddWithValue("$size", MaxIncomingSizeKB);
        command.Parameters.AddWithValue("$time", DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture));
        command.Parameters.AddWithValue("$changes", string.Create(CultureInfo.InvariantCulture, $$"""[{"path":"basic.maxIncomingSizeKB","from":0,"to":{{MaxIncomingSizeKB}}}]"""));
        command.ExecuteNonQuery();
        transaction.Commit();
    }
}
