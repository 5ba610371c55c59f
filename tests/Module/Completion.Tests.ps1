BeforeAll {
    . $PSScriptRoot/TestModule.ps1

    function Get-Completion([string] $Line) { (TabExpansion2 $Line $Line.Length).CompletionMatches }
}

Describe 'Tab' {
    BeforeAll {
        New-Store
        foreach ($name in 'Contoso sales', "O'Brien", '-dash', 'plain', '$dollar', 'Ünï') {
            New-IncomingMailServer -Name $name -Address $Tenant -ClientId $Client -Authentication OAuthService
        }
    }

    It 'offers names of servers, quoted where needed, and each one binds' {
        $offers = Get-Completion 'Get-IncomingMailServer -LiteralName '
        $offers.ListItemText | Sort-Object | Should -Be ((Get-IncomingMailServer).Name | Sort-Object)
        foreach ($offer in $offers) {
            (Invoke-Expression "Get-IncomingMailServer -LiteralName $($offer.CompletionText)").Name | Should -Be $offer.ListItemText
            $offer.ToolTip | Should -Match 'OAuthService https://'
        }
    }

    It 'continues the typed text, with a quote and without' {
        (Get-Completion 'Set-IncomingMailServer con').CompletionText | Should -Be "'Contoso sales'"
        (Get-Completion "Set-IncomingMailServer 'con").CompletionText | Should -Be "'Contoso sales'"
        (Get-Completion 'Remove-IncomingMailServer -Name pl').CompletionText | Should -Be 'plain'
        (Get-Completion 'Rename-IncomingMailServer O').CompletionText | Should -Be "'O''Brien'"
    }

    It 'offers <set> for "<line>"' -TestCases @(
        @{ Set = 'transfer encodings'; Line = 'Set-EmailBasicSettings -SentEncoding '; Expected = '7bit', '8bit', 'quoted-printable', 'base64', 'binary' }
        @{ Set = 'charsets'; Line = 'Set-EmailBasicSettings -BodyCharset koi'; Expected = 'koi8-r', 'koi8-u' }
        @{ Set = 'fields to reset'; Line = 'Reset-EmailBasicSettings '; Expected = 'AttachmentEncodings', 'BodyCharset', 'SentEncoding', 'MaxIncomingSizeKB' }
        @{ Set = 'fields to reset'; Line = 'Reset-EmailAttachmentSettings -Field S'; Expected = 'SaveToFolder', 'SaveAsMime' }
        @{ Set = 'fields to reset'; Line = 'Reset-EmailErrorTexts '; Expected = 'TooLarge', 'NoBody' }
        @{ Set = 'fields to reset'; Line = 'Reset-OutgoingMailServer MaxR'; Expected = 'MaxRecipients' }
        @{ Set = 'encodings behind an equals sign'; Line = "Set-EmailBasicSettings -AttachmentEncodings 'wav=b"; Expected = 'wav=base64', 'wav=binary' }
        @{ Set = 'truth values'; Line = 'Set-OutgoingMailServer -UseSsl '; Expected = '$true', '$false' }
        @{ Set = 'truth values'; Line = 'Set-OutgoingMailServer -Enabled t'; Expected = , '$true' }
        @{ Set = 'authentications'; Line = 'Set-OutgoingMailServer -Authentication '; Expected = 'Anonymous', 'Basic', 'OAuthService' }
        @{ Set = 'authentications'; Line = 'New-IncomingMailServer x -Authentication '; Expected = 'OAuthUser', 'OAuthService' }
        @{ Set = 'purposes'; Line = 'Set-MailPassword outgoing.'; Expected = 'outgoing.password', 'outgoing.secret' }
        @{ Set = 'purposes'; Line = 'Set-MailPassword incoming.secret:Con'; Expected = "'incoming.secret:Contoso sales'" }
    ) {
        (Get-Completion $Line).CompletionText | Should -Be $Expected
    }

    It 'offers certificates with their name and the days left' {
        Set-TestCertificate
        $offer = Get-Completion 'Set-MailPasswordCertificate ' | Where-Object CompletionText -EQ (Get-MailPasswordCertificate).Thumbprint
        $offer.ToolTip | Should -Match '^CN=Tests, \d+ days left$'
    }

    It 'offers the members of a cmdlet''s output' {
        (Get-Completion 'Get-IncomingMailServer | Where-Object Auth').CompletionText | Should -Be 'Authentication'
    }

    It 'offers what is in the store that the call names: <Line>' -TestCases @(
        @{ Line = 'Set-IncomingMailServer -Store ./trial.db -Name '; Expected = "'Only there'" }
        @{ Line = "Set-IncomingMailServer -Name o -Store './trial.db'"; Upto = 'Set-IncomingMailServer -Name o'; Expected = "'Only there'" }
        @{ Line = 'Get-IncomingMailServer -Store $trial -LiteralName '; Expected = "'Only there'" }
        @{ Line = 'Remove-IncomingMailServer -Store:$trial '; Expected = "'Only there'" }
        @{ Line = 'Rename-IncomingMailServer -Store ./trial.db '; Expected = "'Only there'" }
        @{ Line = 'Test-IncomingMailServer -Store ./trial.db '; Expected = "'Only there'" }
        @{ Line = 'Set-MailPassword -Store ./trial.db incoming.'; Expected = "'incoming.secret:Only there'" }
        @{ Line = 'Get-MailPassword -Store ./trial.db incoming.'; Expected = "'incoming.secret:Only there'" }
        @{ Line = 'Remove-MailPassword -Store ./trial.db incoming.'; Expected = "'incoming.secret:Only there'" }
        @{ Line = 'Undo-EmailSettingsChange -Store ./trial.db '; Expected = '3', '2', '1' }
        @{ Line = 'Compare-EmailSettings -Store ./trial.db -Revision '; Expected = '3', '2', '1' }
        @{ Line = 'Revoke-EmailSettingsRight -Store ./trial.db Incoming.View '; Expected = ($IsWindows ? '*Users*' : '*1001*'), '*' }
    ) {
        $trial = Join-Path $TestDrive trial.db
        Push-Location $TestDrive
        try {
            if (-not (Test-Path $trial)) {
                New-IncomingMailServer -Name 'Only there' -Address $Tenant -ClientId $Client -Authentication OAuthService -Store $trial
                Set-EmailBasicSettings -MaxIncomingSizeKB 7 -Store $trial
                Grant-EmailSettingsRight Incoming.View ($IsWindows ? 'S-1-5-32-545' : 'uid:1001') -Store $trial
            }
            $offers = (TabExpansion2 $Line ($Upto ?? $Line).Length).CompletionMatches
            $offers.Count | Should -Be @($Expected).Count
            for ($i = 0; $i -lt $offers.Count; $i++) { $offers[$i].CompletionText | Should -BeLike @($Expected)[$i] }
        } finally {
            Pop-Location
        }
    }

    It 'offers what is in the connected store, and nothing of one that is not there' {
        $connected = Join-Path $TestDrive connected.db
        New-IncomingMailServer -Name Connected -Address $Tenant -ClientId $Client -Authentication OAuthService -Store $connected
        Connect-EmailSettingsStore $connected
        try { (Get-Completion 'Set-IncomingMailServer -Name ').CompletionText | Should -Be Connected } finally { Disconnect-EmailSettingsStore }
        $mistyped = Join-Path $TestDrive mistyped.db
        (Get-Completion "Set-IncomingMailServer -Store '$mistyped' -Name ").CompletionText | Where-Object { $_ -notlike '*mistyped*' -and $_ -notlike '.*' } | Should -BeNullOrEmpty
        $mistyped | Should -Not -Exist
    }

    It 'offers nothing, and throws nothing, if the store cannot be read' {
        $broken = Join-Path $TestDrive broken.db
        Set-Content $broken ('This is no database. ' * 100)
        $good = $env:EMAILSETTINGS_STORE
        $env:EMAILSETTINGS_STORE = $broken
        try {
            $count = $Error.Count
            (Get-Completion 'Set-MailPassword incoming.').CompletionText | Should -BeNullOrEmpty
            $Error.Count | Should -Be $count
        } finally {
            $env:EMAILSETTINGS_STORE = $good
        }
    }
}

