BeforeAll {
    . $PSScriptRoot/TestModule.ps1
    . $PSScriptRoot/AskingHost.ps1
}

Describe 'Protected texts' {
    BeforeEach {
        New-Store
        Set-TestCertificate
    }

    It 'round-trip' -TestCases @(@{ Text = 'secret' }, @{ Text = 'Ünïcode 🔑' }, @{ Text = "two`nlines" }) {
        $protected = New-Secret $Text | Protect-MailPassword
        $protected | Should -BeLike '-----BEGIN CMS-----*'
        $secret = $protected | Unprotect-MailPassword
        $secret | Should -BeOfType securestring
        [pscredential]::new('x', $secret).GetNetworkCredential().Password | Should -Be $Text
    }

    It 'are decrypted as plain text only on request' {
        $protected = New-Secret 'geheim' | Protect-MailPassword
        $protected | Unprotect-MailPassword -AsPlainText -Confirm:$false | Should -Be 'geheim'
    }

    It 'are decrypted from lines as Get-Content returns them' {
        $lines = (1..3 | ForEach-Object { New-Secret "text $_" } | Protect-MailPassword) -join "`n" -split "`r?`n"
        $lines | Unprotect-MailPassword -AsPlainText -Confirm:$false | Should -Be 'text 1', 'text 2', 'text 3'
    }

    It 'come from a credential' {
        [pscredential]::new('user', (New-Secret 'pw')) | Protect-MailPassword | Unprotect-MailPassword -AsPlainText -Confirm:$false | Should -Be 'pw'
    }

    It 'are not decrypted for another purpose' {
        $protected = New-Secret | Protect-MailPassword -Purpose outgoing.password
        Get-ErrorId { $protected | Unprotect-MailPassword } | Should -Be 'ProtectedForOtherPurpose'
    }

    It 'are refused if truncated, and the next one is processed' {
        $good = New-Secret 'good' | Protect-MailPassword
        $opened = "-----BEGIN CMS-----`nAAAA`n-----END CMS-----", $good | Unprotect-MailPassword -AsPlainText -Confirm:$false -ErrorVariable errors -ErrorAction SilentlyContinue
        $errors[0].FullyQualifiedErrorId | Should -BeLike 'ProtectedTextInvalid,*'
        $opened | Should -Be 'good'
    }

    It 'are refused where they are <what>' -TestCases @(@{ What = 'empty'; Text = '' }, @{ What = 'no CMS text'; Text = 'hello' }) {
        Get-ErrorId { Unprotect-MailPassword $Text } | Should -Be 'ProtectedTextInvalid'
    }

    It 'need a certificate' {
        New-Store
        Get-ErrorId { New-Secret | Protect-MailPassword } | Should -Be 'CertificateNotChosen'
        New-Secret | Protect-MailPassword -ErrorVariable errors -ErrorAction SilentlyContinue
        $errors[0].CategoryInfo.Category | Should -Be 'SecurityError'
    }

    It 'refuse an unknown purpose, an empty text, and NUL in a login' {
        Get-ErrorId { New-Secret | Protect-MailPassword -Purpose nonsense } | Should -Be 'PurposeUnknown'
        Get-ErrorId { [securestring]::new() | Protect-MailPassword } | Should -Be 'SecretLengthInvalid'
        Get-ErrorId { New-Secret "a`0b" | Protect-MailPassword -Purpose sms.password } | Should -Be 'SecretHoldsNul'
    }
}

