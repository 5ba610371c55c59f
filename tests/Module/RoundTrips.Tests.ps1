# The module can read its own output: from tables, JSON, CliXml and jobs, in any culture; and scripts can compare it.
BeforeDiscovery {
    $nouns = 'EmailBasicSettings', 'EmailAttachmentSettings', 'EmailErrorTexts', 'OutgoingMailServer', 'IncomingMailServer'
    $ways = @(
        @{ Way = 'CSV'; Convert = { param($Objects) $Objects | ConvertTo-Csv | ConvertFrom-Csv } }
        @{ Way = 'JSON'; Convert = { param($Objects) $Objects | ConvertTo-Json -WarningVariable +said | ConvertFrom-Json; if ($said) { throw "$said" } } }
        @{ Way = 'CliXml'; Convert = { param($Objects) $Objects | ForEach-Object { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_)) } } }
    )
    $cases = foreach ($noun in $nouns) { foreach ($way in $ways) { foreach ($culture in 'en-US', 'de-DE', 'tr-TR') { $way + @{ Noun = $noun; Culture = $culture } } } }
}

BeforeAll {
    . $PSScriptRoot/TestModule.ps1
    New-Store
    Set-TestCertificate
    Set-EmailBasicSettings -AttachmentEncodings 'wav=8bit;*=base64' -SentEncoding quoted-printable -MaxIncomingSizeKB 12345
    Set-EmailAttachmentSettings -SaveToFolder $true -Folder '\\files01\mail' -MinimumFileSizeBytes 1234567
    Set-EmailErrorTexts -NoBody "two`r`nlines, `"quoted`""
    Set-OutgoingMailServer -Enabled $true -MailHost smtp.example.org -Port 587 -UseSsl $true -Authentication OAuthService -ServerUser 'a@example.org' -Address $Tenant -ClientId $Client -Secret (New-Secret) -SecretExpires 2027-03-04 -MaxRecipients 5
    New-IncomingMailServer 'İnfo [1]' -Address $Tenant -ClientId $Client -Authentication OAuthService -Secret (New-Secret) -SecretExpires 2027-12-31
    New-IncomingMailServer 'Plain' -Address $Tenant -ClientId $Client -Authentication OAuthUser
    $revision = (Get-EmailSettingsStore).Revision
}

Describe 'A round trip changes nothing' {
    It '<Noun> over <Way> in <Culture>' -ForEach $cases {
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = $Culture
            & $Convert (& "Get-$Noun") | & "Set-$Noun" -ErrorAction Stop -WarningVariable warnings
            $warnings | Should -BeNullOrEmpty
        } finally {
            [cultureinfo]::CurrentCulture = $before
        }
        (Get-EmailSettingsStore).Revision | Should -Be $revision
    }

    It 'into an empty store brings the same settings' {
        $rows = Get-EmailBasicSettings | ConvertTo-Csv
        $other = Join-Path $TestDrive other.db
        $rows | ConvertFrom-Csv | Set-EmailBasicSettings -Store $other
        Get-EmailBasicSettings -Store $other | ConvertTo-Json | Should -Be (Get-EmailBasicSettings | ConvertTo-Json)
    }
}

Describe 'Comparisons' {
    It 'of strings match what a user would type' {
        (Get-EmailBasicSettings).SentEncoding -eq 'quoted-printable' | Should -BeTrue
        (Get-EmailBasicSettings | Where-Object SentEncoding -EQ 'quoted-printable') | Should -Not -BeNullOrEmpty
        (Get-EmailBasicSettings).AttachmentEncodings -eq 'wav=8bit;*=base64' | Should -BeTrue
        (Get-OutgoingMailServer).Authentication -eq 'OAuthService' | Should -BeTrue
        (Get-OutgoingMailServer).SecretState -eq 'set' | Should -BeTrue
        (Get-OutgoingMailServer).PasswordState -eq 'not set' | Should -BeTrue
        (Get-EmailSettings).Basic.SentEncoding -eq 'quoted-printable' | Should -BeTrue
        (Get-OutgoingMailServer).SecretThumbprint | Should -Be (Get-MailPasswordCertificate).Thumbprint
    }

    It 'of dates work with Get-Date' {
        (Get-OutgoingMailServer).SecretExpires -lt [datetime]'2027-03-05' | Should -BeTrue
        (Get-OutgoingMailServer).SecretExpires -lt [datetime]'2027-03-04' | Should -BeFalse
        (Get-OutgoingMailServer).SecretSince -le (Get-Date) | Should -BeTrue
        (Get-MailPassword outgoing.secret).Expires -lt (Get-Date).AddYears(20) | Should -BeTrue
    }

    It 'are possible with every property: text, number, Boolean, enumeration, date, identity, or a list or object of these' {
        $kinds = [string], [bool], [int], [long], [datetime], [guid], [array], [enum]
        foreach ($object in @(Get-EmailBasicSettings; Get-EmailAttachmentSettings; Get-EmailErrorTexts; Get-OutgoingMailServer; Get-IncomingMailServer; Get-MailPassword)) {
            foreach ($property in $object.PSObject.Properties | Where-Object { $null -ne $_.Value }) {
                $kinds.Where({ $property.Value -is $_ }).Count | Should -BeGreaterThan 0 -Because "$($object.PSObject.TypeNames[0]).$($property.Name)"
            }
        }
    }
}

Describe 'A date' {
    It 'is read from <Text>' -ForEach @(@{ Text = '2027-03-31' }, @{ Text = '2027-03-31T00:00:00' }, @{ Text = '2027-03-31T10:20:30.5+02:00' }, @{ Text = '2027-03-31T10:20:30Z' }) {
        Set-IncomingMailServer 'İnfo [1]' -SecretExpires $Text -ErrorAction Stop
        (Get-IncomingMailServer -LiteralName 'İnfo [1]').SecretExpires.ToString('yyyy-MM-dd') | Should -Be '2027-03-31'
    }
}

Describe 'A store that the call names' {
    It 'is used by each cmdlet, in parallel runspaces too' {
        $store = Join-Path $TestDrive named.db
        Set-EmailBasicSettings -MaxIncomingSizeKB 7 -Store $store
        1..2 | ForEach-Object -Parallel {
            $manifest = $using:Manifest
            Import-Module $manifest
            New-IncomingMailServer "Server $_" -Address $using:Tenant -Authentication OAuthUser -ClientId $using:Client -Store $using:store
        }
        (Get-EmailBasicSettings -Store $store).MaxIncomingSizeKB | Should -Be 7
        (Get-IncomingMailServer -Store $store).Name | Should -Be 'Server 1', 'Server 2'
        (Get-EmailBasicSettings).MaxIncomingSizeKB | Should -Be 12345
    }

    It 'is accepted by every cmdlet except those that connect or need none' {
        Get-Command -Module EmailSettings | Where-Object { -not $_.Parameters.ContainsKey('Store') } | ForEach-Object Name | Should -Be 'Connect-EmailSettingsStore', 'Disconnect-EmailSettingsStore', 'Resolve-MailServerReply'
    }

    It 'is reported as missing, by reading and by connecting' {
        $store = Join-Path $TestDrive mistyped.db
        $health = Test-EmailSettings -Store $store -WarningVariable warnings -WarningAction SilentlyContinue
        $health.Checks[0].Status | Should -Be 'Warning'
        $health.Checks[0].Findings.Id | Should -Be 'StoreNotThere'
        "$warnings" | Should -Match "There is no store '.*mistyped\.db'"
        try { Connect-EmailSettingsStore $store -WarningVariable warnings -WarningAction SilentlyContinue } finally { Disconnect-EmailSettingsStore }
        "$warnings" | Should -Match "There is no store '.*mistyped\.db'"
        $store | Should -Not -Exist
    }
}

Describe 'Quiet' {
    It 'is a single Boolean' {
        Test-EmailSettings -Quiet | Should -BeExactly $true
        Test-MailPasswordCertificate -Quiet | Should -BeExactly $true
    }
}
