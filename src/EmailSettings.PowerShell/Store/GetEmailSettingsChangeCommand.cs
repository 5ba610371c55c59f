using System.Management.Automation;
using EmailSettings.Core.Changes.History;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Store;

/// <summary>Gets the change history, newest first, with secrets masked.</summary>
[Cmdlet(VerbsCommon.Get, "EmailSettingsChange")]
[OutputType(typeof(ChangeRecord), typeof(string))]
public sealed class GetEmailSettingsChangeCommand : StoreCmdlet
{
    /// <summary>The number of the most recent changes to get; all by default.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber]
    public int? Last { get; set; }

    /// <summary>Gets only changes at or after this time.</summary>
    [Parameter]
    public DateTime? After { get; set; }

    /// <summary>Gets only changes before this time.</summary>
    [Parameter]
    public DateTime? Before { get; set; }

    /// <summary>Gets only changes by this account, <c>HOST\user</c> or just the user name; the wildcards are * and ?.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Account { get; set; }

    /// <summary>
    /// Gets only changes of these fields, blocks or servers, such as <c>outgoingServer.port</c>, <c>basic</c> or
    /// <c>incomingServers[Contoso*]</c>.
    /// </summary>
    [Parameter]
    public string[] Path { get; set; } = [];

    /// <summary>Returns each change as a line of JSON, for log collectors.</summary>
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
