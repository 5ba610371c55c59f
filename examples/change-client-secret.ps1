<#
.SYNOPSIS
    Changes a client secret, and tests the new one before the old one expires.
.DESCRIPTION
    Stores the secret of an incoming mail server together with its expiry date in one change, then tests the login if a mailbox
    is specified. If the test fails, the script reports it and exits with code 1; the old secret is not kept, so have it at hand
    until then.
.EXAMPLE
    ./change-client-secret.ps1 -Name 'Contoso sales' -Expires 2028-09-30
    Prompts for the secret.
.EXAMPLE
    ./change-client-secret.ps1 -Name 'Contoso sales' -ClientSecret $secret -Expires 2028-09-30 -Mailbox sales@contoso.example
    Stores the secret and logs in to the mailbox with it.
#>
#Requires -Version 7.6
#Requires -Modules EmailSettings
[CmdletBinding()]
param(
    [Parameter(Mandatory, Position = 0)]
    [string] $Name,

    [Parameter(Mandatory)]
    [Alias('Secret')]
    [securestring] $ClientSecret,

    [Parameter(Mandatory)]
    [datetime] $Expires,

    [string] $Mailbox
)

$ErrorActionPreference = 'Stop'
Set-IncomingMailServer -Name $Name -ClientSecret $ClientSecret -SecretExpires $Expires
Get-MailPassword "incoming.secret:$Name"
if ($Mailbox) {
    $test = Test-IncomingMailServer -Name $Name -Mailbox $Mailbox
    $test
    if ("$($test.Status)" -eq 'Failed') { exit 1 }
}
