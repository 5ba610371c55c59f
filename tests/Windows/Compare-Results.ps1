# Compares a run on Windows APIs with what passed before. A test counts by its method, or by its name in a Pester file; it passed
# if each of its cases did. With -LostFolder it writes the lost passes, one file per suite; with -Summary it reports.
[CmdletBinding()]
param(
    # The folder with one file per suite: lines with a test's result, name, case and reason, then "Ended", or "Late" if there was no
    # time left. "Started" precedes each result, "Unwanted" marks a test that was not to run.
    [Parameter(Mandatory)] [string] $Results,
    # The results of a second run of the lost passes alone.
    [string] $Again,
    # The folder to create for the names of the lost passes.
    [string] $LostFolder,
    # The folder for wine.counts and wine.skipped.
    [string] $Summary,
    # Adds new passes to the list.
    [switch] $Update
)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$passesFile = Join-Path $PSScriptRoot expected-passes.txt
$interrupted = 'the process crashed in it, or it hung'

# Names below the heading that gives their reason.
function Read-List([string] $Path) {
    $names = [Collections.Specialized.OrderedDictionary]::new([StringComparer]::Ordinal)
    $reason = ''
    switch -Regex -File $Path { '^# (.+)' { $reason = $Matches[1] } '^[^#]' { $names[$_] = $reason } }
    $names
}

function Get-Suite([string] $Name) { $Name -match '^(EmailSettings\.\w+\.Tests)\.' ? $Matches[1] : 'Module' }

# The results of the methods, and how each suite came to its end.
function Read-Run([string] $Folder) {
    # Some names of tests differ only in case.
    $tests = [hashtable]::new([StringComparer]::Ordinal)
    $ends = @{}
    foreach ($file in Get-ChildItem $Folder -File | Where-Object Extension -NE '.log') {
        $ends[$file.Name] = 'Broken'
        foreach ($line in [IO.File]::ReadLines($file.FullName)) {
            if ($line -in 'Ended', 'Late') { $ends[$file.Name] = $line; continue }
            $outcome, $name, $case, $why = $line -split "`t", 4
            if ($null -eq $why -or $outcome -notin 'Started', 'Passed', 'Failed', 'Skipped', 'Unwanted') { continue }
            $test = $tests[$name]
            if (-not $test) { $test = $tests[$name] = [pscustomobject] @{ Suite = $file.Name; Outcome = $outcome; Why = $why; Running = 0 } }
            if ($outcome -eq 'Started') { $test.Running++; continue }
            if ($outcome -ne 'Unwanted') { $test.Running-- }
            # The worst of its cases; skipped only if all are.
            if ($test.Outcome -in 'Started', 'Skipped' -or ($outcome -eq 'Failed' -and $test.Outcome -eq 'Passed')) { $test.Outcome = $outcome; $test.Why = $why }
        }
    }
    foreach ($test in $tests.Values | Where-Object { $_.Running -gt 0 -and $_.Outcome -ne 'Failed' }) {
        # Interrupted by the end of the time, it has no result.
        $test.Outcome, $test.Why = $ends[$test.Suite] -eq 'Late' ? ('Late', '') : ('Failed', $interrupted)
    }
    @{ Tests = $tests; Ends = $ends }
}

# The result of a test that is to pass. A name that a complete suite does not know was renamed or removed.
function Get-Outcome([hashtable] $Run, [string] $Name) {
    $test = $Run.Tests[$Name]
    if ($test -and $test.Outcome -ne 'Unwanted') { return $test.Outcome }
    switch ($Run.Ends[(Get-Suite $Name)]) { 'Ended' { 'Unknown' } 'Broken' { 'Failed' } default { 'Late' } }
}

$passes = @((Read-List $passesFile).Keys)
$gaps = Read-List (Join-Path $PSScriptRoot expected-failures.txt)
$unstable = Read-List (Join-Path $PSScriptRoot unstable.txt)
$both = @($passes + @($gaps.Keys) + @($unstable.Keys) | Group-Object -CaseSensitive | Where-Object Count -GT 1)
if ($both) { throw "In more than one list: $($both.Name -join ', ')" }

