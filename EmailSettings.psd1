@{
    RootModule           = 'module/EmailSettings.psm1'
    ModuleVersion        = '1.0.0'
    GUID                 = '6b0f1c5e-93d4-4c1e-8a55-2f7d0b9e4a61'
    Author               = 'The EmailSettings maintainers'
    CompanyName          = 'The EmailSettings maintainers'
    Copyright            = '(c) 2026 The EmailSettings maintainers. MIT licence.'
    Description          = 'The system-wide e-mail settings of a contact-centre platform: basic settings, attachments, error texts, incoming and outgoing mail servers, and their passwords protected with a certificate.'
    PowerShellVersion    = '7.6'
    CompatiblePSEditions = @('Core')
    FunctionsToExport    = @()
    CmdletsToExport      = @(
        'Get-EmailBasicSettings'
        'Reset-EmailBasicSettings'
        'Set-EmailBasicSettings'
    )
    VariablesToExport    = @()
    AliasesToExport      = @()
}
