#!/usr/bin/env pwsh

<#
.SYNOPSIS
    Sets up delegated administration on a new machine: rights for three roles, and on Windows the constrained endpoint.
.DESCRIPTION
    Creates the settings store if there is none (whoever runs this is its administrator), grants each role its right, switches
    rights on, shows who may do what, and on Windows registers the endpoint with the module's roles. Running it again changes
    nothing that is already correct.

    On Windows, run it as an administrator; if the endpoint uses a service account, run it under that account, since the store
    belongs to whoever creates it. On other systems there are no constrained endpoints: rights are effective there behind a
    service of your own that runs as the owner of the store.
.PARAMETER MailSettings
    The account or group that changes basic settings, attachments and error texts.
.PARAMETER IncomingMail
    The account or group that manages the incoming mail servers.
.PARAMETER OutgoingMail
    The account or group that manages the outgoing mail server.
.PARAMETER Administrator
    A second administrator, so that there is never only one.
.PARAMETER SessionConfiguration
    Your copy of one of the sample session configurations, with your own groups; only on Windows.
.EXAMPLE
    ./delegated-administration.ps1 'CONTOSO\Mail settings' 'CONTOSO\Incoming mail' 'CONTOSO\Outgoing mail' -SessionConfiguration ./EmailSettings.VirtualAccount.pssc
.EXAMPLE
    ./delegated-administration.ps1 group:mail group:incoming group:outgoing -Administrator root
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory, Position = 0)]
    [string] $MailSettings,

    [Parameter(Mandatory, Position = 1)]
    [string] $IncomingMail,

    [Parameter(Mandatory, Position = 2)]
    [string] $OutgoingMail,

    [string] $Administrator,

    [string] $SessionConfiguration
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

if (-not (Get-Module EmailSettings)) {
    $checkout = Join-Path $PSScriptRoot '../EmailSettings.psd1'
    Import-Module $(if (Test-Path $checkout) { $checkout } else { 'EmailSettings' })
}

# Creates store and certificate if there are none.
$null = Initialize-EmailSettings -WarningAction SilentlyContinue

Grant-EmailSettingsRight EmailService.Modify $MailSettings
Grant-EmailSettingsRight Incoming.Manage $IncomingMail
Grant-EmailSettingsRight Outgoing.Manage $OutgoingMail
if ($Administrator) { Grant-EmailSettingsRight Administrator $Administrator }
Enable-EmailSettingsRight
Get-EmailSettingsRight

if ($SessionConfiguration) {
    $scripts = Join-Path (Get-Module EmailSettings).ModuleBase 'module/SessionConfigurations'
    & (Join-Path $scripts 'Register-EmailSettingsEndpoint.ps1') -Path $SessionConfiguration
    & (Join-Path $scripts 'Test-EmailSettingsEndpoint.ps1') -Path $SessionConfiguration -Name EmailSettings
}
