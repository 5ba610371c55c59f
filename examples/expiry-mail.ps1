<#
.SYNOPSIS
    Mails a notice when a client secret or the password certificate ends soon.
.DESCRIPTION
    Looks through the calendar of secrets, and where something ends within the given days sends a message through the outgoing
    mail server of the settings. Nothing is sent where nothing ends. The exit code is 0 where nothing ends or the notice was taken, 1 where it was not.
.EXAMPLE
    ./expiry-mail.ps1 -From contact-centre@contoso.example -To admin@contoso.example
    Mails what ends within a month.
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
$subject = "E-mail settings: $($ends[0].What) ends in $($ends[0].DaysLeft) days"
$report = Send-EmailTestMessage $From $To -Subject $subject -Body ($lines -join "`n")
$report
exit $(if (-not $report -or "$($report.Status)" -ne 'Failed') { 0 } else { 1 })
