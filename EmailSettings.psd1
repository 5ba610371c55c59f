@{
    NestedModules        = @('lib/EmailSettings.Loader.dll')
    ModuleVersion        = '1.0.0'
    GUID                 = '6b0f1c5e-93d4-4c1e-8a55-2f7d0b9e4a61'
    Author               = 'The EmailSettings maintainers'
    CompanyName          = 'The EmailSettings maintainers'
    Copyright            = '(c) 2026 The EmailSettings maintainers. MIT licence.'
    Description          = 'The system-wide e-mail settings of a contact-centre platform: basic settings, attachments, error texts, incoming and outgoing mail servers, and their passwords protected with a certificate. Requires PowerShell 7.6; hosts that require Windows PowerShell 5.1 can use the command line, wrapped by examples/windows-powershell.ps1.'
    PowerShellVersion    = '7.6'
    CompatiblePSEditions = @('Core')
    FunctionsToExport    = @()
    CmdletsToExport      = @(
        'Get-EmailAttachmentSettings',
        'Reset-EmailAttachmentSettings',
        'Set-EmailAttachmentSettings',
        'Get-EmailBasicSettings',
        'Reset-EmailBasicSettings',
        'Set-EmailBasicSettings',
        'Get-EmailErrorTexts',
        'Reset-EmailErrorTexts',
        'Set-EmailErrorTexts',
        'Test-EmailMessage',
        'Compare-EmailSettings',
        'Export-EmailSettings',
        'Get-EmailSettings',
        'Import-EmailSettings',
        'Initialize-EmailSettings',
        'Test-EmailSettings',
        'Get-EmailSettingsChange',
        'Undo-EmailSettingsChange',
        'Clear-EmailSettingsRestart',
        'Get-EmailSettingsRestart',
        'Disable-EmailSettingsRight',
        'Enable-EmailSettingsRight',
        'Get-EmailSettingsRight',
        'Grant-EmailSettingsRight',
        'Revoke-EmailSettingsRight',
        'Lock-EmailSettingsBlock',
        'Unlock-EmailSettingsBlock',
        'Backup-EmailSettingsStore',
        'Connect-EmailSettingsStore',
        'Disconnect-EmailSettingsStore',
        'Get-EmailSettingsStore',
        'Restore-EmailSettingsStore',
        'Send-EmailTestMessage',
        'Get-IncomingMailServer',
        'New-IncomingMailServer',
        'Remove-IncomingMailServer',
        'Rename-IncomingMailServer',
        'Set-IncomingMailServer',
        'Test-IncomingMailServer',
        'Resolve-MailServerReply',
        'Get-MailPassword',
        'Protect-MailPassword',
        'Remove-MailPassword',
        'Set-MailPassword',
        'Unprotect-MailPassword',
        'Update-MailPassword',
        'Export-MailPasswordCertificate',
        'Get-MailPasswordCertificate',
        'New-MailPasswordCertificate',
        'Set-MailPasswordCertificate',
        'Test-MailPasswordCertificate',
        'Get-OutgoingMailServer',
        'Reset-OutgoingMailServer',
        'Set-OutgoingMailServer',
        'Test-OutgoingMailServer'
    )
    VariablesToExport    = @()
    AliasesToExport      = @()
    PrivateData          = @{
        PSData = @{
            Tags       = @('email', 'smtp', 'imap', 'oauth', 'mail-server', 'configuration', 'secrets', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri = 'https://spdx.org/licenses/MIT.html'
            # No ProjectUri until the project has a public address; there is no online help either (about_EmailSettings).
        }
    }
}
