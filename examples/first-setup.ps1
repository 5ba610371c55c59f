<#
.SYNOPSIS
    Sets up a whole system without prompts, from a document and secrets in environment variables.
.DESCRIPTION
    Creates the store and the password certificate if there are none, imports the document, and enters the secrets from the
    specified environment variables. A second run changes nothing. The exit code is 1 if a secret is still to be entered.
.EXAMPLE
    ./first-setup.ps1 -Path ./contoso.json -SecretVariable @{ 'outgoing.password' = 'SMTP_PASSWORD' }
    Takes the password from the environment of this process, set for example by a pipeline.
#>
#Requires -Version 7.6
#Requires -Modules EmailSettings
[CmdletBinding()]
param(
    [Parameter(Mandatory, Position = 0)]
    [string] $Path,

    # Purpose and name of the environment variable.
    [hashtable] $SecretVariable = @{}
)

$ErrorActionPreference = 'Stop'
$secrets = @{}
foreach ($purpose in $SecretVariable.Keys) {
    $text = [Environment]::GetEnvironmentVariable($SecretVariable[$purpose])
    if (-not $text) { throw "There is no environment variable '$($SecretVariable[$purpose])' for $purpose." }
    $secrets[$purpose] = [securestring]::new()
    $text.ToCharArray().ForEach({ $secrets[$purpose].AppendChar($_) })
}
$result = Initialize-EmailSettings -Path $Path -Secret $secrets -Confirm:$false
$result
exit $(if ($result.StillToEnter) { 1 } else { 0 })
