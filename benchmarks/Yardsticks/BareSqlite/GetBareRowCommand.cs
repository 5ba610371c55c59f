using System.Management.Automation;

namespace BareSqlite;

/// <summary>Reads the row of the basic settings and writes it as an object.</summary>
[Cmdlet(VerbsCommon.Get, "BareRow")]
public sealed class GetBareRowCommand : PSCmdlet
{
    /// <summary>The store's file.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Path { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        using var command = Database.Open(Path).CreateCommand();
        command.CommandText = "SELECT attachment_encodings, body_charset, sent_encoding, max_incoming_size_kb FROM basic";
        using var reader = command.ExecuteReader();
        if (reader.Read()) WriteObject(new BareRow(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3)));
    }
}
