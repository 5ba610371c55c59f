BeforeAll {
    . $PSScriptRoot/TestModule.ps1
    $Contoso = Join-Path $Root 'examples/contoso.json'

    function New-Document([string] $Text) {
        $file = Join-Path $TestDrive "$([guid]::NewGuid()).json"
        Set-Content $file $Text
        $file
    }
}

Describe 'The first set-up' {
    BeforeEach { New-Store }

    It 'creates a certificate and imports a whole document without prompts' {
        $result = Initialize-EmailSettings $Contoso
        $result.CertificateCreated | Should -BeTrue
        $result.Settings.IncomingServers.Count | Should -Be 2
        $result.StillToEnter | Should -Be 'incoming.secret:Contoso sales', 'outgoing.password'
        ($result | Out-String) | Should -Match 'Still to be entered'
    }

    It 'takes secrets by purpose, and then nothing is left to enter' {
        $result = Initialize-EmailSettings $Contoso -Secret @{ 'outgoing.password' = New-Secret; 'incoming.secret:Contoso sales' = New-Secret }
        $result.StillToEnter | Should -BeNullOrEmpty
        ($result.Health.Checks | Where-Object Check -EQ Secrets).Findings | Should -BeNullOrEmpty
    }

    It 'done again changes nothing' {
        Initialize-EmailSettings $Contoso
        $again = Initialize-EmailSettings $Contoso
        $again.CertificateCreated | Should -BeFalse
        $again.Import.Changed | Should -BeNullOrEmpty
    }

    It 'runs from the example script too, to the same settings' {
        Initialize-EmailSettings $Contoso
        $fromDocument = Get-EmailSettings
        New-Store
        & (Join-Path $Root 'examples/contoso.ps1')
        $fromScript = Get-EmailSettings
        foreach ($block in 'Basic', 'Attachments', 'ErrorTexts') { $fromScript.$block | ConvertTo-Json | Should -Be ($fromDocument.$block | ConvertTo-Json) }
        foreach ($server in 'Contoso support', 'Contoso sales') {
            foreach ($field in 'Address', 'Authentication', 'ClientId', 'SecretExpires') {
                ($fromScript.IncomingServers | Where-Object Name -EQ $server).$field |
                    Should -Be ($fromDocument.IncomingServers | Where-Object Name -EQ $server).$field
            }
        }
        foreach ($field in 'Enabled', 'Host', 'Port', 'UseSsl', 'Authentication', 'ServerUser', 'MaxEmailSizeMB', 'MaxRecipients', 'MaxAttachmentSizeMB') {
            $fromScript.OutgoingServer.$field | Should -Be $fromDocument.OutgoingServer.$field
        }
        "$((Test-EmailSettings).Status)" | Should -Not -Be 'Failed'
    }
}

Describe 'An import' {
    BeforeEach {
        New-Store
        Set-TestCertificate
    }

    It 'reports every fault of the document and changes nothing' {
        $file = New-Document '{ "version": 1, "basic": { "maxIncomingSizeKB": 0, "bodyCharset": "x" }, "outgoingServer": { "port": 0 } }'
        Get-ErrorId { Import-EmailSettings $file } | Should -Be 'MaxIncomingSizeOutOfRange', 'CharsetUnknown', 'PortOutOfRange'
        (Get-EmailBasicSettings).MaxIncomingSizeKB | Should -Be 25000
    }

    It 'refuses <what>' -TestCases @(
        @{ What = 'what is no JSON'; Text = '{'; Id = 'DocumentNotJson' }
        @{ What = 'another version'; Text = '{ "version": 9 }'; Id = 'DocumentVersionUnknown' }
        @{ What = 'an unknown key'; Text = '{ "version": 1, "basics": {} }'; Id = 'DocumentKeyUnknown' }
        @{ What = 'a certificate of another system'; Text = '{ "certificate": "0123456789012345678901234567890123456789" }'; Id = 'DocumentCertificateMissing' }
        @{ What = 'a secret in clear'; Text = '{ "version": 1, "smsServer": { "password": "x" } }'; Id = 'SecretInClear' }
    ) {
        $file = New-Document $Text
        Get-ErrorId { Import-EmailSettings $file } | Should -Be $Id
    }

    It 'reports a thousand faults, and that there are more' {
        $keys = 1..2000 | ForEach-Object { '"k{0}": 1' -f $_ }
        $file = New-Document "{ $($keys -join ', ') }"
        $ids = @(Get-ErrorId { Import-EmailSettings $file })
        $ids.Count | Should -Be 1001
        $ids[-1] | Should -Be 'FaultsTooMany'
    }

    It 'refuses a missing file' {
        Get-ErrorId { Import-EmailSettings (Join-Path $TestDrive none.json) } | Should -Be 'FileNotFound'
    }

    It 'refuses secrets that are plain text or have no purpose, all at once' {
        Get-ErrorId { Import-EmailSettings $Contoso -Secret @{ 'outgoing.password' = 'plain'; nonsense = New-Secret } } |
            Sort-Object | Should -Be 'PurposeUnknown', 'SecretNotSecure'
    }

    It 'accepts the password of a credential as a secret, on import and on the first setup' {
        New-Store
        Set-TestCertificate
        $credential = [pscredential]::new('mailer', (New-Secret 'cr3dential'))
        Import-EmailSettings $Contoso -Secret @{ 'outgoing.password' = $credential }
        Initialize-EmailSettings $Contoso -Secret @{ 'incoming.secret:Contoso sales' = $credential } | Out-Null
        (Get-MailPassword outgoing.password, 'incoming.secret:Contoso sales').Decrypts | Should -Be $true, $true
    }

    It 'accepts files from the pipeline and shows what changed with -PassThru' {
        $file = New-Document '{ "version": 1, "basic": { "maxIncomingSizeKB": 7 } }'
        $result = Get-Item $file | Import-EmailSettings -PassThru
        $result.Changed.Path | Should -Be 'basic.maxIncomingSizeKB'
        $result.Changed.To | Should -Be 7
    }

    It 'keeps servers missing from the document, and removes them with -Prune' {
        New-IncomingMailServer Other -Address $Tenant -Authentication OAuthUser -ClientId $Client
        Import-EmailSettings $Contoso
        (Get-IncomingMailServer).Count | Should -Be 3
        Import-EmailSettings $Contoso -Prune -Confirm:$false
        (Get-IncomingMailServer).Name | Should -Be 'Contoso sales', 'Contoso support'
    }
}

Describe 'Health' {
    It 'is a report, whatever is wrong' {
        New-Store
        $report = Test-EmailSettings
        $report.Checks.Check | Should -Be 'Store', 'Settings', 'Certificate', 'Secrets'
        "$($report.Status)" | Should -Be 'Failed'
        ($report.Checks | Where-Object Check -EQ Certificate).Findings.Id | Should -Be 'CertificateNotChosen'
    }
}
