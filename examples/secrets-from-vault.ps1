<#
.SYNOPSIS
    Enters the secrets of the e-mail settings from a vault of SecretManagement.
.DESCRIPTION
    Takes each secret that the settings can hold from the vault, where it lies under its purpose (outgoing.password,
    incoming.secret:NAME and so on), and stores it, protected with the password certificate. What the vault lacks is named and
    left as it is. Secrets travel as SecureString and are written nowhere in clear.
.EXAMPLE
    ./secrets-from-vault.ps1 -Vault Contoso
    Enters what the vault has and writes the state of all secrets.
.EXAMPLE
    ./secrets-from-vault.ps1 -Vault Contoso -Missing
    Enters only what is not stored yet, or does not open here.
#>
#Requires -Version 7.6
#Requires -Modules EmailSettings, Microsoft.PowerShell.SecretManagement
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory, Position = 0)]
    [string] $Vault,

    # Only secrets that are not stored yet, or that do not open here.
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
