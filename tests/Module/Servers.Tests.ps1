BeforeAll { . $PSScriptRoot/TestModule.ps1 }

Describe 'Incoming mail servers' {
    BeforeEach {
        New-Store
        New-IncomingMailServer -Name 'Contoso sales' -Address $Tenant -Authentication OAuthUser -ClientId $Client
        New-IncomingMailServer -Name 'Contoso [1]*' -Address $Tenant -Authentication OAuthUser -ClientId $Client
    }

    It 'are found by name with wildcards and without' {
        (Get-IncomingMailServer).Count | Should -Be 2
        (Get-IncomingMailServer 'contoso S*').Name | Should -Be 'Contoso sales'
        (Get-IncomingMailServer -LiteralName 'Contoso [1]*').Name | Should -Be 'Contoso [1]*'
        Get-IncomingMailServer 'none*' | Should -BeNullOrEmpty
    }

    It 'report which name does not exist and continue with the next' {
        $found = Get-IncomingMailServer 'nobody', 'Contoso sales' -ErrorVariable errors -ErrorAction SilentlyContinue
        $found.Name | Should -Be 'Contoso sales'
        $errors[0].FullyQualifiedErrorId | Should -BeLike 'IncomingServerNotFound,*'
        $errors[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $errors[0].TargetObject | Should -Be 'nobody'
        Get-ErrorId { Get-IncomingMailServer -LiteralName 'Contoso*' } | Should -Be 'IncomingServerNotFound'
    }

    It 'pipe through Get by property name, whatever their names contain' {
        (Get-IncomingMailServer | Get-IncomingMailServer).Name | Should -Be (Get-IncomingMailServer).Name
    }

    It 'report everything that a new one lacks at once' {
        Get-ErrorId { New-IncomingMailServer x } | Should -Be 'ValueRequired', 'ValueRequired', 'ValueRequired'
    }

    It 'refuse a name that is in use, in another case too' {
        $call = { New-IncomingMailServer 'CONTOSO SALES' -Address $Tenant -Authentication OAuthUser -ClientId $Client }
        Get-ErrorId $call | Should -Be 'IncomingServerNameTaken'
        & $call -ErrorAction SilentlyContinue 2>$null
        $Error[0].CategoryInfo.Category | Should -Be 'ResourceExists'
    }

    It 'refuse a bad <what>' -TestCases @(
        @{ What = 'scheme'; Field = @{ Address = 'http://login.microsoftonline.com/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718' }; Id = 'AddressNotHttps' }
        @{ What = 'tenant'; Field = @{ Address = 'https://login.microsoftonline.com/common' }; Id = 'AddressTenantNotGuid' }
        @{ What = 'authentication'; Field = @{ Authentication = 'Basic' }; Id = 'ChoiceUnknown' }
        @{ What = 'client id'; Field = @{ ClientId = 'x' }; Id = 'ValueTypeWrong' }
        @{ What = 'date'; Field = @{ SecretExpires = 'tomorrow' }; Id = 'ValueTypeWrong' }
    ) {
        Get-ErrorId { Set-IncomingMailServer 'Contoso sales' @Field } | Should -Be $Id
    }

    It 'refuse an empty name and one of 257 characters' {
        Get-ErrorId { New-IncomingMailServer '' -Address $Tenant -Authentication OAuthUser -ClientId $Client } | Should -Be 'TextLengthOutOfRange'
        Get-ErrorId { New-IncomingMailServer ('x' * 257) -Address $Tenant -Authentication OAuthUser -ClientId $Client } | Should -Be 'TextLengthOutOfRange'
    }

    It 'pipe from Get to Set' {
        Get-IncomingMailServer | Set-IncomingMailServer -ClientId '11111111-2222-3333-4444-555555555555'
        Get-IncomingMailServer | ForEach-Object ClientId | Select-Object -Unique | Should -Be '11111111-2222-3333-4444-555555555555'
    }

    It 'come from a CSV file' {
        $csv = "Name,Address,Authentication,ClientId`nFrom CSV,$Tenant,OAuthUser,$Client"
        ($csv | ConvertFrom-Csv | New-IncomingMailServer -PassThru).Name | Should -Be 'From CSV'
    }

    It 'accept the expiry of the secret as <kind>, and null clears it' -TestCases @(
        @{ Kind = 'text'; Date = '2027-03-31' }
        @{ Kind = 'a DateTime'; Date = [datetime]::new(2027, 3, 31) }
        @{ Kind = 'a DateOnly'; Date = [DateOnly]::new(2027, 3, 31) }
    ) {
        Set-TestCertificate
        Set-IncomingMailServer 'Contoso sales' -Authentication OAuthService -Secret (New-Secret) -SecretExpires $Date
        (Get-IncomingMailServer 'Contoso sales').SecretExpires | Should -Be ([datetime]::new(2027, 3, 31))
        Set-IncomingMailServer 'Contoso sales' -SecretExpires $null
        (Get-IncomingMailServer 'Contoso sales').SecretExpires | Should -BeNullOrEmpty
    }

    It 'keep identity and secret when renamed' {
        Set-TestCertificate
        Set-IncomingMailServer 'Contoso sales' -Authentication OAuthService -Secret (New-Secret)
        $before = Get-IncomingMailServer 'Contoso sales'
        $after = Rename-IncomingMailServer 'Contoso sales' 'Contoso ventes' -PassThru -WarningVariable warnings
        $after.Id | Should -Be $before.Id
        $after.SecretState | Should -Be 'set'
        (Get-MailPassword 'incoming.secret:Contoso ventes').Decrypts | Should -BeTrue
        $warnings.Count | Should -Be 1
    }

    It 'require the secret again when its target changes' {
        Set-TestCertificate
        Set-IncomingMailServer 'Contoso sales' -Authentication OAuthService -Secret (New-Secret)
        $other = 'https://login.example.org/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718'
        Get-ErrorId { Set-IncomingMailServer 'Contoso sales' -Address $other } | Should -Be 'SecretRequiredAgain'
        Set-IncomingMailServer 'Contoso sales' -Address $other -Secret (New-Secret)
        ([uri](Get-IncomingMailServer 'Contoso sales').Address).Host | Should -Be 'login.example.org'
    }

    It 'refuse to rename to a name that is in use, or a server that does not exist' {
        Get-ErrorId { Rename-IncomingMailServer 'Contoso sales' 'contoso [1]*' } | Should -Be 'IncomingServerNameTaken'
        Get-ErrorId { Rename-IncomingMailServer 'nobody' 'x' } | Should -Be 'IncomingServerNotFound'
    }

    It 'are removed from the pipeline, each one separately' {
        (Get-IncomingMailServer 'Contoso s*' | Remove-IncomingMailServer -PassThru -Confirm:$false).Name | Should -Be 'Contoso sales'
        Get-ErrorId { Remove-IncomingMailServer 'nobody', 'Contoso [1]*' -Confirm:$false } | Should -Be 'IncomingServerNotFound'
        Get-IncomingMailServer | Should -BeNullOrEmpty
    }
}

Describe 'The outgoing mail server' {
    BeforeEach {
        New-Store
        Set-TestCertificate
    }

    It 'shows its documented defaults' {
        $server = Get-OutgoingMailServer
        $server.Enabled | Should -BeFalse
        $server.Port | Should -Be 25
        $server.UseSsl | Should -BeFalse
        "$($server.Authentication)" | Should -Be 'Anonymous'
        $server.Host | Should -BeNullOrEmpty
    }

    It 'is set up with -MailHost or its alias -Host' {
        (Set-OutgoingMailServer -MailHost a.example.org -PassThru).Host | Should -Be 'a.example.org'
        (Set-OutgoingMailServer -Host '2001:db8::1' -PassThru).Host | Should -Be '2001:db8::1'
    }

    It 'accepts user and password as a credential, and shows only that a password is set' {
        $credential = [pscredential]::new('mailer', (New-Secret 'pa55'))
        $server = Set-OutgoingMailServer -Enabled $true -MailHost smtp.example.org -Port 587 -UseSsl $true -Authentication Basic -Credential $credential -PassThru
        $server.ServerUser | Should -Be 'mailer'
        $server.PasswordState | Should -Be 'set'
        ($server | Format-List * | Out-String) | Should -Not -Match 'pa55'
        ($server | ConvertTo-Json -Depth 5) | Should -Not -Match 'CMS|pa55'
    }

    It 'refuses user and credential together' {
        $credential = [pscredential]::new('mailer', (New-Secret))
        Get-ErrorId { Set-OutgoingMailServer -Authentication Basic -Credential $credential -ServerUser other } | Should -Be 'FieldTwice'
    }

    It 'requires a host and a user when enabled, and reports both' {
        Get-ErrorId { Set-OutgoingMailServer -Enabled $true -Authentication Basic } | Should -Be 'ValueRequired', 'ValueRequired'
    }

    It 'refuses port <port>' -TestCases @(@{ Port = 0 }, @{ Port = 65536 }, @{ Port = 99999999999 }) {
        Get-ErrorId { Set-OutgoingMailServer -Port $Port } | Should -Be 'PortOutOfRange'
    }

    It 'refuses fields that its authentication forbids' {
        Get-ErrorId { Set-OutgoingMailServer -Authentication Anonymous -Password (New-Secret) } | Should -Be 'FieldNotForAuthentication'
    }

    It 'clears a limit with null' {
        Set-OutgoingMailServer -MaxRecipients 10
        (Set-OutgoingMailServer -MaxRecipients $null -PassThru).MaxRecipients | Should -BeNullOrEmpty
    }

    It 'pipes from Get to Set' {
        Set-OutgoingMailServer -Enabled $true -MailHost smtp.example.org -Port 465 -UseSsl $true -Authentication Basic -ServerUser u -Password (New-Secret)
        $revision = (Get-EmailSettingsStore).Revision
        Get-OutgoingMailServer | Set-OutgoingMailServer
        (Get-EmailSettingsStore).Revision | Should -Be $revision
        (Get-OutgoingMailServer | Set-OutgoingMailServer -MaxEmailSizeMB 20 -PassThru).PasswordState | Should -Be 'set'
    }

    It 'is reset to its defaults with its password' {
        Set-OutgoingMailServer -MailHost smtp.example.org -UseSsl $true -Authentication Basic -ServerUser u -Password (New-Secret)
        (Reset-OutgoingMailServer -Confirm:$false -PassThru).PasswordState | Should -Be 'not set'
        (Get-MailPassword | Where-Object IsSet) | Should -BeNullOrEmpty
    }
}
