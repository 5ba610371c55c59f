<#
.SYNOPSIS
    Azure Automation runbook for a hybrid worker: applies a settings document and enters renewed secrets.
.DESCRIPTION
    Runs on a hybrid worker that is a host of the platform, with PowerShell 7.6 as its runtime. The document comes from a folder
    that a pipeline fills from version control; the outgoing password comes from a credential of the Automation account. An
    error in the document fails the job without changing anything. The project's tests run it with a mock of the Azure
    Automation cmdlet, not on a hybrid worker.
#>
#Requires -Version 7.6
#Requires -Modules EmailSettings
param(
    # The settings document on the worker.
    [Parameter(Mandatory)]
    [string] $Document,

    # The name of the Automation credential with the outgoing server's password.
    [string] $Login = 'OutgoingMail'
)

$ErrorActionPreference = 'Stop'
$credential = Get-AutomationPSCredential -Name $Login
$result = Import-EmailSettings -Path $Document -Secret @{ 'outgoing.password' = $credential.Password } -PassThru
"Revision $($result.Revision): $($result.Changed.Count) fields changed."
$result.Changed | ForEach-Object { "  $($_.Path): $($_.From) -> $($_.To)" }

$health = Test-EmailSettings -DaysBefore 60
foreach ($finding in $health.Checks.Findings) { Write-Warning $finding.Cause }
if ("$($health.Status)" -eq 'Failed') { throw 'The e-mail settings need attention; see the warnings above.' }
