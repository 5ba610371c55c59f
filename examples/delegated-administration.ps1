#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Sets delegated administration up on a new machine: rights for three roles, and on Windows the constrained endpoint.
.DESCRIPTION
    Makes the settings store if there is none (whoever runs this is its administrator), grants each role its one right, switches
    rights on, shows who may do what, and on Windows registers the endpoint with the roles that the module brings. Running it again
    changes nothing that is as it should be.

    On Windows run it as an administrator, under the account that the endpoint will work as where that is a service account: the
    store belongs to whoever makes it. Off Windows there are no constrained endpoints: what is granted there binds behind a
    service of your own that runs as the owner of the store.
.PARAMETER MailSettings
    Account or group that changes basic settings, attachments and error texts.
.PARAMETER IncomingMail
    Account or group that manages the incoming mail servers.
.PARAMETER OutgoingMail
    Account or group that manages the outgoing mail server.
.PARAMETER Administrator
    One more administrator, so that there is never only one.
.PARAMETER SessionConfiguration
    Your copy of one of the sample session configurations, with your groups in it; only on Windows.
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

# Makes store and certificate where there are none yet.
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
