using System.Management.Automation;
using EmailSettings.Core.Storage;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Store;

/// <summary>Gets the store that this runspace uses.</summary>
[Cmdlet(VerbsCommon.Get, "EmailSettingsStore")]
[OutputType(typeof(StoreDescription))]
public sealed class GetEmailSettingsStoreCommand : StoreCmdlet
{
    private protected override void Run() => WriteRecords(Session.Store.Describe());
}
