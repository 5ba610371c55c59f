<#
.SYNOPSIS
    Sets a whole system up without a question, from a document and secrets in environment variables.
.DESCRIPTION
    Makes the store and the password certificate where there are none, imports the document, and enters the secrets whose
    environment variables are named. A second run changes nothing. The exit code is 1 where a secret is still to be entered.
.EXAMPLE
    ./first-setup.ps1 -Path ./contoso.json -SecretVariable @{ 'outgoing.password' = 'SMTP_PASSWORD' }
    Takes the password from the environment of this process, where a pipeline puts it.
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
