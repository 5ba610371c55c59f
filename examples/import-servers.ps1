<#
.SYNOPSIS
    Imports incoming mail servers from a CSV file: adds new ones and changes existing ones.
.DESCRIPTION
    The columns of the file have the names of the parameters of New-IncomingMailServer; see servers.csv. Do not put secrets in
    such a file: enter them afterwards with Set-MailPassword, or take them from a vault as secrets-from-vault.ps1 does.
.EXAMPLE
    ./import-servers.ps1 -Path ./servers.csv -WhatIf
    Shows what would be added and changed.
.EXAMPLE
    ./import-servers.ps1 -Path ./servers.csv
    Adds and changes the servers, and returns them.
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
    # WhatIf and Confirm of this script apply to the cmdlets too.
    if ($row.Name -in $names) { $row | Set-IncomingMailServer -PassThru } else { $row | New-IncomingMailServer -PassThru }
}
