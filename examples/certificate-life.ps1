#!/usr/bin/env pwsh

<#
.SYNOPSIS
    The whole life cycle of the password certificate on an empty machine: create, expire, renew, remove, lose, re-enter.
.DESCRIPTION
    Uses a temporary folder as home, certificate store and settings store, so that this machine is not changed. Except on
    Windows, it starts a new PowerShell for that, because the certificate store follows HOME; on Windows the certificates are
    added to CurrentUser\My under a unique name and removed at the end. The script stops with an error if a check fails.
.PARAMETER Module
    The module to use.
.EXAMPLE
    ./certificate-life.ps1
#>
[CmdletBinding()]
param(
    [string] $Module = (Join-Path $PSScriptRoot '../EmailSettings.psd1'),
    # Passed by the script to itself: the temporary folder.
    [string] $Folder
)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

if (-not $Folder) {
    $Folder = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "certificate-life-$([guid]::NewGuid().ToString('N'))")).FullName
    $before = $env:HOME, $env:EMAILSETTINGS_STORE
    try {
        if (-not $IsWindows) { $env:HOME = $Folder }
        $env:EMAILSETTINGS_STORE = Join-Path $Folder 'settings.db'
        & (Join-Path $PSHOME pwsh) -NoProfile -NonInteractive -File $PSCommandPath -Module $Module -Folder $Folder
        $code = $LASTEXITCODE
    } finally {
        $env:HOME, $env:EMAILSETTINGS_STORE = $before
        Remove-Item $Folder -Recurse -Force
    }
    if ($code -ne 0) { throw "The script failed (exit code $code)." }
    return
}

Import-Module $Module
$WarningPreference = 'SilentlyContinue'
$mark = "CN=certificate-life $([guid]::NewGuid())"
$texts = [ordered]@{ 'outgoing.password' = 'one'; 'incoming.secret:Support' = 'two'; 'sms.password' = 'three' }

function Step([string] $Title) { Write-Host "`n== $Title" }
function Confirm-That([string] $What, [bool] $Holds) {
    if (-not $Holds) { throw "Check failed: $What" }
    Write-Host "   $What"
}
function ConvertTo-Secret([string] $Text) {
    $secret = [securestring]::new()
    $Text.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
    $secret
}
function Use-Store([scriptblock] $Work) {
    $store = [Security.Cryptography.X509Certificates.X509Store]::new('My', 'CurrentUser')
    $store.Open('ReadWrite')
    try { & $Work $store } finally { $store.Dispose() }
}
# A certificate as the platform's administrators may have created it, with the specified dates.
function New-TestCertificate([string] $Subject, [DateTimeOffset] $From, [DateTimeOffset] $To) {
    $key = [Security.Cryptography.RSA]::Create(2048)
    $request = [Security.Cryptography.X509Certificates.CertificateRequest]::new(
        $Subject, $key, [Security.Cryptography.HashAlgorithmName]::SHA256, [Security.Cryptography.RSASignaturePadding]::Pkcs1)
    $made = $request.CreateSelfSigned($From, $To)
    # The key is only stored with a certificate loaded with the persisting flag.
    $kept = [Security.Cryptography.X509Certificates.X509CertificateLoader]::LoadPkcs12($made.Export('Pkcs12'), $null, 'PersistKeySet, Exportable')
    Use-Store { param($store) $store.Add($kept) }
    $kept.Thumbprint
}
function Remove-Certificate([string] $Thumbprint) {
    Use-Store { param($store) $store.Certificates.Find('FindByThumbprint', $Thumbprint, $false) | ForEach-Object { $store.Remove($_) } }
}
# Gets the error of a call that must fail.
function Get-Refusal([scriptblock] $Call) {
    try { & $Call | Out-Null } catch { return $_ }
    throw "Did not fail: $Call"
}
function Confirm-EverySecretOpens {
    $stored = @(Get-MailPassword | Where-Object IsSet)
    Confirm-That "all $($texts.Count) secrets can be decrypted" ($stored.Count -eq $texts.Count -and -not ($stored | Where-Object { -not $_.Decrypts }))
}

