<#
.SYNOPSIS
    Checks the health of the e-mail settings and reports it by its exit code.
.DESCRIPTION
    Checks store, settings, password certificate and secrets, and warns of what expires soon. For a scheduled task, a cron job
    or a pipeline: the exit code is 0 if all is well, 1 for warnings, 2 if something is broken. Findings are written as objects;
    with LogPath they are also appended to a file, one JSON document per line.
.EXAMPLE
    ./daily-check.ps1 -DaysBefore 60
    Warns of what expires within 60 days.
.EXAMPLE
    ./daily-check.ps1 -LogPath /var/log/email-settings.json
    Also writes the findings to a file for a log collector.
#>
#Requires -Version 7.6
#Requires -Modules EmailSettings
[CmdletBinding()]
param(
    # The number of days before expiry at which certificates and client secrets cause a warning.
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
# If the store cannot be opened, that was found above, and nothing more can be read from it.
$isOpen = "$($health.Checks.Where({ $_.Check -eq 'Store' }).Status)" -ne 'Failed'
if ($isOpen -and ($restart = Get-EmailSettingsRestart)) {
    $findings += @([pscustomobject]@{ Time = [datetime]::UtcNow.ToString('o'); Check = 'Restart'; Severity = 'Warning'; Cause = "$($restart.Component) waits for a restart."; NextStep = 'Restart it, then run Clear-EmailSettingsRestart.' })
}
if ($LogPath) { $findings | ForEach-Object { $_ | ConvertTo-Json -Compress } | Add-Content -LiteralPath $LogPath }
$findings
exit $(if ("$($health.Status)" -eq 'Failed') { 2 } elseif ($findings) { 1 } else { 0 })
