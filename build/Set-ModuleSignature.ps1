#!/usr/bin/env pwsh

<#
.SYNOPSIS
    Signs the files in a folder of the build with the release certificate (Authenticode), before they are packed.
.DESCRIPTION
    Signs scripts, manifests and views, and every Windows binary without a signature: our own, third-party ones that were not
    signed, and third-party ones that lost their signature when they were compiled to native code here. Other third-party
    signatures are kept. Linux and macOS binaries cannot have an Authenticode signature; they are covered by the checksums of
    the packages.

    With a thumbprint, PowerShell signs, which requires Windows. With a PFX file, osslsigncode does (2.8 or later, which can
    sign scripts), also on Linux and macOS; each signature is then verified.
.EXAMPLE
    ./build/Set-ModuleSignature.ps1 -Folder out/stage/EmailSettings -Certificate 0123456789ABCDEF0123456789ABCDEF01234567
    Signs on Windows with a certificate of the account or the machine.
.EXAMPLE
    ./build/Set-ModuleSignature.ps1 -Folder out/stage/EmailSettings -Certificate ./release.pfx -PassphraseFile ./passphrase
    Signs anywhere with a file.
#>
[System.Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingPlainTextForPassword', 'PassphraseFile', Justification = 'It names a file; the passphrase stands in that.')]
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Folder,

    # The thumbprint of a code-signing certificate in CurrentUser\My or LocalMachine\My, or a PFX file with one.
    [Parameter(Mandatory)]
    [string] $Certificate,

    # The file with the passphrase of the PFX file: an argument would appear in the process list.
    [string] $PassphraseFile,

    # The URL of the timestamp server (RFC 3161), so that signatures outlive the certificate; '' for none.
    [AllowEmptyString()]
    [string] $TimestampServer = 'http://timestamp.digicert.com'
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
Set-StrictMode -Version Latest

function Test-UnsignedBinary([string] $Path) {
    $stream = [IO.File]::OpenRead($Path)
    try {
        $headers = [System.Reflection.PortableExecutable.PEHeaders]::new($stream)
        $headers.PEHeader.CertificateTableDirectory.Size -eq 0
    } finally {
        $stream.Dispose()
    }
}

function Find-Certificate {
    if (-not $IsWindows) { throw "'$Certificate' is not a file: signing by thumbprint requires a certificate store on Windows. Specify a PFX file." }
    $found = Get-ChildItem Cert:/CurrentUser/My, Cert:/LocalMachine/My -CodeSigningCert | Where-Object Thumbprint -EQ $Certificate | Select-Object -First 1
    if (-not $found) { throw "There is no code-signing certificate '$Certificate' on this machine." }
    $found
}

function Set-SignatureByStore([string] $Path, $StoreCertificate) {
    $arguments = @{ LiteralPath = $Path; Certificate = $StoreCertificate; HashAlgorithm = 'SHA256' }
    if ($TimestampServer) { $arguments.TimestampServer = $TimestampServer }
    $signature = Set-AuthenticodeSignature @arguments
    if ("$($signature.Status)" -ne 'Valid') { throw "$Path was not signed: $($signature.StatusMessage)" }
}

function Set-SignatureByFile([string] $Path) {
    $signed = "$Path.signed"
    $arguments = @('-pkcs12', $Certificate, '-h', 'sha256', '-n', 'EmailSettings')
    if ($PassphraseFile) { $arguments += '-readpass', $PassphraseFile }
    if ($TimestampServer) { $arguments += '-ts', $TimestampServer }
    # osslsigncode decides by the name how to sign a file, so the result has the same name in another folder.
    $work = New-Item -ItemType Directory $signed
    try {
        $target = Join-Path $work (Split-Path $Path -Leaf)
        $PSNativeCommandUseErrorActionPreference = $false
        $said = osslsigncode sign @arguments -in $Path -out $target 2>&1
        if ($LASTEXITCODE -ne 0) { throw "$Path was not signed: $($said -join ' ')" }
        Move-Item -LiteralPath $target -Destination $Path -Force
    } finally {
        Remove-Item -LiteralPath $work -Recurse -Force
    }
}

$files = @(Get-ChildItem -LiteralPath $Folder -Recurse -File | Where-Object {
        $_.Extension -in '.ps1', '.psm1', '.psd1', '.ps1xml' -or ($_.Extension -in '.dll', '.exe' -and (Test-UnsignedBinary $_.FullName)) })
if (-not $files) { throw "There is nothing to sign in '$Folder'." }

$hasFile = Test-Path -LiteralPath $Certificate -PathType Leaf
if ($hasFile) {
    $said = if (Get-Command osslsigncode -CommandType Application -ErrorAction Ignore) { "$(osslsigncode --version)" } else { '' }
    if ($said -notmatch '^osslsigncode (\d+\.\d+)' -or [version] $Matches[1] -lt '2.8') { throw 'Signing with a PFX file takes osslsigncode 2.8 or later, which signs scripts.' }
    foreach ($file in $files) { Set-SignatureByFile $file.FullName }
} else {
    $storeCertificate = Find-Certificate
    foreach ($file in $files) { Set-SignatureByStore $file.FullName $storeCertificate }
}
"$($files.Count) files signed in $Folder"
