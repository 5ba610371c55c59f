<#
.SYNOPSIS
    Looks at the health of the e-mail settings and says by its exit code how it is.
.DESCRIPTION
    Checks store, settings, password certificate and secrets, and announces what ends soon. For a scheduled task, a cron job or
    a pipeline: the exit code is 0 where all is well, 1 where something wants attention, 2 where something is broken. Findings
    are written as objects; with LogPath they are appended to a file too, one JSON document a line.
.EXAMPLE
    ./daily-check.ps1 -DaysBefore 60
    Announces what ends within two months.
.EXAMPLE
    ./daily-check.ps1 -LogPath /var/log/email-settings.json
    Keeps the findings for a log collector.
#>
#Requires -Version 7.6
#Requires -Modules EmailSettings
[CmdletBinding()]
param(
    # Certificates and client secrets that end within so many days are announced.
    [int] $DaysBefore = 30,

    [string] $LogPath
)

$ErrorActionPreference = 'Stop'
$health = Test-EmailSettings -DaysBefore $DaysBefore
$findings = @(foreach ($check in $health.Checks) {
    foreach ($finding in $check.Findings) {
        [pscustomobject]@{ Time = [datetime]::UtcNow.ToString('o'); Check = $check.Check; Severity = "$($finding.Severity)"; Cause = $finding.Cause; NextStep = $finding.NextStep }
    }
})
# A store that cannot be opened was found above, and nothing more can be read from it.
$isOpen = "$($health.Checks.Where({ $_.Check -eq 'Store' }).Status)" -ne 'Failed'
if ($isOpen -and ($restart = Get-EmailSettingsRestart)) {
    $findings += @([pscustomobject]@{ Time = [datetime]::UtcNow.ToString('o'); Check = 'Restart'; Severity = 'Warning'; Cause = "$($restart.Component) waits for a restart."; NextStep = 'Restart it, then run Clear-EmailSettingsRestart.' })
}
if ($LogPath) { $findings | ForEach-Object { $_ | ConvertTo-Json -Compress } | Add-Content -LiteralPath $LogPath }
$findings
exit $(if ("$($health.Status)" -eq 'Failed') { 2 } elseif ($findings) { 1 } else { 0 })
