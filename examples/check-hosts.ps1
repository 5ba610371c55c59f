#!/usr/bin/env pwsh

<#
.SYNOPSIS
    Checks the health of the password certificate on every host that needs it, and shows one table.
.DESCRIPTION
    The certificate is needed on each server that runs Agent Server, CEM Server, Email Sender or SMS Server, by the service
    account. A host that cannot be reached, or does not have EmailSettings, gets its own row.

    Without PowerShell remoting, use the command line over ssh; its JSON has the same fields:

        $hosts | ForEach-Object { ssh $_ emailsettings certificate test --output json | ConvertFrom-Json } |
            Format-Table hostName, status, daysLeft, keyUsable, @{ n = 'findings'; e = { $_.findings.id -join ', ' } }
.PARAMETER ComputerName
    The hosts to check over WinRM; by default this one, without remoting.
.PARAMETER HostName
    The hosts to check over ssh, as [user@]host[:port]; they need the subsystem powershell (about_Remote_SSH).
.PARAMETER KeyFilePath
    The private key for the ssh login.
.PARAMETER ForAccount
    The service account whose access to the key is checked.
.EXAMPLE
    ./check-hosts.ps1 agent01, cem01, mail01, sms01 -ForAccount 'CONTOSO\svc-mail'
.EXAMPLE
    ./check-hosts.ps1 agent01, cem01 | Where-Object Status -EQ Failed | Select-Object -ExpandProperty Findings
.EXAMPLE
    ./check-hosts.ps1 -HostName svc@mail01, svc@sms01:2222 -KeyFilePath ~/.ssh/id_ed25519
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [string[]] $ComputerName = @(),
    [string[]] $HostName = @(),
    [string] $KeyFilePath,
    [int] $DaysBefore = 30,
    [string] $ForAccount,
    [pscredential] $Credential
)
$test = {
    param($DaysBefore, $ForAccount)
    if (-not (Get-Module EmailSettings)) { Import-Module EmailSettings -ErrorAction Stop }
    $parameters = @{ DaysBefore = $DaysBefore }
    if ($ForAccount) { $parameters.ForAccount = $ForAccount }
    Test-MailPasswordCertificate @parameters -ErrorAction Stop
}
if (-not $ComputerName -and -not $HostName) {
    & $test $DaysBefore $ForAccount
    return
}

$call = @{ ScriptBlock = $test; ArgumentList = $DaysBefore, $ForAccount; ErrorAction = 'SilentlyContinue'; ErrorVariable = '+failures' }
$failures = @()
if ($ComputerName) {
    $connection = @{ ComputerName = $ComputerName }
    if ($Credential) { $connection.Credential = $Credential }
    Invoke-Command @connection @call
}
if ($HostName) {
    $connection = @{ HostName = $HostName }
    if ($KeyFilePath) { $connection.KeyFilePath = $KeyFilePath }
    Invoke-Command @connection @call
}

# In the form of a report, so that the table shows them with the others.
foreach ($failure in $failures) {
    [pscustomobject]@{
        PSTypeName = 'EmailSettings.Core.Health.CertificateReport'
        Status     = 'Failed'
        HostName   = if ($failure.OriginInfo) { $failure.OriginInfo.PSComputerName } else { "$($failure.TargetObject)" }
        DaysLeft   = $null
        KeyUsable  = $false
        Findings   = @([pscustomobject]@{ Id = 'HostNotChecked'; Severity = 'Error'; Cause = "$failure"; NextStep = 'Check remoting, the account and the module on that host.' })
    }
}