Describe 'The command line in PowerShell' {
    BeforeAll {
        New-Store
        New-IncomingMailServer -Name "O'Brien sales" -Address $Tenant -ClientId $Client -Authentication OAuthService
        $program = Join-Path $Root "src/EmailSettings.Cli/bin/Debug/net10.0/emailsettings$($IsWindows ? '.exe' : '')"
        $path, $env:PATH = $env:PATH, "$(Split-Path $program)$([IO.Path]::PathSeparator)$env:PATH"
        $store, $env:EMAILSETTINGS_STORE = $env:EMAILSETTINGS_STORE, (Get-EmailSettingsStore).Location
        if (Test-Path $program) { & $program completion powershell | Out-String | Invoke-Expression }
    }

    AfterAll { $env:PATH, $env:EMAILSETTINGS_STORE = $path, $store }

    It 'is completed by the script that it writes' {
        if (-not (Test-Path $program)) { Set-ItResult -Skipped -Because 'the command line was not built beside the module' }
        (Get-Completion 'emailsettings sh').CompletionText | Should -Be 'show'
        (Get-Completion 'emailsettings completion ').CompletionText | Should -Be 'bash', 'powershell', 'zsh'
        (Get-Completion 'emailsettings set basic max').CompletionText | Should -Be 'maxIncomingSizeKB='
        (Get-Completion 'emailsettings incoming remove ').CompletionText | Should -Be "'O''Brien sales'"
    }
}