Describe 'Stored passwords' {
    BeforeEach {
        New-Store
        Set-TestCertificate
        Set-OutgoingMailServer -MailHost smtp.example.org -UseSsl $true -Authentication Basic -ServerUser u
    }

    It 'are listed with what is still to be entered, never with their text' {
        (Get-MailPassword).Purpose | Should -Be 'outgoing.password', 'sms.password'
        (Get-MailPassword outgoing.*).IsSet | Should -BeFalse
        Set-MailPassword outgoing.password (New-Secret 'hidden!') -PassThru | ForEach-Object IsSet | Should -BeTrue
        $state = Get-MailPassword outgoing.password
        $state.Decrypts | Should -BeTrue
        ($state | Format-List * | Out-String) | Should -Not -Match 'hidden!|CMS'
    }

    It 'accept that of the SMS Server too, by property name' {
        [pscustomobject]@{ Purpose = 'sms.password'; Secret = New-Secret } | Set-MailPassword
        (Get-EmailSettings).SmsServer.PasswordState | Should -Be 'set'
    }

    It 'are removed once, and then not found' {
        Set-MailPassword outgoing.password (New-Secret)
        (Remove-MailPassword outgoing.password -Confirm:$false -PassThru).Purpose | Should -Be 'outgoing.password'
        Get-ErrorId { Remove-MailPassword outgoing.password -Confirm:$false } | Should -Be 'SecretNotFound'
        Get-ErrorId { Get-MailPassword outgoing.secret } | Should -Be 'SecretNotFound'
    }

    It 'are refused for <purpose>: <id>' -TestCases @(
        @{ Purpose = 'outgoing.secret'; Id = 'FieldNotForAuthentication' }
        @{ Purpose = 'incoming.secret:nobody'; Id = 'IncomingServerNotFound' }
        @{ Purpose = 'text'; Id = 'PurposeUnknown' }
        @{ Purpose = 'nonsense'; Id = 'PurposeUnknown' }
    ) {
        Get-ErrorId { Set-MailPassword $Purpose (New-Secret) } | Should -Be $Id
    }

    It 'leave no trace in the history or in errors' {
        Set-MailPassword outgoing.password (New-Secret 'N0Trace')
        Set-MailPassword outgoing.secret (New-Secret 'N0Trace') -ErrorVariable errors -ErrorAction SilentlyContinue
        (Get-EmailSettingsChange | ConvertTo-Json -Depth 6) | Should -Not -Match 'N0Trace'
        ($errors | Format-List * -Force | Out-String) | Should -Not -Match 'N0Trace'
    }

    It 'are prompted for with their target, and stored only for that' {
        $asking = New-AskingPowerShell 'Set-MailPassword outgoing.password; Set-MailPassword sms.password'
        $asking.Errors | Should -BeNullOrEmpty
        $asking.Asked | Should -Be 'outgoing.password, for smtp.example.org:25/tls', 'sms.password'
        (Get-MailPassword).IsSet | Should -Be $true, $true

        $asking = New-AskingPowerShell 'Set-MailPassword outgoing.password' { Set-OutgoingMailServer -Port 587 -Password (New-Secret) }
        Save-Error $asking.Errors.FullyQualifiedErrorId
        $asking.Errors.FullyQualifiedErrorId | Should -BeLike 'SecretRequiredAgain,*'
    }

    It 'are prompted for one after the other if purposes are piped' {
        $asking = New-AskingPowerShell 'Get-MailPassword | Set-MailPassword'
        $asking.Errors | Should -BeNullOrEmpty
        $asking.Asked | Should -HaveCount 2
        (Get-MailPassword).IsSet | Should -Be $true, $true
    }

    It 'are not prompted for if the rest is refused, or if the host cannot prompt' {
        $asking = New-AskingPowerShell 'Set-MailPassword text; Set-MailPassword incoming.secret:nobody'
        $asking.Asked | Should -BeNullOrEmpty
        Save-Error $asking.Errors.FullyQualifiedErrorId
        $asking.Errors.FullyQualifiedErrorId | Should -Be 'PurposeUnknown,EmailSettings.PowerShell.Secrets.SetMailPasswordCommand', 'IncomingServerNotFound,EmailSettings.PowerShell.Secrets.SetMailPasswordCommand'
        Invoke-Fresh { try { Set-MailPassword sms.password -ErrorAction Stop } catch { $_.FullyQualifiedErrorId } } | Should -BeLike 'ValueRequired,*'
        { Set-MailPassword sms.password $null } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }
}
