# Runs the module's Pester tests in fresh PowerShells whose home, and with it the user's certificate store and the default
# settings store, is a temporary folder. Nothing of the machine is read or written, and any prompt is an error.
[CmdletBinding()]
param(
    # The manifest to test: by default the checkout's, or that of a staged module.
    [string] $Manifest = (Join-Path $PSScriptRoot '../../EmailSettings.psd1'),
    # A wildcard for the names of the test files, or several separated by commas.
    [string] $Name = '*',
    # The number of parallel PowerShells, each with its own home; each takes the next file.
    [ValidateRange(1, 8)] [int] $Parallel = 1,
    # The folder for module.counts (passed, failed, skipped), module.skipped (what was skipped, and why), module.results (the
    # result of each test) and module.errors (which errors of which cmdlets occurred).
    [string] $CountsFolder
)
$ErrorActionPreference = 'Stop'
$folder = New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "emailsettings-$([guid]::NewGuid().ToString('N'))")
$inner = {
    param($Queue)
    Import-Module Pester -MinimumVersion 5.5 -MaximumVersion 5.99
    $own = $env:EMAILSETTINGS_TESTHOME
    $passed = $failed = $skipped = 0
    foreach ($ticket in Get-ChildItem $Queue | Sort-Object Name) {
        $taken = Join-Path $own $ticket.Name
        try { [IO.File]::Move($ticket.FullName, $taken) } catch [IO.FileNotFoundException] { continue }
        $configuration = New-PesterConfiguration
        $configuration.Run.Path = Get-Content $taken
        $configuration.Run.PassThru = $true
        $configuration.Output.Verbosity = 'Normal'
        $run = Invoke-Pester -Configuration $configuration
        $passed += $run.PassedCount
        # A file or block that fails before its tests run is a failure too.
        $failed += $run.FailedCount + $run.FailedBlocksCount + $run.FailedContainersCount
        $without = @($run.Tests | Where-Object Result -In 'Skipped', 'Inconclusive')
        $skipped += $without.Count
        Add-Content (Join-Path $own module.skipped) -Value @($without | ForEach-Object { "$($_.ExpandedPath): $($_.ErrorRecord)" -replace '\s+', ' ' })
        Add-Content (Join-Path $own module.results) -Value @($run.Tests | ForEach-Object {
                "$($_.Result)`t$([IO.Path]::GetFileName($_.ScriptBlock.File)): $($_.ExpandedPath)`t$($_.ErrorRecord)" -replace '[\r\n]+', ' '
            })
    }
    # Written only at the end: a PowerShell that does not get there has failed.
    Set-Content (Join-Path $own module.counts) "$passed $failed $skipped"
}
function Start-Worker([int] $Number, [string] $Queue, [bool] $IsAlone) {
    $own = New-Item -ItemType Directory (Join-Path $folder $Number)
    $start = [Diagnostics.ProcessStartInfo]::new((Join-Path $PSHOME ($IsWindows ? 'pwsh.exe' : 'pwsh')))
    foreach ($argument in '-NoProfile', '-NonInteractive', '-Command', "& {$inner} '$Queue'") { $start.ArgumentList.Add($argument) }
    $variables = @{
        # It has another name on Windows.
        ($IsWindows ? 'USERPROFILE' : 'HOME') = $own.FullName
        EMAILSETTINGS_STORE    = (Join-Path $own settings.db)
        EMAILSETTINGS_MANIFEST = (Resolve-Path $Manifest).Path
        EMAILSETTINGS_TESTHOME = $own.FullName
        NO_COLOR               = '1'
    }
    foreach ($variable in $variables.GetEnumerator()) { $start.Environment[$variable.Key] = $variable.Value }
    $null = $start.Environment.Remove('XDG_DATA_HOME')
    # With several, each shows its own output at its end.
    $start.RedirectStandardOutput = -not $IsAlone
    $process = [Diagnostics.Process]::Start($start)
    @{ Home = $own.FullName; Process = $process; Output = $IsAlone ? $null : $process.StandardOutput.ReadToEndAsync() }
}
function Read-Kept([object[]] $Workers, [string] $File) {
    foreach ($worker in $Workers) {
        $kept = Join-Path $worker.Home $File
        if (Test-Path $kept) { Get-Content $kept }
    }
}
try {
    $queue = New-Item -ItemType Directory (Join-Path $folder queue)
    # The longest files first, so that no PowerShell is left with one at the end.
    $files = @($Name -split ',' | ForEach-Object { Get-ChildItem $PSScriptRoot -Filter "$_.Tests.ps1" } | Sort-Object Length -Descending)
    for ($number = 0; $number -lt $files.Count; $number++) { Set-Content (Join-Path $queue ('{0:00}' -f $number)) $files[$number].FullName }
    $workers = @(1..$Parallel | ForEach-Object { Start-Worker $_ $queue.FullName ($Parallel -eq 1) })
    foreach ($worker in $workers) {
        $worker.Process.WaitForExit()
        if ($worker.Output) { $worker.Output.Result }
    }
    $counts = @(Read-Kept $workers module.counts)
    $passed, $failed, $skipped = 0..2 | ForEach-Object { $column = $_; [int] ($counts | ForEach-Object { [int] ($_ -split ' ')[$column] } | Measure-Object -Sum).Sum }
    $failed += $Parallel - $counts.Count
    if ($CountsFolder) {
        Set-Content (Join-Path $CountsFolder module.counts) "$passed $failed $skipped"
        foreach ($file in 'module.skipped', 'module.results') { Set-Content (Join-Path $CountsFolder $file) -Value @(Read-Kept $workers $file) }
        Set-Content (Join-Path $CountsFolder module.errors) -Value @(Read-Kept $workers errors.seen | Sort-Object -Unique)
    }
} finally {
    Remove-Item $folder -Recurse -Force
}
exit [int]($failed -gt 0 -or $passed -eq 0)
