<#
.SYNOPSIS
    Azure Automation runbook for a hybrid worker: brings the settings to the state of a document and enters renewed secrets.
.DESCRIPTION
    Runs on a hybrid worker that is a host of the platform, with PowerShell 7.6 as its runtime. The document comes from a folder
    that a pipeline fills from version control; the outgoing password comes from a credential of the Automation account. A
    fault in the document fails the job, with nothing changed. The tests of the project run it
    with the cmdlet of Azure Automation played, not on a hybrid worker.
#>
#Requires -Version 7.6
#Requires -Modules EmailSettings
param(
    # The settings document on the worker.
    [Parameter(Mandatory)]
    [string] $Document,

    # Name of the Automation credential with the outgoing server's password.
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
