using System.Management.Automation;
using EmailSettings.Core.Storage;

namespace EmailSettings.PowerShell;

/// <summary>Gets the store that this runspace works with.</summary>
[Cmdlet(VerbsCommon.Get, "EmailSettingsStore")]
[OutputType(typeof(StoreDescription))]
public sealed class GetEmailSettingsStoreCommand : EmailSettingsCmdlet
{
    private protected override void Run() => WriteObject(Session.Store.Describe());
}
