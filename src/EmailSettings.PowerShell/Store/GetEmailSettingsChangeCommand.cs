using System.Management.Automation;
using EmailSettings.Core.Changes.History;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Store;

/// <summary>Gets the history, newest first: who changed what, when, through what; secrets masked.</summary>
[Cmdlet(VerbsCommon.Get, "EmailSettingsChange")]
[OutputType(typeof(ChangeRecord), typeof(string))]
public sealed class GetEmailSettingsChangeCommand : StoreCmdlet
{
    /// <summary>Only so many of the newest changes; all of them where not given.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber]
    public int? Last { get; set; }

    /// <summary>Only changes at or after this moment.</summary>
    [Parameter]
    public DateTime? After { get; set; }

    /// <summary>Only changes before this moment.</summary>
    [Parameter]
    public DateTime? Before { get; set; }

    /// <summary>Only changes by this account, <c>HOST\user</c> or the user alone; * and ? stand for other characters.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Account { get; set; }

    /// <summary>
    /// Only changes of these fields, blocks or servers, such as <c>outgoingServer.port</c>, <c>basic</c> or
    /// <c>incomingServers[Contoso*]</c>.
    /// </summary>
    [Parameter]
    public string[] Path { get; set; } = [];

    /// <summary>Writes each change as a line of JSON, for collectors of logs.</summary>
    [Parameter]
    public SwitchParameter AsJson { get; set; }

    private protected override void Run()
    {
        var history = Session.Settings.ReadHistory(new HistoryFilter
        {
            Last = Last,
            After = After,
            Before = Before,
            Account = Account is null ? null : new PathPattern(Account),
            Paths = [.. Path.Select(pattern => new PathPattern(pattern))],
        });
        if (AsJson) WriteObject(history.Select(ChangeRecordJson.ToLine), enumerateCollection: true);
        else WriteRecords([.. history]);
    }
}
