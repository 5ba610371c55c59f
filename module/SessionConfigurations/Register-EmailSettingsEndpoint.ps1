<#
.SYNOPSIS
Registers a constrained endpoint for delegated administration of the e-mail settings.

.DESCRIPTION
Checks the session configuration and its roles first, then registers it. Run it as an administrator, in the PowerShell that the
endpoint will use: endpoints belong to one version of PowerShell. The WinRM service is restarted, which ends remote sessions.

.EXAMPLE
./Register-EmailSettingsEndpoint.ps1 -Path ./EmailSettings.VirtualAccount.pssc
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # The session configuration, with your own groups in it.
    [Parameter(Mandatory)]
    [string] $Path,

    # The name of the endpoint: Enter-PSSession -ConfigurationName EmailSettings.
    [string] $Name = 'EmailSettings'
)
$ErrorActionPreference = 'Stop'
if (-not $IsWindows) { throw 'Constrained endpoints require Windows: PowerShell remoting over SSH has none.' }

& (Join-Path $PSScriptRoot 'Test-EmailSettingsEndpoint.ps1') -Path $Path | Where-Object Status -EQ 'Failed' | ForEach-Object {
    throw "The configuration was not registered. $($_.Check): $($_.Detail)"
}
$settings = Import-PowerShellDataFile -LiteralPath $Path
if ($settings.TranscriptDirectory -and -not (Test-Path -LiteralPath $settings.TranscriptDirectory) -and $PSCmdlet.ShouldProcess($settings.TranscriptDirectory, 'create the folder for transcripts')) {
    $null = New-Item -ItemType Directory -Path $settings.TranscriptDirectory
    # Transcripts contain what was typed, so only administrators and SYSTEM may read them.
    icacls $settings.TranscriptDirectory /inheritance:r /grant:r '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' | Out-Null
    if ($LASTEXITCODE -ne 0) { throw "The folder $($settings.TranscriptDirectory) could not be restricted to administrators." }
}
if ($PSCmdlet.ShouldProcess($Name, 'register the endpoint and restart WinRM')) {
    Register-PSSessionConfiguration -Name $Name -Path $Path -Force
}
