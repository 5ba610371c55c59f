# Compares a run on Windows APIs with what passed before. A test counts by its method, or by its name in a Pester file; it passed
# if each of its cases did. Without -Summary it writes the regressions, one file per suite; with it, it reports.
[CmdletBinding()]
param(
    # The folder with one file per suite: lines with a test's result, name and reason, then "Ended".
    [Parameter(Mandatory)] [string] $Results,
    # The suites, separated by commas, for which there was no time left.
    [AllowEmptyString()] [string] $Late,
    # The results of a second run of the failed tests alone.
    [string] $Again,
    # The folder to create for the names of the regressions.
    [string] $LostFolder,
    # The folder for wine.counts and wine.skipped.
    [string] $Summary,
    # Adds new passes to the list.
    [switch] $Update
)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$passesFile = Join-Path $PSScriptRoot expected-passes.txt
$failuresFile = Join-Path $PSScriptRoot expected-failures.txt

function Read-List([string] $Path) { @(Get-Content -LiteralPath $Path | Where-Object { $_ -and -not $_.StartsWith('#') }) }

# Name to result; suites that completed are distinguished from those that broke off.
function Read-Run([string] $Folder) {
    $tests = @{}
    $ended = @{}
    foreach ($file in Get-ChildItem $Folder -File | Where-Object Extension -NotIn '.log') {
        foreach ($line in Get-Content -LiteralPath $file.FullName) {
            if ($line -eq 'Ended') { $ended[$file.Name] = $true; continue }
            $outcome, $name, $why = $line -split "`t", 3
            $before = $tests[$name]
            if ($before -and ($before.Outcome -eq 'Failed' -or $outcome -eq 'Passed')) { continue }
            $tests[$name] = [pscustomobject] @{ Suite = $file.Name; Outcome = $outcome; Why = $why }
        }
    }
    @{ Tests = $tests; Ended = $ended }
}

function Get-Suite([string] $Name) { $Name -match '^(EmailSettings\.\w+\.Tests)\.' ? $Matches[1] : 'Module' }

$passes = Read-List $passesFile
# The heading above a test names the gap in Wine that affects it.
$gaps = @{}
switch -Regex -File $failuresFile { '^# (.+)' { $gap = $Matches[1] } '^[^#]' { $gaps[$_] = $gap } }
$both = @($passes | Where-Object { $gaps.ContainsKey($_) })
if ($both) { throw "In both lists: $($both -join ', ')" }

$run = Read-Run $Results
if ($Again -and (Test-Path $Again)) {
    $retried = Read-Run $Again
    foreach ($name in $retried.Tests.Keys) { if ($retried.Tests[$name].Outcome -eq 'Passed') { $run.Tests[$name] = $retried.Tests[$name] } }
}

if ($Update) {
    $passed = @($run.Tests.Keys | Where-Object { $run.Tests[$_].Outcome -eq 'Passed' })
    $all = [Collections.Generic.List[string]] @(@($passes) + $passed | Sort-Object -Unique -CaseSensitive)
    $all.Sort([StringComparer]::Ordinal)
    [IO.File]::WriteAllText($passesFile, "# What passes on Windows APIs under Wine. Grows by run-under-wine.sh RESULTS --update; a line goes only with its test.`n$($all -join "`n")`n")
    $passes = $all
}

# A regression: the test ran and did not pass, or its suite broke off. A name unknown to a complete suite was renamed or removed.
$lost = [Collections.Generic.List[string]]::new()
$gone = [Collections.Generic.List[string]]::new()
$notRun = @($Late -split ',' | Where-Object { $_ })
foreach ($name in $passes | Where-Object { (Get-Suite $_) -notin $notRun }) {
    if (-not $run.Tests.ContainsKey($name)) { if ($run.Ended[(Get-Suite $name)]) { $gone.Add($name) } else { $lost.Add($name) } }
    elseif ($run.Tests[$name].Outcome -ne 'Passed') { $lost.Add($name) }
}

if ($LostFolder) {
    if (Test-Path $LostFolder) { Remove-Item $LostFolder -Recurse }
    foreach ($group in $lost | Group-Object { Get-Suite $_ }) {
        New-Item -ItemType Directory -Force $LostFolder | Out-Null
        Set-Content (Join-Path $LostFolder $group.Name) $group.Group
    }
    exit 0
}

$failing = @($run.Tests.Keys | Where-Object { $run.Tests[$_].Outcome -eq 'Failed' -and $_ -notin $lost } | Sort-Object)
$unexplained = @($failing | Where-Object { -not $gaps.ContainsKey($_) })
foreach ($name in $lost) { "Lost: $name`: $(if ($run.Tests.ContainsKey($name)) { $run.Tests[$name].Why } else { 'its suite broke off before it' })" }
foreach ($name in $gone) { "Renamed or removed: $name; mend expected-passes.txt." }
foreach ($name in $unexplained) { "Fails here, and expected-failures.txt does not say why: $name`: $($run.Tests[$name].Why)" }
foreach ($group in $run.Tests.Values | Group-Object Suite | Sort-Object Name) {
    $outcomes = $group.Group | Group-Object Outcome -AsHashTable -AsString
    '{0}: {1} passed, {2} cannot pass under Wine or failed, {3} skipped' -f $group.Name, @($outcomes['Passed']).Where({ $_ }).Count, @($outcomes['Failed']).Where({ $_ }).Count, @($outcomes['Skipped']).Where({ $_ }).Count
}
foreach ($suite in $notRun) { "$suite`: not run, there was no time left for it." }
$new = @($run.Tests.Keys | Where-Object { $run.Tests[$_].Outcome -eq 'Passed' -and $_ -notin $passes })
if ($new) { "$($new.Count) more pass than expected-passes.txt names: run with --update." }

if ($Summary) {
    $passed = @($run.Tests.Values | Where-Object Outcome -EQ 'Passed').Count
    Set-Content (Join-Path $Summary wine.counts) "$passed $($lost.Count) $($failing.Count)"
    Set-Content (Join-Path $Summary wine.skipped) -Value @(
        $failing | Group-Object { $gaps[$_] ? $gaps[$_] : 'not yet explained' } | ForEach-Object { "Under Wine, $($_.Count) tests did not pass: $($_.Name)" }
        $notRun | ForEach-Object { "Under Wine, $_ did not run: there was no time left for it." })
    exit [int]($lost.Count -gt 0)
}
