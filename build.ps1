#!/usr/bin/env pwsh

<#
.SYNOPSIS
    Builds, tests, stages, packs and benchmarks EmailSettings. Every task is a plain dotnet command too, shown beside it.
.EXAMPLE
    ./build.ps1 -Task Test
    Runs all tests; their results are in out/test-results.
.EXAMPLE
    ./build.ps1 -Task Stage
    Stages the module as it is packed, in out/stage/EmailSettings.
.EXAMPLE
    ./build.ps1 -Task Pack
    Creates the packages in out/packages: the module as nupkg and zip, the command line as a .NET tool (native for the build
    platform if there is a C linker, portable for all others), bills of materials, checksums.
.EXAMPLE
    ./build.ps1 -Task Pack -NativePlatform linux-x64
    On Windows, creates a release that is native on Windows and Linux: EmailSettings.Cli.linux-x64 is packed on Linux from the
    same commit and added to the others.
.EXAMPLE
    ./build.ps1 -Task TestNative
    Compiles the command line ahead of time into out/native, as a program that does not need .NET, and runs its tests on it. Requires a C linker.
.EXAMPLE
    ./build.ps1 -Task Compare
    Builds the packages of HEAD twice, in two fresh clones, and compares them byte by byte.
#>
[System.Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingPlainTextForPassword', 'SigningPassphraseFile', Justification = 'It names a file; the passphrase stands in that.')]
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Native', 'TestNative', 'Stage', 'Pack', 'Compare', 'Bench')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    # The benchmarks to run; all by default.
    [string[]] $Benchmark = @(),

    # Other platforms whose native packages of the command line are built elsewhere and released with these.
    [ValidatePattern('^[a-z0-9,-]+$')]
    [string[]] $NativePlatform = @(),

    # The release certificate for code signing, by thumbprint (Windows) or as a PFX file (osslsigncode), used by Pack. Unsigned by
    # default; see build/Set-ModuleSignature.ps1.
    [string] $SigningCertificate,

    # The file with the passphrase of the PFX file.
    [string] $SigningPassphraseFile,

    # The URL of the timestamp server, so that signatures outlive the certificate.
    [AllowEmptyString()]
    [string] $TimestampServer = 'http://timestamp.digicert.com'
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

# Windows PowerShell 5.1 runs this file too, on a Windows with only the SDK: it continues after a failed program, and splits
# arguments such as -p:NAME=VALUE unless they are quoted.
function dotnet {
    & (Get-Command dotnet -CommandType Application | Select-Object -First 1) @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $($args[0]) failed with exit code $LASTEXITCODE." }
}

# Relative to the caller's location.
if ($SigningCertificate -and (Test-Path -LiteralPath $SigningCertificate -PathType Leaf)) { $SigningCertificate = (Resolve-Path -LiteralPath $SigningCertificate).Path }
if ($SigningPassphraseFile) { $SigningPassphraseFile = (Resolve-Path -LiteralPath $SigningPassphraseFile).Path }
Set-Location $PSScriptRoot

$tasks = @{
    Build   = { dotnet build EmailSettingsPS.sln -c $Configuration -warnaserror }
    Test    = { if (Test-Path out/test-results) { Remove-Item out/test-results -Recurse -Force }
                dotnet test EmailSettingsPS.sln -c $Configuration --logger trx --results-directory out/test-results }
    Native  = { dotnet publish src/EmailSettings.Cli -c $Configuration --use-current-runtime '-p:PublishAot=true' -o out/native }
    TestNative = { & $tasks.Native
                $env:EMAILSETTINGS_TEST_PROGRAM = Join-Path $PSScriptRoot "out/native/emailsettings$(if ($env:OS -eq 'Windows_NT') { '.exe' })"
                try {
                    dotnet test tests/EmailSettings.Cli.Tests
                    dotnet test tests/EmailSettings.Integration.Tests --filter 'FullyQualifiedName~Fronts.CommandLine|FullyQualifiedName~Fronts.SystemRoots'
                } finally { Remove-Item env:EMAILSETTINGS_TEST_PROGRAM } }
    Stage   = { dotnet build src/EmailSettings.PowerShell -c $Configuration '-t:Stage' }
    Pack    = { dotnet build src/EmailSettings.PowerShell -c $Configuration '-t:Stage'
                dotnet build src/EmailSettings.Cli -c $Configuration '-t:StageToolPackages' "-p:OtherToolPlatforms=$($NativePlatform -join ',' -replace ',', '%2C')"
                if ($SigningCertificate) {
                    $signing = @{ Certificate = $SigningCertificate; PassphraseFile = $SigningPassphraseFile; TimestampServer = $TimestampServer }
                    # Only native programs for Windows can be signed.
                    Get-Item out/stage/EmailSettings, out/stage/EmailSettings.Cli.any, out/stage/EmailSettings.Cli.win-* |
                        ForEach-Object { ./build/Set-ModuleSignature.ps1 -Folder $_.FullName @signing }
                }
                dotnet build src/EmailSettings.PowerShell -c $Configuration '-t:PackStagedModule'
                dotnet build src/EmailSettings.Cli -c $Configuration '-t:PackStagedToolPackages' }
    Compare = { ./build/Compare-Builds.ps1 }
    Bench   = { dotnet run -c Release --project benchmarks/EmailSettings.Benchmarks -- @Benchmark }
}

foreach ($name in $Task) {
    Write-Host "== $name" -ForegroundColor Cyan
    & $tasks[$name]
}
