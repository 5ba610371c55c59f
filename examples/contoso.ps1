# The configuration of contoso.json as a script. It runs unchanged, even on an empty machine, without prompts, and can be run
# again. Replace the made-up secrets with real ones: Read-Host -AsSecureString, or Get-Secret of SecretManagement.
#Requires -Version 7.6
$ErrorActionPreference = 'Stop'
if (-not (Get-Module EmailSettings)) { Import-Module (Join-Path $PSScriptRoot '../EmailSettings.psd1') }

# The certificate that protects the passwords: created once, then found.
if (-not (Get-MailPasswordCertificate)) { New-MailPasswordCertificate }

Set-EmailBasicSettings -AttachmentEncodings 'wav=base64;txt=7bit;*=8bit' -BodyCharset utf-8 -SentEncoding 8bit -MaxIncomingSizeKB 20000
Set-EmailAttachmentSettings -SaveToFolder $true -Folder '\\files01\mail' -MinimumFileSizeBytes 8000 -SaveAsMime $true
Set-EmailErrorTexts -TooLarge '*** The mail was larger than Contoso accepts; body and attachments were dropped ***' -NoBody '*** The mail had no readable text ***'

function New-MadeUpSecret {
    $secret = [securestring]::new()
    foreach ($byte in [System.Security.Cryptography.RandomNumberGenerator]::GetBytes(24)) { $secret.AppendChar([char](33 + $byte % 94)) }
    $secret
}

# The same fields for an existing server and for a new one.
function Set-Server([string] $Name, [hashtable] $Fields) {
    $isThere = Get-IncomingMailServer -LiteralName $Name -ErrorAction Ignore
    if ($isThere) { Set-IncomingMailServer -Name $Name @Fields } else { New-IncomingMailServer -Name $Name @Fields }
}

$tenant = 'https://login.microsoftonline.com/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718'
Set-Server 'Contoso support' @{
    Address        = $tenant
    Authentication = 'OAuthUser'
    ClientId       = '1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'
}
Set-Server 'Contoso sales' @{
    Address        = $tenant
    Authentication = 'OAuthService'
    ClientId       = '2c3d4e5f-6071-4829-a3b4-c5d6e7f8091a'
    ClientSecret   = New-MadeUpSecret
    SecretExpires  = '2027-09-30'
}

$login = [pscredential]::new('contact-centre@contoso.example', (New-MadeUpSecret))
$outgoing = @{
    Enabled             = $true
    MailHost            = 'smtp.contoso.example'
    Port                = 587
    UseSsl              = $true
    Authentication      = 'Basic'
    Credential          = $login
    MaxEmailSizeMB      = 35
    MaxRecipients       = 100
    MaxAttachmentSizeMB = 10
}
Set-OutgoingMailServer @outgoing

Get-EmailSettings
Test-EmailSettings
