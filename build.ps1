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
    [string[]] $Benchmark = @(),

    # Thumbprint of the releaser's code-signing certificate: Pack signs the module with it. Windows only; unsigned without.
    [string] $SigningCertificate,

    # Where the time of signing is certified, so that signatures outlive the certificate.
    [string] $TimestampServer = 'http://timestamp.digicert.com'
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
Set-Location $PSScriptRoot

function Invoke-Dotnet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $args ended with exit code $LASTEXITCODE." }
}

# Authenticode, on what is ours: assemblies, scripts, manifest and views. Others signed theirs already.
function Set-ModuleSignature {
    if (-not $IsWindows) { throw 'Authenticode signatures are made on Windows.' }
    $certificate = Get-ChildItem Cert:/CurrentUser/My, Cert:/LocalMachine/My -CodeSigningCert | Where-Object Thumbprint -EQ $SigningCertificate | Select-Object -First 1
    if (-not $certificate) { throw "There is no code-signing certificate $SigningCertificate on this machine." }
    Get-ChildItem out/stage/EmailSettings -Recurse -Include EmailSettings*.dll, *.ps1, *.psm1, *.psd1, *.ps1xml | ForEach-Object {
        $signature = Set-AuthenticodeSignature -LiteralPath $_ -Certificate $certificate -HashAlgorithm SHA256 -TimestampServer $TimestampServer
        if ($signature.Status -ne 'Valid') { throw "$_ was not signed: $($signature.StatusMessage)" }
    }
}

$tasks = @{
    Build = { Invoke-Dotnet build EmailSettingsPS.sln -c $Configuration -warnaserror }
    Test  = { Invoke-Dotnet test EmailSettingsPS.sln -c $Configuration }
    Stage = { Invoke-Dotnet build src/EmailSettings.PowerShell -c $Configuration -t:Stage }
    Pack  = { Invoke-Dotnet build src/EmailSettings.PowerShell -c $Configuration -t:Stage
              if ($SigningCertificate) { Set-ModuleSignature }
              Invoke-Dotnet build src/EmailSettings.PowerShell -c $Configuration -t:PackStagedModule
              Invoke-Dotnet pack src/EmailSettings.Cli -c $Configuration -o out/packages
              Get-ChildItem out/packages -Filter EmailSettings.Cli.*.nupkg | ForEach-Object {
                  Invoke-Dotnet run -c $Configuration --project build/EmailSettings.Build -- normalize $_.FullName } }
    Bench = { Invoke-Dotnet run -c Release --project benchmarks/EmailSettings.Benchmarks -- @Benchmark }
}

foreach ($name in $Task) {
    Write-Host "== $name" -ForegroundColor Cyan
    & $tasks[$name]
}
