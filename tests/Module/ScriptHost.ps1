# For tests of scripts: lays the module where modules are found, in a folder of its name, and runs scripts in a PowerShell of
# their own. Whoever dots this in gives $env:PSModulePath back: it was $before.
$examples = Join-Path $Root examples
$modules = New-Item -ItemType Directory (Join-Path $TestDrive modules)
$null = New-Item -ItemType Directory (Join-Path $modules EmailSettings)
Copy-Item (Join-Path (Split-Path $Manifest) '*') (Join-Path $modules EmailSettings) -Recurse -Include EmailSettings.psd1, lib, module, en-US
$before = $env:PSModulePath
$env:PSModulePath = "$modules$([IO.Path]::PathSeparator)$before"

function Invoke-Script([string] $Command, [string] $Location = $TestDrive) {
    $output = & (Join-Path $PSHOME pwsh) -NoProfile -NonInteractive -WorkingDirectory $Location -Command "`$ErrorActionPreference = 'Stop'; $Command" 2>&1
    [pscustomobject]@{ Output = "$($output -join "`n")"; ExitCode = $LASTEXITCODE }
}
