<#
.SYNOPSIS
    Keeps the settings in line with the document of a repository: one iteration.
.DESCRIPTION
    Compares, and if something differs imports the document, removing servers that are missing from it, and compares again. Run
    it on a schedule after pulling the repository. The exit code is 0 if nothing differs in the end, 1 if something still does.
.EXAMPLE
    ./gitops.ps1 -Path ./settings.json -WhatIf
    Shows what would be changed.
.EXAMPLE
    ./gitops.ps1 -Path ./settings.json
    Applies the document.
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