$run = Read-Run $Results
if ($Update) {
    $more = @($run.Tests.Keys | Where-Object { $run.Tests[$_].Outcome -eq 'Passed' -and -not $unstable.Contains($_) -and -not $gaps.Contains($_) })
    $all = [string[]] @($passes + $more | Select-Object -Unique)
    [array]::Sort($all, [StringComparer]::Ordinal)
    $head = @([IO.File]::ReadLines($passesFile) | Where-Object { $_.StartsWith('#') })
    [IO.File]::WriteAllText($passesFile, (($head + $all) -join "`n") + "`n")
    $passes = $all
}

$outcomes = [hashtable]::new([StringComparer]::Ordinal)
foreach ($name in $passes) { $outcomes[$name] = Get-Outcome $run $name }
$lost = @($passes | Where-Object { $outcomes[$_] -in 'Failed', 'Skipped' })

if ($LostFolder) {
    foreach ($group in $lost | Group-Object { Get-Suite $_ }) {
        $null = New-Item -ItemType Directory -Force $LostFolder
        Set-Content (Join-Path $LostFolder $group.Name) $group.Group
    }
    exit 0
}

$second = Read-Run $Again
foreach ($name in $lost) {
    $outcome = Get-Outcome $second $name
    # Not lost before it was run twice.
    $outcomes[$name] = $outcome -in 'Skipped', 'Unknown' ? 'Failed' : $outcome
    if ($outcome -eq 'Passed') { "Passed only in the second run: $name`: $($run.Tests[$name]?.Why ?? 'its suite broke off before it')" }
}
$by = $passes | Group-Object { $outcomes[$_] } -AsHashTable -AsString
$failed, $late, $unknown = 'Failed', 'Late', 'Unknown' | ForEach-Object { , @($by[$_] | Where-Object { $_ }) }
foreach ($name in $failed) { "Lost: $name`: $(($second.Tests[$name] ?? $run.Tests[$name])?.Why ?? 'its suite broke off before it')" }
foreach ($name in $unknown) { "Renamed or removed: $name; change expected-passes.txt." }
$others = @($run.Tests.Keys | Where-Object { -not $outcomes.ContainsKey($_) -and -not $gaps.Contains($_) -and -not $unstable.Contains($_) } | Sort-Object)
foreach ($name in $others | Where-Object { $run.Tests[$_].Outcome -eq 'Failed' }) { "Fails here, and expected-failures.txt does not say why: $name`: $($run.Tests[$name].Why)" }
$new = @($others | Where-Object { $run.Tests[$_].Outcome -eq 'Unwanted' -or $run.Tests[$_].Outcome -eq 'Passed' })
if ($new) { "In none of the lists: $($new.Count) tests, which skip themselves on Windows or are new; run-under-wine.sh RESULTS --update adds those that pass." }
$run.Tests.Values | Where-Object Outcome -EQ 'Skipped' | Group-Object Suite, Why | ForEach-Object { "Skips itself: $($_.Group[0].Suite): $($_.Count) tests: $($_.Group[0].Why)" }

$passed = @($by['Passed'] | Where-Object { $_ })
foreach ($suite in $passes + @($gaps.Keys) + @($unstable.Keys) | ForEach-Object { Get-Suite $_ } | Sort-Object -Unique) {
    $counts = foreach ($names in $passed, $failed, $late, @($gaps.Keys), @($unstable.Keys)) { @($names | Where-Object { (Get-Suite $_) -eq $suite }).Count }
    "${suite}: {0} passed, {1} lost, {2} not run for lack of time; {3} cannot pass under Wine, {4} are unstable there" -f $counts
}
Set-Content (Join-Path $Summary wine.counts) "$($passed.Count) $($failed.Count) $($late.Count + $gaps.Count + $unstable.Count)"
Set-Content (Join-Path $Summary wine.skipped) -Value @(
    foreach ($list in $gaps, $unstable) { $list.Values | Group-Object | ForEach-Object { "Under Wine, $($_.Count) tests were not run: $($_.Name)" } }
    $late | Group-Object { Get-Suite $_ } | ForEach-Object { "Under Wine, $($_.Count) tests of $($_.Name) were not run: there was no time left." })
exit [int]($failed.Count -gt 0)
