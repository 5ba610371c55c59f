# For tests of scripts: installs the module in a folder of the module path, and runs scripts in a separate PowerShell. Dot-source
# this, and restore $env:PSModulePath from $before afterwards.
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
