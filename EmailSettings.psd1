@{
    NestedModules        = @('lib/EmailSettings.Loader.dll')
    ModuleVersion        = '1.0.0'
    GUID                 = '6b0f1c5e-93d4-4c1e-8a55-2f7d0b9e4a61'
    Author               = 'The EmailSettings maintainers'
    CompanyName          = 'The EmailSettings maintainers'
    Copyright            = '(c) 2026 The EmailSettings maintainers. MIT licence.'
    Description          = 'The system-wide e-mail settings of a contact-centre platform: basic settings, attachments, error texts, incoming and outgoing mail servers, and their passwords protected with a certificate.'
    PowerShellVersion    = '7.6'
    CompatiblePSEditions = @('Core')
    TypesToProcess       = @('module/EmailSettings.Types.ps1xml')
    FormatsToProcess     = @('module/EmailSettings.Format.ps1xml')
    FunctionsToExport    = @()
    CmdletsToExport      = @(
        'Get-EmailAttachmentSettings'
        'Reset-EmailAttachmentSettings'
        'Set-EmailAttachmentSettings'
        'Get-EmailBasicSettings'
        'Reset-EmailBasicSettings'
        'Set-EmailBasicSettings'
        'Get-EmailErrorTexts'
        'Reset-EmailErrorTexts'
        'Set-EmailErrorTexts'
        'Get-EmailSettings'
        'Import-EmailSettings'
        'Initialize-EmailSettings'
        'Test-EmailSettings'
        'Get-EmailSettingsChange'
        'Clear-EmailSettingsRestart'
        'Get-EmailSettingsRestart'
        'Backup-EmailSettingsStore'
        'Connect-EmailSettingsStore'
        'Disconnect-EmailSettingsStore'
        'Get-EmailSettingsStore'
        'Restore-EmailSettingsStore'
        'Get-IncomingMailServer'
        'New-IncomingMailServer'
        'Remove-IncomingMailServer'
        'Rename-IncomingMailServer'
        'Set-IncomingMailServer'
        'Get-MailPassword'
        'Protect-MailPassword'
        'Remove-MailPassword'
        'Set-MailPassword'
        'Unprotect-MailPassword'
        'Update-MailPassword'
        'Export-MailPasswordCertificate'
        'Get-MailPasswordCertificate'
        'New-MailPasswordCertificate'
        'Set-MailPasswordCertificate'
        'Test-MailPasswordCertificate'
        'Get-OutgoingMailServer'
        'Reset-OutgoingMailServer'
        'Set-OutgoingMailServer'
    )
    VariablesToExport    = @()
    AliasesToExport      = @()
}
