if ($PSVersionTable.PSVersion -lt [version]'7.6') {
    throw "EmailSettings needs PowerShell 7.6 or later; this is $($PSVersionTable.PSVersion). Install it from https://aka.ms/powershell and run pwsh."
}
Import-Module "$PSScriptRoot/../lib/EmailSettings.Loader.dll"
Import-Module -Assembly (Get-EmailSettingsModuleAssembly)
