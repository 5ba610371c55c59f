<#
.SYNOPSIS
    Mails a notice before a client secret or the password certificate expires.
.DESCRIPTION
    Checks the expiry dates of the secrets, and if something expires within the specified days, sends a message through the
    outgoing mail server of the settings. Otherwise nothing is sent. The exit code is 0 if nothing expires or the notice was
    accepted, 1 if it was not.
.EXAMPLE
    ./expiry-mail.ps1 -From contact-centre@contoso.example -To admin@contoso.example
    Mails what expires within a month.
.EXAMPLE
    ./expiry-mail.ps1 -From contact-centre@contoso.example -To admin@contoso.example -DaysBefore 60 -WhatIf
    Shows the message without sending it.
#>
#Requires -Version 7.6
#Requires -Modules EmailSettings
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [string] $From,

    [Parameter(Mandatory)]
    [string] $To,

    [int] $DaysBefore = 30
)

$ErrorActionPreference = 'Stop'
$ends = @(Get-MailPassword | ForEach-Object {
    if ($null -ne $_.DaysLeft -and $_.DaysLeft -le $DaysBefore) { [pscustomobject]@{ What = $_.Purpose; DaysLeft = $_.DaysLeft } }
    if ($null -ne $_.CertificateDaysLeft -and $_.CertificateDaysLeft -le $DaysBefore) { [pscustomobject]@{ What = 'password certificate'; DaysLeft = $_.CertificateDaysLeft } }
} | Sort-Object DaysLeft, What -Unique)
if (-not $ends) { exit 0 }

$lines = $ends | ForEach-Object { "$($_.What): $($_.DaysLeft) days left" }
$lines
$subject = "E-mail settings: $($ends[0].What) expires in $($ends[0].DaysLeft) days"
$report = Send-EmailTestMessage $From $To -Subject $subject -Body ($lines -join "`n")
$report
exit $(if (-not $report -or "$($report.Status)" -ne 'Failed') { 0 } else { 1 })
