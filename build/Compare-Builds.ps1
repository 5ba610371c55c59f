#!/usr/bin/env pwsh

<#
.SYNOPSIS
    Builds the packages of a commit twice, in two fresh clones, and compares them byte by byte.
.DESCRIPTION
    The clones differ in everything that must not matter: folder and its depth, the URL they were cloned from, time zone,
    language, umask, and the way of building (build.ps1 in one, the plain dotnet commands in the other). The script fails if a
    file is missing or differs, and names the first differing entries of an archive. Both use this machine's SDK: another SDK or
    C linker produces other bytes. Takes some minutes.
.EXAMPLE
    ./build/Compare-Builds.ps1
    Compares two builds of HEAD.
#>
[CmdletBinding()]
param(
    # The commit to build.
    [string] $Commit = 'HEAD',

    # Keeps the clones for inspection.
    [switch] $Keep
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
Set-StrictMode -Version Latest
$root = Split-Path $PSScriptRoot
$id = git -C $root rev-parse --verify "$Commit^{commit}"
$work = New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "emailsettings-builds-$([guid]::NewGuid().ToString('N'))")

function New-Clone([string] $Name, [string] $Origin) {
    $folder = Join-Path $work $Name
    git clone --quiet --no-checkout $root $folder
    git -C $folder -c advice.detachedHead=false checkout --quiet $id
    git -C $folder remote set-url origin $Origin
    $folder
}

# A separate process, since time zone and language are read at start.
function Invoke-Build([string] $Folder, [hashtable] $Environment, [scriptblock] $Build) {
    $before = @{}
    foreach ($name in $Environment.Keys) { $before[$name] = [Environment]::GetEnvironmentVariable($name) }
    try {
        foreach ($name in $Environment.Keys) { [Environment]::SetEnvironmentVariable($name, $Environment[$name]) }
        $log = Join-Path $work "$(Split-Path $Folder -Leaf).log"
        & (Join-Path $PSHOME pwsh) -NoProfile -NonInteractive -WorkingDirectory $Folder -Command "`$ErrorActionPreference = 'Stop'; `$PSNativeCommandUseErrorActionPreference = `$true; $Build" *> $log
    } catch {
        throw "The build in $Folder failed: $((Get-Content $log -Tail 20) -join "`n")"
    } finally {
        foreach ($name in $before.Keys) { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
    }
}

function Get-Difference([string] $One, [string] $Two) {
    if ([IO.Path]::GetExtension($One) -notin '.zip', '.nupkg') { return }
    $archives = [IO.Compression.ZipFile]::OpenRead($One), [IO.Compression.ZipFile]::OpenRead($Two)
    try {
        $sums = foreach ($archive in $archives) {
            , @($archive.Entries | ForEach-Object { "$($_.FullName) $($_.Length) $($_.Crc32)" })
        }
        Compare-Object $sums[0] $sums[1] | Select-Object -First 10 | ForEach-Object { "    $($_.SideIndicator) $($_.InputObject)" }
    } finally {
        $archives.ForEach('Dispose')
    }
}

try {
    $one = New-Clone 'one' 'https://github.com/contoso/emailsettings.git'
    Invoke-Build $one @{ TZ = 'UTC'; LANG = 'C.UTF-8'; LC_ALL = 'C.UTF-8' } { ./build.ps1 -Task Pack }
    $two = New-Clone 'a folder/deeper/two' 'https://git.fabrikam.example/mirror.git'
    Invoke-Build $two @{ TZ = 'Pacific/Kiritimati'; LANG = 'tr_TR.UTF-8'; LC_ALL = 'tr_TR.UTF-8' } {
        if (-not $IsWindows) { /bin/sh -c 'umask 077; exec dotnet build src/EmailSettings.PowerShell -c Release -t:PackModule' }
        else { dotnet build src/EmailSettings.PowerShell -c Release -t:PackModule }
        dotnet build src/EmailSettings.Cli -c Release -t:PackToolPackages
    }

    $packages = 'out/packages'
    $names = foreach ($clone in $one, $two) { , @(Get-ChildItem (Join-Path $clone $packages) -File | ForEach-Object Name | Sort-Object) }
    $faults = @(Compare-Object $names[0] $names[1] | ForEach-Object { "$($_.InputObject) was built only once" })
    foreach ($name in $names[0] | Where-Object { $_ -in $names[1] }) {
        $files = Join-Path $one "$packages/$name"; $other = Join-Path $two "$packages/$name"
        $hash = (Get-FileHash $files -Algorithm SHA256).Hash
        if ($hash -eq (Get-FileHash $other -Algorithm SHA256).Hash) { "$($hash.ToLowerInvariant())  $name" }
        else { $faults += "$name differs"; $faults += @(Get-Difference $files $other) }
    }
    if ($faults) { throw "The builds of $id differ:`n$($faults -join "`n")" }
    if ($names[0].Count -lt 10) { throw "Only these packages were built: $($names[0] -join ', ')" }
    "Two builds of $id gave the same bytes."
} finally {
    if ($Keep) { "Kept: $work" } else { Remove-Item $work -Recurse -Force }
}
