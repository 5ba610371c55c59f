<#
.SYNOPSIS
    Runs every example of the help, each on its own system, and writes one line of JSON per example.
.DESCRIPTION
    Started by Examples.Tests.ps1 in a process whose home is an empty folder, since that is where certificates are kept on
    systems other than Windows. The system is as described in about_EmailSettings: contoso.json imported, the outgoing password entered.
    Prompts are answered: Read-Host and Get-Credential are functions here, and everything is confirmed.
#>
param(
    [Parameter(Mandatory)] [string] $Manifest,
    [Parameter(Mandatory)] [string] $Pages,
    [Parameter(Mandatory)] [string] $Files,
    [Parameter(Mandatory)] [string] $Folder
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
. $PSScriptRoot/HelpPages.ps1

$certificates = if ($IsWindows) { $null } else { "$HOME/.dotnet/corefx/cryptography/x509stores/my" }
$system = New-Item -ItemType Directory -Path "$Folder/system"
Copy-Item -Path "$Files/contoso.json", "$Files/servers.csv", "$Files/messages" -Destination $system -Recurse
$env:EMAILSETTINGS_STORE = "$system/settings.db"
Import-Module $Manifest
$password = [System.Security.SecureString]::new()
'a password'.ToCharArray().ForEach({ $password.AppendChar($_) })
$null = Initialize-EmailSettings -Path "$system/contoso.json" -Secret @{ 'outgoing.password' = $password } -WarningAction SilentlyContinue
Export-MailPasswordCertificate -Path "$system/there.cer"
Disconnect-EmailSettingsStore
if ($certificates) { Copy-Item -Path $certificates -Destination "$Folder/my" -Recurse }

$answers = {
    function Read-Host { param($Prompt, [switch] $AsSecureString) $text = [System.Security.SecureString]::new(); "answer to $Prompt".ToCharArray().ForEach({ $text.AppendChar($_) }); $text }
    function Get-Credential { param($UserName, $Message) [pscredential]::new($UserName, (Read-Host -Prompt $Message -AsSecureString)) }
    $ConfirmPreference = 'None'
}

# Examples name real sign-in hosts: no made-up secret may reach them if there is a network.
$env:HTTPS_PROXY = 'http://127.0.0.1:9'

$number = 0
foreach ($example in Get-HelpExample -Pages $Pages | Where-Object { ($IsWindows -or 'windows' -notin $_.Marks) -and 'elsewhere' -notin $_.Marks }) {
    $own = "$Folder/$((++$number))"
    Copy-Item -Path $system -Destination $own -Recurse
    if ($certificates) {
        Remove-Item -Path $certificates -Recurse -Force
        Copy-Item -Path "$Folder/my" -Destination $certificates -Recurse
    }
    $env:EMAILSETTINGS_STORE = "$own/settings.db"

    $runspace = [runspacefactory]::CreateRunspace()
    $runspace.Open()
    $shell = [powershell]::Create($runspace)
    $problems = @()
    try {
        $null = $shell.AddScript("Import-Module '$Manifest'; Set-Location '$own'; Set-StrictMode -Version Latest; $answers").Invoke()
        $shell.Commands.Clear()
        $null = $shell.AddScript('param($code) & ([scriptblock]::Create($code)) | Out-String -Width 100').AddArgument($example.Code).Invoke()
        $problems = @($shell.Streams.Error | ForEach-Object { "$($_.FullyQualifiedErrorId): $_" })
    } catch {
        $problems = @("$($_.FullyQualifiedErrorId): $_")
    } finally {
        $shell.Dispose()
        $runspace.Dispose()
    }
    @{ Name = $example.Name; Problems = $problems } | ConvertTo-Json -Compress
}