try {
    Step 'An empty machine'
    Confirm-That 'no certificate is chosen' ($null -eq (Get-MailPasswordCertificate))
    $refusal = Get-Refusal { Set-MailPassword sms.password (ConvertTo-Secret 'x') }
    Confirm-That 'no secret can be stored without one' ($refusal.FullyQualifiedErrorId -like 'CertificateNotChosen*')

    Step 'Create a certificate and store three secrets'
    $first = (New-MailPasswordCertificate -Bits 2048 -Subject $mark -PassThru).Thumbprint
    New-IncomingMailServer Support -Address 'https://login.microsoftonline.com/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718' -ClientId (New-Guid) -Authentication OAuthService
    Set-OutgoingMailServer -MailHost smtp.example.org -Port 587 -UseSsl $true -Authentication Basic -ServerUser mailer
    foreach ($purpose in $texts.Keys) { Set-MailPassword $purpose (ConvertTo-Secret $texts[$purpose]) }
    Confirm-EverySecretOpens
    Confirm-That 'the certificate is healthy' ((Test-MailPasswordCertificate).Status -eq 'Passed')

    Step 'Expire: a certificate that expired yesterday protects the secrets'
    $expired = New-TestCertificate "$mark expired" ([DateTimeOffset]::UtcNow.AddYears(-2)) ([DateTimeOffset]::UtcNow.AddDays(-1))
    Set-MailPasswordCertificate $expired
    Update-MailPassword
    Remove-Certificate $first
    Confirm-EverySecretOpens
    Set-MailPassword sms.password (ConvertTo-Secret 'three again') -WarningVariable warnings
    Confirm-That 'a secret is stored, with a warning' ("$warnings" -match $expired)
    $health = Test-MailPasswordCertificate
    Confirm-That 'the health report warns, and nothing is broken' ($health.Status -eq 'Warning' -and $health.Findings.Id -contains 'CertificateExpired')

    Step 'Renew'
    $renewed = (New-MailPasswordCertificate -Bits 2048 -Subject "$mark renewed" -PassThru).Thumbprint
    $health = Test-MailPasswordCertificate
    Confirm-That 'the health report names the secrets that still need the old certificate' ($health.Findings.Id -contains 'SecretsOnEarlierCertificate')
    Confirm-EverySecretOpens

    Step 'Re-encrypt'
    Confirm-That '-WhatIf lists them and changes nothing' ((Update-MailPassword -WhatIf).Reprotected.Count -eq 3 -and (Get-MailPassword sms.password).Thumbprint -eq $expired)
    $result = Update-MailPassword -PassThru
    Confirm-That 'every secret is re-encrypted and verified' ($result.Reprotected.Count -eq 3 -and $result.ToReEnter.Count -eq 0)
    Confirm-That 'the old certificate is no longer needed' ($result.NoLongerNeeded -contains $expired)

    Step 'Remove the old one'
    Remove-Certificate $expired
    Confirm-EverySecretOpens
    Confirm-That 'the certificate is healthy' ((Test-MailPasswordCertificate).Status -eq 'Passed')

    Step 'Remove the new one'
    Remove-Certificate $renewed
    $refusal = Get-Refusal { Get-MailPasswordCertificate }
    Confirm-That 'the error names the certificate' ($refusal.FullyQualifiedErrorId -like 'CertificateMissing*' -and "$refusal" -match $renewed)
    foreach ($purpose in $texts.Keys) { Confirm-That "and says to re-enter $purpose" ("$refusal" -match [regex]::Escape($purpose)) }
    $toReEnter = @(Get-MailPassword -ToReEnter).Purpose
    Confirm-That 'so does Get-MailPassword -ToReEnter' (-not (Compare-Object $toReEnter @($texts.Keys)))
    Confirm-That 'and so does the health report' ((Test-MailPasswordCertificate).Status -eq 'Failed')

    Step 'Re-enter'
    New-MailPasswordCertificate -Bits 2048 -Subject "$mark after the loss"
    foreach ($purpose in $toReEnter) { Set-MailPassword $purpose (ConvertTo-Secret $texts[$purpose]) }
    Confirm-EverySecretOpens
    Confirm-That 'nothing is left to re-enter' ($null -eq (Get-MailPassword -ToReEnter))
    Confirm-That 'the certificate is healthy' ((Test-MailPasswordCertificate).Status -eq 'Passed')
    Write-Host "`nAll checks passed."
} finally {
    Use-Store { param($store) @($store.Certificates) | Where-Object { $_.Subject.StartsWith($mark) } | ForEach-Object { $store.Remove($_) } }
}
