<#
.SYNOPSIS
Checks a session configuration for delegated administration, and the endpoint that was registered from it.

.DESCRIPTION
Opens each role of the configuration in a runspace of this process and checks that it exposes exactly the cmdlets and parameters
of its role capability, no language, no drives, and nothing that runs code. With -Name, the registered endpoint is checked as
well. Run it again after each upgrade of PowerShell or of the module: endpoints belong to one version of PowerShell.

.EXAMPLE
./Test-EmailSettingsEndpoint.ps1 -Path ./EmailSettings.VirtualAccount.pssc -Name EmailSettings
#>
[CmdletBinding()]
param(
    # The session configuration.
    [Parameter(Mandatory)]
    [string] $Path,

    # The name of a registered endpoint to check as well.
    [string] $Name
)
$ErrorActionPreference = 'Stop'

# What a session of this type also exposes; TabExpansion2 completes.
$basics = 'Clear-Host', 'Exit-PSSession', 'Get-Command', 'Get-FormatData', 'Get-Help', 'Measure-Object', 'Out-Default', 'Select-Object', 'TabExpansion2'

function New-Check([string] $Check, [string[]] $Faults) {
    [pscustomobject]@{ Check = $Check; Status = $Faults ? 'Failed' : 'Passed'; Detail = $Faults -join '; ' }
}

$settings = Import-PowerShellDataFile -LiteralPath $Path
New-Check 'Session type' @(
    if ($settings.SessionType -ne 'RestrictedRemoteServer') { "SessionType is '$($settings.SessionType)', not RestrictedRemoteServer" }
    if ($settings.LanguageMode -and $settings.LanguageMode -ne 'NoLanguage') { "LanguageMode is '$($settings.LanguageMode)', not NoLanguage" }
    foreach ($key in 'VisibleProviders', 'VisibleExternalCommands', 'ScriptsToProcess', 'FunctionDefinitions', 'AliasDefinitions', 'MountUserDrive') {
        if ($settings[$key]) { "$key is set" }
    }
    if (-not $settings.RunAsVirtualAccount -and -not $settings.GroupManagedServiceAccount) { 'it runs as its caller, so it delegates nothing' }
)

# As PowerShell finds them in an installed module, or their location in a checkout.
$folders = Get-Module EmailSettings -ListAvailable | Select-Object -First 1 | ForEach-Object { Join-Path $_.ModuleBase 'RoleCapabilities'; Join-Path $_.ModuleBase 'module/RoleCapabilities' }
function Find-RoleCapability([string] $Role) {
    $files = @($folders | ForEach-Object { Join-Path $_ "$Role.psrc" })
    @($files | Where-Object { Test-Path -LiteralPath $_ }) + $files | Select-Object -First 1
}

foreach ($role in $settings.RoleDefinitions.GetEnumerator()) {
    foreach ($file in $role.Value.RoleCapabilityFiles ?? @($role.Value.RoleCapabilities | ForEach-Object { Find-RoleCapability $_ })) {
        $check = "Role $([IO.Path]::GetFileNameWithoutExtension($file)) of $($role.Key)"
        if (-not $file -or -not (Test-Path -LiteralPath $file)) {
            New-Check $check "there is no file '$file'"
            continue
        }
        $capability = Import-PowerShellDataFile -LiteralPath $file
        $copy = Join-Path ([IO.Path]::GetTempPath()) "$([guid]::NewGuid()).pssc"
        try {
            # Only this role: a user with several has the cmdlets of all of them.
            New-PSSessionConfigurationFile -Path $copy -SessionType RestrictedRemoteServer -LanguageMode NoLanguage -RoleDefinitions @{ role = @{ RoleCapabilityFiles = $file } }
            $state = [initialsessionstate]::CreateFromSessionConfigurationFile($copy, [Func[string, bool]] { $true })
            $runspace = [runspacefactory]::CreateRunspace($state)
            $runspace.Open()
            try {
                $shell = [powershell]::Create($runspace).AddCommand('Get-Command')
                $visible = @($shell.Invoke())
                $shell.Dispose()
                $wanted = @($capability.VisibleCmdlets | ForEach-Object Name)
                New-Check $check @(
                    foreach ($missing in $wanted | Where-Object { $_ -notin $visible.Name }) { "$missing is missing" }
                    foreach ($extra in $visible.Name | Where-Object { $_ -notin $wanted -and $_ -notin $basics }) { "$extra is visible" }
                    foreach ($entry in $capability.VisibleCmdlets) {
                        $shown = ($visible | Where-Object Name -EQ $entry.Name).Parameters.Keys
                        foreach ($parameter in $shown | Where-Object { $_ -notin @($entry.Parameters.Name) -and $_ -notin [System.Management.Automation.Cmdlet]::CommonParameters -and $_ -notin 'WhatIf', 'Confirm' }) {
                            "$($entry.Name) shows -$parameter"
                        }
                    }
                    if ($runspace.SessionStateProxy.LanguageMode -ne 'NoLanguage') { "the language mode is $($runspace.SessionStateProxy.LanguageMode)" }
                )
            } finally {
                $runspace.Dispose()
            }
        } finally {
            Remove-Item -LiteralPath $copy
        }
    }
}

if ($Name) {
    New-Check "Endpoint $Name" @(
        if (-not $IsWindows) { 'endpoints exist only on Windows' }
        elseif (-not ($endpoint = Get-PSSessionConfiguration -Name $Name -ErrorAction Ignore)) { "it is not registered in PowerShell $($PSVersionTable.PSVersion)" }
        elseif ($endpoint.Enabled -ne $true) { 'it is disabled' }
        elseif ($endpoint.PSVersion -and [version] $endpoint.PSVersion -lt [version] '7.6') { "it belongs to PowerShell $($endpoint.PSVersion): register it in this one" }
    )
}
