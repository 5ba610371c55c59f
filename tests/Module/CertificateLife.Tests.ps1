BeforeAll {
    . $PSScriptRoot/TestModule.ps1

    function Remove-TestCertificate([string] $Thumbprint) {
        $store = [System.Security.Cryptography.X509Certificates.X509Store]::new('My', 'CurrentUser')
        $store.Open('ReadWrite')
        $store.Certificates.Find('FindByThumbprint', $Thumbprint, $false) | ForEach-Object { $store.Remove($_) }
        $store.Dispose()
    }
    function New-OwnCertificate { (New-MailPasswordCertificate -Bits 2048 -Subject "CN=Life $([guid]::NewGuid())" -PassThru).Thumbprint }
}

Describe 'The life of the certificate' {
    BeforeEach { New-Store }

    It 'works from the first certificate to the last, as the example shows' {
        $output = & (Join-Path $PSHOME pwsh) -NoProfile -NonInteractive -File (Join-Path $Root examples/certificate-life.ps1) -Module $Manifest
        $LASTEXITCODE | Should -Be 0 -Because ($output -join "`n")
        $output | Should -Contain 'All checks passed.'
    }

    It 'round-trips through a job as from a remote host' {
        $thumbprint = New-OwnCertificate
        Set-MailPassword sms.password (New-Secret)
        $here = Test-MailPasswordCertificate -DaysBefore 36500
        $there = Start-Job { Import-Module $using:Manifest; Test-MailPasswordCertificate -DaysBefore 36500 } | Receive-Job -Wait -AutoRemoveJob
        $there.Status | Should -Be 'Warning'
        $there.Thumbprint | Should -Be $thumbprint
        $there.DaysLeft | Should -BeOfType int
        $there.NotAfter | Should -Be $here.NotAfter
        $there.KeyUsages | Should -Be $here.KeyUsages
        $there.Secrets[0].Purpose | Should -Be 'sms.password'
        $there.Secrets[0].Decrypts | Should -BeTrue
        $here.Findings[0].Id | Should -BeOfType string
        ($there.Findings | Where-Object Severity -EQ Warning).Id | Should -Contain 'CertificateEndsSoon'
        ($there | Format-Table | Out-String) | Should -Match 'CertificateEndsSoon'
    }

    It 'checks a service account' -Skip:$IsWindows {
        New-OwnCertificate | Out-Null
        $report = Test-MailPasswordCertificate -ForAccount nobody
        $report.ForAccountMayUseKey | Should -BeFalse
        $report.Findings[0].Id | Should -Be 'AccountCannotUseKey'
        $report.Findings[0].NextStep | Should -Be $report.ForAccountNextStep
        Get-ErrorId { Test-MailPasswordCertificate -ForAccount 'no such account' } | Should -Be 'AccountUnknown'
    }

    It 'continues without what cannot be decrypted only on request' {
        $lost = New-OwnCertificate
        Set-MailPassword sms.password (New-Secret)
        Remove-TestCertificate $lost
        New-OwnCertificate | Out-Null
        Get-ErrorId { Update-MailPassword } | Should -Be 'Secret.CertificateMissing'
        (Update-MailPassword -SkipUndecryptable -PassThru).ToReEnter | Should -Be 'sms.password'
        (Get-MailPassword -ToReEnter).Purpose | Should -Be 'sms.password'
        Get-MailPassword -ToReEnter outgoing.password | Should -BeNullOrEmpty
        Set-MailPassword sms.password (New-Secret)
        Get-MailPassword -ToReEnter | Should -BeNullOrEmpty
    }

    It 'moves secrets to another system of which only the public certificate is known' {
        New-OwnCertificate | Out-Null
        Set-MailPassword sms.password (New-Secret)
        $home1 = $env:EMAILSETTINGS_STORE
        New-Store
        $there = $env:EMAILSETTINGS_STORE
        $theirs = New-OwnCertificate
        $cer = Export-MailPasswordCertificate (Join-Path $TestDrive there.cer) -PassThru

        $env:EMAILSETTINGS_STORE = $home1
        $document = Join-Path $TestDrive there.json
        Update-MailPassword -ForCertificatePath $cer -OutPath $document -WhatIf | Out-Null
        Test-Path $document | Should -BeFalse
        (Update-MailPassword -ForCertificatePath $cer -OutPath $document -PassThru).Thumbprint | Should -Be $theirs
        (Get-MailPassword sms.password).Thumbprint | Should -Not -Be $theirs

        $env:EMAILSETTINGS_STORE = $there
        Import-EmailSettings $document
        (Get-MailPassword sms.password).Decrypts | Should -BeTrue
        (Get-MailPassword sms.password).Thumbprint | Should -Be $theirs
    }

    It 'shows hosts as a table, this one without remoting' {
        New-OwnCertificate | Out-Null
        $output = Invoke-Fresh ([scriptblock]::Create("& '$(Join-Path $Root examples/check-hosts.ps1)' | Format-Table | Out-String -Width 200"))
        "$output" | Should -Match 'KeyUsable'
        "$output" | Should -Match ([regex]::Escape([Environment]::MachineName))
    }
}
