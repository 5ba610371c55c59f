BeforeAll { . $PSScriptRoot/TestModule.ps1 }

Describe 'The password certificate' {
    BeforeEach { New-Store }

    It 'names the hosts that lack its key, once another host recorded it' {
        Set-TestCertificate
        Get-EmailBasicSettings | Should -Not -BeNullOrEmpty
        (Get-MailPasswordCertificate).HostsWithoutKey | Should -BeNullOrEmpty
        # As a session of another host records it.
        $core = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'EmailSettings.Core' } | Select-Object -First 1
        $store = $core.CreateInstance('EmailSettings.Core.Storage.Sqlite.SqliteStoreFactory').Open($env:EMAILSETTINGS_STORE)
        try {
            $parts = $core.GetType('EmailSettings.Core.Storage.StoreParts')
            $here = $store.Read([Enum]::Parse($parts, 'Hosts')).Hosts[0]
            $here.Host | Should -Be ([Environment]::MachineName)
            $here.KeyUsable | Should -BeTrue
            $other = $core.GetType('EmailSettings.Core.Storage.HostCertificate').GetConstructors()[0].Invoke(@('MAIL2', $here.Thumbprint, $false, 'service', $here.Checked))
            $store.Note($core.GetType('EmailSettings.Core.Storage.StoreNote+CertificateOnHost').GetConstructors()[0].Invoke(@(, $other)))
        } finally {
            $store.Dispose()
        }
        (Get-MailPasswordCertificate).HostsWithoutKey | Should -Be MAIL2
        (Test-MailPasswordCertificate).HostsWithoutKey | Should -Be MAIL2
        (Get-MailPasswordCertificate | Format-List | Out-String) | Should -Match 'MAIL2'
        (Test-EmailSettings).Checks.Findings.Id | Should -Contain CertificateMissingOnHosts
    }

    It 'is none at first' {
        Get-MailPasswordCertificate | Should -BeNullOrEmpty
        (Test-MailPasswordCertificate).Findings.Id | Should -Be 'CertificateNotChosen'
    }

    It 'is made, chosen, listed and healthy' {
        New-MailPasswordCertificate -Bits 2048 -Years 1 | Should -BeNullOrEmpty
        $chosen = Get-MailPasswordCertificate
        $chosen.KeySize | Should -Be 2048
        $chosen.KeyUsable | Should -BeTrue
        $chosen.DaysLeft | Should -BeIn 364, 365, 366
        (Get-MailPasswordCertificate -Available).Thumbprint | Should -Contain $chosen.Thumbprint
        (Test-MailPasswordCertificate).Findings | Where-Object Severity -EQ Error | Should -BeNullOrEmpty
        (Test-MailPasswordCertificate -DaysBefore 400).Findings.Id | Should -Contain 'CertificateEndsSoon'
    }

    It 'refuses <options>' -TestCases @(@{ Options = @{ Bits = 1024 } }, @{ Options = @{ Years = 31 } }) {
        Get-ErrorId { New-MailPasswordCertificate @Options } | Should -Be 'CertificateOptionOutOfRange'
        Get-MailPasswordCertificate | Should -BeNullOrEmpty
    }

    It 'is chosen by thumbprint, by subject and by pipe' {
        $subject = "CN=Pick $([guid]::NewGuid())"
        $made = New-MailPasswordCertificate -Bits 2048 -Subject $subject -PassThru
        foreach ($choose in { Set-MailPasswordCertificate $made.Thumbprint -PassThru }, { Set-MailPasswordCertificate -Subject $subject -PassThru }, { $made | Set-MailPasswordCertificate -PassThru }) {
            New-Store
            (& $choose).Thumbprint | Should -Be $made.Thumbprint
        }
    }

    It 'is refused where <what>' -TestCases @(
        @{ What = 'nothing answers to it'; Call = { Set-MailPasswordCertificate ('0' * 40) }; Id = 'CertificateNotFound' }
        @{ What = 'the file is not there'; Call = { Set-MailPasswordCertificate -Path (Join-Path $TestDrive none.pfx) }; Id = 'CertificateFileInvalid' }
    ) {
        Get-ErrorId $Call | Should -Be $Id
    }

    It 'goes to another host as a PFX file, and its public part as a CER file' {
        $made = New-MailPasswordCertificate -Bits 2048 -PassThru
        $protected = New-Secret 'moved' | Protect-MailPassword
        $pfx = Export-MailPasswordCertificate (Join-Path $TestDrive move.pfx) (New-Secret 'phrase') -PassThru
        $cer = Export-MailPasswordCertificate (Join-Path $TestDrive move.cer) -PassThru
        [System.Security.Cryptography.X509Certificates.X509CertificateLoader]::LoadCertificateFromFile($cer).HasPrivateKey | Should -BeFalse
        if (-not $IsWindows) { [int][IO.File]::GetUnixFileMode($pfx) | Should -Be 0x180 }

        New-Store
        (Set-MailPasswordCertificate -Path $pfx -Passphrase (New-Secret 'phrase') -PassThru).Thumbprint | Should -Be $made.Thumbprint
        $protected | Unprotect-MailPassword -AsPlainText -Confirm:$false | Should -Be 'moved'
    }

    It 'never overwrites a file, and is not exported with its key without a passphrase' {
        Set-TestCertificate
        $file = New-Item (Join-Path $TestDrive there.pfx)
        Get-ErrorId { Export-MailPasswordCertificate $file (New-Secret) } | Should -Be 'FileExists'
        Get-ErrorId { Export-MailPasswordCertificate (Join-Path $TestDrive bare.pfx) } | Should -Be 'ExportPassphraseMissing'
    }

    It 'is not opened with a wrong passphrase, which is an authentication error' {
        Set-TestCertificate
        $pfx = Export-MailPasswordCertificate (Join-Path $TestDrive wrong.pfx) (New-Secret 'right') -PassThru
        Set-MailPasswordCertificate -Path $pfx -Passphrase (New-Secret 'wr0ng') -ErrorVariable errors -ErrorAction SilentlyContinue
        $errors[0].FullyQualifiedErrorId | Should -BeLike 'CertificatePassphraseWrong,*'
        $errors[0].CategoryInfo.Category | Should -Be 'AuthenticationError'
        ($errors | Format-List * -Force | Out-String) | Should -Not -Match 'wr0ng'
    }

    It 'removed from the system lists every secret to re-enter' {
        $made = New-MailPasswordCertificate -Bits 2048 -PassThru
        Set-MailPassword sms.password (New-Secret)
        $store = [System.Security.Cryptography.X509Certificates.X509Store]::new('My', 'CurrentUser')
        $store.Open('ReadWrite')
        $store.Certificates.Find('FindByThumbprint', $made.Thumbprint, $false) | ForEach-Object { $store.Remove($_) }
        $store.Dispose()

        Get-MailPasswordCertificate -ErrorVariable errors -ErrorAction SilentlyContinue
        $errors[0].FullyQualifiedErrorId | Should -BeLike 'CertificateMissing,*'
        "$($errors[0])" | Should -Match 'sms\.password'
        (Get-MailPassword sms.password).Decrypts | Should -BeFalse
        (Test-EmailSettings).Checks | Where-Object Check -EQ Certificate | ForEach-Object { "$($_.Status)" } | Should -Be 'Failed'
    }
}
