<#
.SYNOPSIS
    Keeps the settings at the document of a repository: one turn of the loop.
.DESCRIPTION
    Compares, and where something differs imports the document, servers that it lacks included, and compares again. Run it on a
    schedule after the repository was pulled. The exit code is 0 where nothing differs in the end, 1 where something still does.
.EXAMPLE
    ./gitops.ps1 -Path ./settings.json -WhatIf
    Shows what would be changed.
.EXAMPLE
    ./gitops.ps1 -Path ./settings.json
    Makes the settings those of the document.
#>
#Requires -Version 7.6
#Requires -Modules EmailSettings
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory, Position = 0)]
    [string] $Path
)

$ErrorActionPreference = 'Stop'
$before = Compare-EmailSettings -Path $Path
if ($before.IsSame) { exit 0 }
$before
Import-EmailSettings -Path $Path -Prune -Confirm:$false
$after = Compare-EmailSettings -Path $Path
if (-not $after.IsSame -and -not $WhatIfPreference) { $after }
exit $(if ($after.IsSame) { 0 } else { 1 })
