<#
.SYNOPSIS
    Checks every night whether the e-mail settings still match the document.
.DESCRIPTION
    Compares the settings with a document under version control and writes the differences. For a scheduled task, a cron job or
    a pipeline: the exit code is 0 for no differences, 1 for differences, 2 for errors.
.EXAMPLE
    ./drift-check.ps1 -Path ./contoso.json
    Compares with the document.
.EXAMPLE
    ./drift-check.ps1 -Path ./contoso.json -IgnorePath ./ignored.txt
    Ignores the fields listed in this file, one pattern per line.
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
