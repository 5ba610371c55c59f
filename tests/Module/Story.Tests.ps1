# What cmdlets report with -Verbose and -WhatIf, as users read it.

BeforeAll { . $PSScriptRoot/TestModule.ps1 }

Describe 'The story' {
    BeforeEach {
        New-Store
        Set-TestCertificate
    }

    It 'of <what> is reported with -Verbose' -TestCases @(
        @{ What = 'a change'; Call = { Set-EmailBasicSettings -MaxIncomingSizeKB 7 -Verbose 4>&1 }; Told = 'Changed basic settings \(1 field\), revision \d+\.' }
        @{ What = 'a change of several fields'; Call = { Set-EmailBasicSettings -MaxIncomingSizeKB 7 -SentEncoding base64 -Verbose 4>&1 }; Told = '\(2 fields\)' }
        @{ What = 'a change that changes nothing'; Call = { Set-EmailBasicSettings -MaxIncomingSizeKB 25000 -Verbose 4>&1 }; Told = 'Nothing to change in basic settings' }
        @{ What = 'a re-encryption'; Call = { Set-MailPassword sms.password (New-Secret); New-MailPasswordCertificate -Bits 2048 -Subject 'CN=Later'; Update-MailPassword -Verbose 4>&1 }; Told = 'Re-encrypted 1 secret to certificate [0-9A-F]{40}, revision \d+\.' }
        @{ What = 'a re-encryption of nothing'; Call = { Update-MailPassword -Verbose 4>&1 }; Told = 'Nothing to re-encrypt' }
        @{ What = 'a backup'; Call = { Backup-EmailSettingsStore (Join-Path $TestDrive "$(New-Guid).db") -Verbose 4>&1 }; Told = 'Wrote a backup' }
        @{ What = 'a restore'; Call = { $file = Join-Path $TestDrive "$(New-Guid).db"; Backup-EmailSettingsStore $file; Restore-EmailSettingsStore $file -Confirm:$false -Verbose 4>&1 }; Told = 'Restored the store' }
        @{ What = 'an export'; Call = { Export-MailPasswordCertificate (Join-Path $TestDrive "$(New-Guid).cer") -Verbose 4>&1 }; Told = 'Exported certificate' }
        @{ What = 'a connection'; Call = { Connect-EmailSettingsStore $env:EMAILSETTINGS_STORE -Verbose 4>&1 }; Told = 'Connected to ' }
    ) {
        $lines = & $Call | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] } | ForEach-Object Message
        $lines -join "`n" | Should -Match $Told
        Set-TestCertificate
    }

    It 'of -WhatIf reports every change, several of them one below the other' {
        $said = Invoke-Fresh {
            $env:EMAILSETTINGS_STORE = $args[0]
            $one = @{ AttachmentEncodings = '*=8bit'; BodyCharset = 'us-ascii'; MaxIncomingSizeKB = 1 }
            Set-EmailBasicSettings @one -SentEncoding base64 -WhatIf
            Reset-OutgoingMailServer -WhatIf
            Set-OutgoingMailServer -MailHost a.example -Port 26 -UseSsl $true -MaxRecipients 1 -MaxEmailSizeMB 2 -WhatIf
        } (Join-Path $TestDrive counts/settings.db)
        $said = $said -join "`n"
        $said | Should -Match 'make 4 changes:'
        $said | Should -Match 'make 5 changes:'
        foreach ($field in 'attachmentEncodings', 'bodyCharset', 'maxIncomingSizeKB', 'sentEncoding') { $said | Should -Match "change basic.$field from" }
        foreach ($field in 'host', 'maxRecipients', 'maxEmailSizeMB') { $said | Should -Match "set outgoingServer.$field to" }
    }

    It 'can return from one store to another: the description of a store connects to it again' {
        $here = Get-EmailSettingsStore
        Set-EmailBasicSettings -MaxIncomingSizeKB 7
        Connect-EmailSettingsStore (Join-Path $TestDrive other.db)
        (Get-EmailBasicSettings).MaxIncomingSizeKB | Should -Be 25000
        $here | Connect-EmailSettingsStore
        (Get-EmailBasicSettings).MaxIncomingSizeKB | Should -Be 7
        Disconnect-EmailSettingsStore
    }
}
