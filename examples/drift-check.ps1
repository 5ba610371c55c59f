<#
.SYNOPSIS
    Tells every night whether the e-mail settings still are those of the document.
.DESCRIPTION
    Compares the settings with a document under version control and writes what differs. For a scheduled task, a cron job or a
    pipeline: the exit code is 0 where nothing differs, 1 where something does, 2 where it could not be told.
.EXAMPLE
    ./drift-check.ps1 -Path ./contoso.json
    Compares with the document.
.EXAMPLE
    ./drift-check.ps1 -Path ./contoso.json -IgnorePath ./ignored.txt
    Leaves out the fields that this file lists, one pattern a line.
#>
#Requires -Version 7.6
#Requires -Modules EmailSettings
[CmdletBinding()]
param(
    [Parameter(Mandatory, Position = 0)]
    [string] $Path,

    [string] $IgnorePath
)

$ErrorActionPreference = 'Stop'
$options = if ($IgnorePath) { @{ IgnorePath = $IgnorePath } } else { @{} }
try {
    $comparison = Compare-EmailSettings -Path $Path @options
}
catch {
    Write-Warning "$_"
    exit 2
}
$comparison
exit $(if ($comparison.IsSame) { 0 } else { 1 })
