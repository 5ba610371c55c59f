# Runs the Pester tests on the module in a fresh PowerShell whose home, and with it the user's certificate store and the
# default settings store, is a temporary folder. Nothing of the machine is read or written, and any question is an error.
[CmdletBinding()]
param(
    # The manifest to test: the checkout's by default, or that of a staged module.
    [string] $Manifest = (Join-Path $PSScriptRoot '../../EmailSettings.psd1'),
    # Wildcard over the names of the test files, or several separated by commas.
    [string] $Name = '*',
    # NUnit report to be written.
    [string] $ReportPath,
    # Folder for module.counts (passed, failed, skipped), module.skipped (what was not run, and why), module.results (how each
    # test ended, and why) and module.errors (which errors of which cmdlets were seen).
    [string] $CountsFolder
)
$ErrorActionPreference = 'Stop'
$folder = New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "emailsettings-$([guid]::NewGuid().ToString('N'))")
$inner = {
    param($Tests, $Name, $ReportPath, $CountsFolder)
    Import-Module Pester -MinimumVersion 5.5 -MaximumVersion 5.99
    $configuration = New-PesterConfiguration
    $configuration.Run.Path = @($Name -split ',' | ForEach-Object { Get-ChildItem $Tests -Filter "$_.Tests.ps1" } | ForEach-Object FullName)
    $configuration.Run.PassThru = $true
    $configuration.Output.Verbosity = 'Normal'
    if ($ReportPath) {
        $configuration.TestResult.Enabled = $true
        $configuration.TestResult.OutputPath = $ReportPath
    }
    $run = Invoke-Pester -Configuration $configuration
    # A file or block that breaks before its tests run is a failure too.
    $failed = $run.FailedCount + $run.FailedBlocksCount + $run.FailedContainersCount
    if ($CountsFolder) {
        $skipped = @($run.Tests | Where-Object Result -In 'Skipped', 'Inconclusive')
        "$($run.PassedCount) $failed $($skipped.Count)" | Set-Content (Join-Path $CountsFolder module.counts)
        Set-Content (Join-Path $CountsFolder module.skipped) -Value @($skipped | ForEach-Object { "$($_.ExpandedPath): $($_.ErrorRecord)" -replace '\s+', ' ' })
        Set-Content (Join-Path $CountsFolder module.results) -Value @($run.Tests | ForEach-Object {
                "$($_.Result)`t$([IO.Path]::GetFileName($_.ScriptBlock.File)): $($_.ExpandedPath)`t$($_.ErrorRecord)" -replace '[\r\n]+', ' '
            })
        $seen = Join-Path $env:EMAILSETTINGS_TESTHOME errors.seen
        Set-Content (Join-Path $CountsFolder module.errors) -Value @(if (Test-Path $seen) { Get-Content $seen | Sort-Object -Unique })
    }
    exit [int]($failed -gt 0 -or $run.PassedCount -eq 0)
}
$before = @{}
$variables = @{
    # Windows has another name for it.
    ($IsWindows ? 'USERPROFILE' : 'HOME') = $folder.FullName
    XDG_DATA_HOME          = $null
    EMAILSETTINGS_STORE    = (Join-Path $folder 'settings.db')
    EMAILSETTINGS_MANIFEST = (Resolve-Path $Manifest).Path
    EMAILSETTINGS_TESTHOME = $folder.FullName
    PSModulePath           = $env:PSModulePath
    NO_COLOR               = '1'
}
try {
    foreach ($variable in $variables.GetEnumerator()) {
        $before[$variable.Key] = [Environment]::GetEnvironmentVariable($variable.Key)
        [Environment]::SetEnvironmentVariable($variable.Key, $variable.Value)
    }
    & (Join-Path $PSHOME pwsh) -NoProfile -NonInteractive -Command "& {$inner} '$PSScriptRoot' '$Name' '$ReportPath' '$CountsFolder'"
    $code = $LASTEXITCODE
} finally {
    foreach ($variable in $before.GetEnumerator()) { [Environment]::SetEnvironmentVariable($variable.Key, $variable.Value) }
    Remove-Item $folder -Recurse -Force
}
exit $code
