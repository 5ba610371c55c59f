<#
.SYNOPSIS
    Brings incoming mail servers in from a CSV file: new ones are added, those that are there are changed.
.DESCRIPTION
    The columns of the file bear the names of the parameters of New-IncomingMailServer; see servers.csv. Secrets do not belong
    in such a file: enter them afterwards with Set-MailPassword, or take them from a vault as secrets-from-vault.ps1 does.
.EXAMPLE
    ./import-servers.ps1 -Path ./servers.csv -WhatIf
    Says what would be added and changed.
.EXAMPLE
    ./import-servers.ps1 -Path ./servers.csv
    Adds and changes, and writes the servers as they are afterwards.
#>
#Requires -Version 7.6
#Requires -Modules EmailSettings
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory, Position = 0)]
    [string] $Path
)

$ErrorActionPreference = 'Stop'
$names = (Get-IncomingMailServer).Name
foreach ($row in Import-Csv -LiteralPath $Path) {
    # WhatIf and Confirm of this script reach the cmdlets by themselves.
    if ($row.Name -in $names) { $row | Set-IncomingMailServer -PassThru } else { $row | New-IncomingMailServer -PassThru }
}
