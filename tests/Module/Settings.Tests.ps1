BeforeAll { . $PSScriptRoot/TestModule.ps1 }

Describe 'Basic settings' {
    BeforeEach { New-Store }

    It 'show their documented defaults without a store' {
        $settings = Get-EmailBasicSettings
        "$($settings.AttachmentEncodings)" | Should -Be '*=base64'
        $settings.BodyCharset | Should -Be 'utf-8'
        "$($settings.SentEncoding)" | Should -Be '8bit'
        $settings.MaxIncomingSizeKB | Should -Be 25000
        $settings.MaxSentSizeMB | Should -Be 100
        $settings.MaxSentAttachmentMB | Should -Be 10
        Test-Path $env:EMAILSETTINGS_STORE | Should -BeFalse
    }

    It 'change only the specified fields, and return nothing without -PassThru' {
        Set-EmailBasicSettings -MaxIncomingSizeKB 20000 | Should -BeNullOrEmpty
        $after = Set-EmailBasicSettings -SentEncoding quoted-printable -PassThru
        "$($after.SentEncoding)" | Should -Be 'quoted-printable'
        $after.MaxIncomingSizeKB | Should -Be 20000
    }

    It 'accept attachment encodings as a string and as a hashtable' {
        Set-EmailBasicSettings -AttachmentEncodings 'wav=base64;txt=7bit;*=8bit;'
        "$((Get-EmailBasicSettings).AttachmentEncodings)" | Should -Be 'wav=base64;txt=7bit;*=8bit'
        Set-EmailBasicSettings -AttachmentEncodings @{ wav = '8bit'; '*' = 'base64' }
        "$((Get-EmailBasicSettings).AttachmentEncodings)" | Should -Be 'wav=8bit;*=base64'
    }

    It 'report every fault of a change at once and change nothing' {
        Get-ErrorId { Set-EmailBasicSettings -MaxIncomingSizeKB 0 -BodyCharset utf-99 -AttachmentEncodings 'a=b' } |
            Sort-Object | Should -Be 'AttachmentEncodingsInvalid', 'CharsetUnknown', 'MaxIncomingSizeOutOfRange'
        (Get-EmailSettingsStore).Exists | Should -BeFalse
    }

    It 'report all faults in one error to callers who stop at the first' {
        try {
            Set-EmailBasicSettings -MaxIncomingSizeKB 0 -BodyCharset utf-99 -ErrorAction Stop
        } catch {
            $caught = $_
        }
        $caught.FullyQualifiedErrorId | Should -BeLike 'CharsetUnknown,*'
        $caught.Exception.Faults.Id | Should -Be 'CharsetUnknown', 'MaxIncomingSizeOutOfRange'
        "$caught" | Should -Match 'utf-99'
        "$caught" | Should -Match 'maxIncomingSizeKB'
    }

    It 'give an error its category, target and next step' {
        Set-EmailBasicSettings -MaxIncomingSizeKB 100001 -ErrorVariable errors -ErrorAction SilentlyContinue
        $errors[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        $errors[0].TargetObject | Should -Be 100001
        $errors[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'distinguish null and empty: <value>' -TestCases @(
        @{ Value = $null; Id = 'ValueNotClearable' }
        @{ Value = ''; Id = 'CharsetUnknown' }
    ) {
        Get-ErrorId { Set-EmailBasicSettings -BodyCharset $Value } | Should -Be $Id
    }

    It 'refuse null for <field>, which is not optional' -TestCases @(
        @{ Field = 'MaxIncomingSizeKB' }, @{ Field = 'SentEncoding' }, @{ Field = 'AttachmentEncodings' }
    ) {
        $fields = @{ $Field = $null }
        Get-ErrorId { Set-EmailBasicSettings @fields } | Should -Be 'ValueNotClearable'
    }

    It 'pipe from Get to Set and change nothing' {
        Set-EmailBasicSettings -AttachmentEncodings 'wav=8bit' -SentEncoding base64
        $revision = (Get-EmailSettingsStore).Revision
        Get-EmailBasicSettings | Set-EmailBasicSettings
        (Get-EmailSettingsStore).Revision | Should -Be $revision
    }

    It 'are reset to defaults, the specified ones or all' {
        Set-EmailBasicSettings -MaxIncomingSizeKB 5 -SentEncoding base64 -BodyCharset koi8-r
        $after = Reset-EmailBasicSettings BodyCharset, sentEncoding -PassThru
        $after.BodyCharset | Should -Be 'utf-8'
        $after.MaxIncomingSizeKB | Should -Be 5
        (Reset-EmailBasicSettings -PassThru).MaxIncomingSizeKB | Should -Be 25000
    }

    It 'refuse the reset of an unknown field' {
        Get-ErrorId { Reset-EmailBasicSettings Port } | Should -Be 'FieldUnknown'
    }
}

Describe 'Attachment settings' {
    BeforeEach { New-Store }

    It 'show their documented defaults' {
        $settings = Get-EmailAttachmentSettings
        $settings.SaveToFolder | Should -BeFalse
        $settings.Folder | Should -BeNullOrEmpty
        $settings.MinimumFileSizeBytes | Should -Be 8000
        $settings.SaveAsMime | Should -BeTrue
        $settings.RestartRequired | Should -BeFalse
    }

    It 'require a restart when a field changes after its first save, warn once, and clear it on request' {
        Set-EmailAttachmentSettings -SaveToFolder $true -Folder '\\files01\mail'
        Get-EmailSettingsRestart | Should -BeNullOrEmpty
        Set-EmailAttachmentSettings -MinimumFileSizeBytes 9000 -WarningVariable warnings
        $warnings.Count | Should -Be 1
        $mark = Get-EmailSettingsRestart
        $mark.Component | Should -Be 'Agent Server'
        (Get-EmailAttachmentSettings).RestartRequired | Should -BeTrue
        (Clear-EmailSettingsRestart -PassThru).Component | Should -Be 'Agent Server'
        Get-EmailSettingsRestart | Should -BeNullOrEmpty
        Clear-EmailSettingsRestart | Should -BeNullOrEmpty
    }

    It 'clear the folder with null' {
        Set-EmailAttachmentSettings -Folder '\\files01\mail'
        Set-EmailAttachmentSettings -Folder $null
        (Get-EmailAttachmentSettings).Folder | Should -BeNullOrEmpty
    }

    It 'need a folder to save to one' {
        Get-ErrorId { Set-EmailAttachmentSettings -SaveToFolder $true } | Should -Be 'ValueRequired'
    }

    It 'refuse a folder that is relative and a size out of range, both at once' {
        Get-ErrorId { Set-EmailAttachmentSettings -Folder mail -MinimumFileSizeBytes 102400001 } |
            Should -Be 'FolderInvalid', 'MinimumFileSizeOutOfRange'
    }

    It 'pipe from Get to Set and are reset to defaults' {
        Set-EmailAttachmentSettings -SaveToFolder $true -Folder '/srv/mail' -SaveAsMime $false
        Get-EmailAttachmentSettings | Set-EmailAttachmentSettings -SaveAsMime $true
        (Get-EmailAttachmentSettings).Folder | Should -Be '/srv/mail'
        (Reset-EmailAttachmentSettings -PassThru).SaveToFolder | Should -BeFalse
    }
}

Describe 'Error texts' {
    BeforeEach { New-Store }

    It 'change, pipe and are reset to the documented texts' {
        (Get-EmailErrorTexts).TooLarge | Should -Be '*** ERROR: Mail was too big, body and attachments dropped ***'
        (Set-EmailErrorTexts -TooLarge 'zu groß 📎' -PassThru).TooLarge | Should -Be 'zu groß 📎'
        Get-EmailErrorTexts | Set-EmailErrorTexts -NoBody 'kein Text'
        (Get-EmailErrorTexts).TooLarge | Should -Be 'zu groß 📎'
        (Reset-EmailErrorTexts NoBody -PassThru).NoBody | Should -Be '***WARNING: Could not get IMAP body text'
        (Get-EmailErrorTexts).TooLarge | Should -Be 'zu groß 📎'
    }

    It 'refuse <what>' -TestCases @(
        @{ What = 'an empty text'; Text = ''; Id = 'TextLengthOutOfRange' }
        @{ What = 'null'; Text = $null; Id = 'ValueNotClearable' }
        @{ What = '4001 characters'; Text = 'x' * 4001; Id = 'TextLengthOutOfRange' }
        @{ What = 'a control character'; Text = "a`ab"; Id = 'TextHoldsControl' }
    ) {
        Get-ErrorId { Set-EmailErrorTexts -TooLarge $Text } | Should -Be $Id
    }
}

Describe 'Views of values with invisible characters' {
    BeforeAll {
        New-Store
        Set-TestCertificate
        $hidden = "a$([char]0x202E)b$([char]0x200B)c$([char]::ConvertFromUtf32(0xE0041))"
        $shown = [regex]::Escape('a\u{202E}b\u{200B}c\u{E0041}')
        New-IncomingMailServer $hidden -Authentication OAuthService -Address $Tenant -ClientId $Client -Secret (New-Secret)
        Set-EmailErrorTexts -TooLarge $hidden -NoBody $hidden
        Set-EmailAttachmentSettings -SaveToFolder $true -Folder "/data/$hidden" -WarningAction Ignore
        Set-OutgoingMailServer -MailHost "s.b$([char]0xFC).test" -Authentication Basic -ServerUser $hidden -UseSsl $true
    }

    It 'shows them escaped in <What>, in tables and lists alike' -ForEach @(
        @{ What = 'all the settings'; Call = { Get-EmailSettings } }
        @{ What = 'incoming servers'; Call = { Get-IncomingMailServer } }
        @{ What = 'the outgoing server'; Call = { Get-OutgoingMailServer } }
        @{ What = 'attachment settings'; Call = { Get-EmailAttachmentSettings } }
        @{ What = 'error texts'; Call = { Get-EmailErrorTexts } }
        @{ What = 'secrets'; Call = { Get-MailPassword } }
        @{ What = 'the history'; Call = { Get-EmailSettingsChange } }
        @{ What = 'changed fields'; Call = { (Get-EmailSettingsChange).Changes } }
        @{ What = 'what a change would do'; Call = { Rename-IncomingMailServer $hidden other -WhatIf -PassThru } }
        @{ What = 'a comparison'; Call = { Compare-EmailSettings (Join-Path $Root examples/contoso.json) } }
        @{ What = 'differences'; Call = { (Compare-EmailSettings (Join-Path $Root examples/contoso.json)).Differences } }
        @{ What = 'the health of the certificate'; Call = { Test-MailPasswordCertificate } }
    ) {
        $objects = & $Call 6> $null
        $pages = ($objects | Out-String -Width 500), ($objects | Format-List | Out-String -Width 500), ($objects | Format-Table | Out-String -Width 500)
        ($pages -join '') | Should -Match $shown
        foreach ($page in $pages) { $page | Should -Not -Match "[$([char]0x202E)$([char]0x200B)]|\uDB40" }
    }

    It 'leaves the values themselves unchanged' {
        (Get-IncomingMailServer).Name | Should -BeExactly $hidden
        (Get-EmailErrorTexts).NoBody | Should -BeExactly $hidden
    }

    It 'also shows a non-ASCII host in ASCII' {
        foreach ($page in (Get-OutgoingMailServer | Out-String), (Get-OutgoingMailServer | Format-Table | Out-String -Width 500), (Get-EmailSettings | Out-String)) { $page | Should -Match 's\.b\u00FC\.test \(s\.xn--b-eha\.test\)' }
        (Get-OutgoingMailServer).Host | Should -BeExactly "s.b$([char]0xFC).test"
    }
}
