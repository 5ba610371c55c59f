<#
.SYNOPSIS
    Enters the secrets of the e-mail settings from a SecretManagement vault.
.DESCRIPTION
    Reads each secret that the settings can have from the vault, where its name is its purpose (outgoing.password,
    incoming.secret:NAME and so on), and stores it, protected with the password certificate. Secrets missing from the vault are
    reported and left unchanged. Secrets are passed as SecureString and never written in plain text.
.EXAMPLE
    ./secrets-from-vault.ps1 -Vault Contoso
    Enters the secrets in the vault and returns the state of all secrets.
.EXAMPLE
    ./secrets-from-vault.ps1 -Vault Contoso -Missing
    Enters only secrets that are not stored yet, or cannot be decrypted on this system.
#>
#Requires -Version 7.6
#Requires -Modules EmailSettings, Microsoft.PowerShell.SecretManagement
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory, Position = 0)]
    [string] $Vault,

    # Only secrets that are not stored yet, or cannot be decrypted on this system.
    [switch] $Missing
)

$ErrorActionPreference = 'Stop'
$there = (Get-SecretInfo -Vault $Vault).Name
$wanted = Get-MailPassword | Where-Object { -not $Missing -or -not $_.IsSet -or $_.MustBeReentered }
foreach ($purpose in $wanted.Purpose) {
    if ($purpose -in $there) {
        Set-MailPassword -Purpose $purpose -Secret (Get-Secret -Vault $Vault -Name $purpose)
    } else {
        Write-Warning "The vault '$Vault' has no secret '$purpose'."
    }
}
Get-MailPassword
