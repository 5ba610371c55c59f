#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Builds, tests, stages, packs and measures EmailSettings. Every task is a plain dotnet command too, as written beside it.
.EXAMPLE
    ./build.ps1 -Task Stage
    Puts the module, as it is packed, into out/stage/EmailSettings.
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Stage', 'Pack', 'Bench')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    # Which figures to measure; all where none is named.
    [string[]] $Benchmark = @()
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
Set-Location $PSScriptRoot

function Invoke-Dotnet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $args ended with exit code $LASTEXITCODE." }
}

$tasks = @{
    Build = { Invoke-Dotnet build EmailSettingsPS.sln -c $Configuration -warnaserror }
    Test  = { Invoke-Dotnet test EmailSettingsPS.sln -c $Configuration }
    Stage = { Invoke-Dotnet build src/EmailSettings.PowerShell -c $Configuration -t:Stage }
    Pack  = { Invoke-Dotnet build src/EmailSettings.PowerShell -c $Configuration -t:PackModule
              Invoke-Dotnet pack src/EmailSettings.Cli -c $Configuration -o out/packages }
    Bench = { Invoke-Dotnet run -c Release --project benchmarks/EmailSettings.Benchmarks -- @Benchmark }
}

foreach ($name in $Task) {
    Write-Host "== $name" -ForegroundColor Cyan
    & $tasks[$name]
}
