BeforeAll {
    . $PSScriptRoot/TestModule.ps1
    . $PSScriptRoot/ScriptedServer.ps1
    New-Store
    $Canary = 'c4nary-pester-91d2'
    $Login = [pscredential]::new('mailer', (New-Secret $Canary))

    $Smtp = Start-Server '220 mail ESMTP' @{ EHLO = '250-mail', '250-AUTH PLAIN', '250 SIZE 200000000'; AUTH = "535 5.7.8 $Canary is wrong"; QUIT = '221 bye' }
    $Imap = Start-Server '* OK ready' @{ CAPABILITY = '* CAPABILITY IMAP4rev1', 'TAG OK'; LOGIN = 'TAG NO [AUTHENTICATIONFAILED] no'; LOGOUT = '* BYE', 'TAG OK' }
    $Silent = Start-Server @() @{}
    $AtSmtp = @{ MailHost = '127.0.0.1'; Port = $Smtp.Port; TlsMode = 'None' }
    $AtImap = @{ MailHost = '127.0.0.1'; Port = $Imap.Port; TlsMode = 'None' }
    $closed = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $closed.Start()
    $Nowhere = @{ MailHost = '127.0.0.1'; Port = $closed.LocalEndpoint.Port }
    $closed.Stop()
    foreach ($name in 'Contoso sales', 'Contoso support', 'Fabrikam [1]') { New-IncomingMailServer $name -Address $Tenant -Authentication OAuthUser -ClientId $Client }
}

AfterAll { $Smtp, $Imap, $Silent | ForEach-Object { Stop-Server $_ } }

Describe 'A test of the outgoing server' {
    It 'passes stage by stage' {
        $report = Test-OutgoingMailServer @AtSmtp
        $report.Status | Should -Not -Be 'Failed'
        "$($report.Kind)", $report.Target | Should -Be 'Outgoing', "127.0.0.1:$($Smtp.Port)"
        $report.Stages.Where({ "$($_.Stage)" -in 'Dns', 'Connect', 'Greeting', 'Capabilities', 'Quit' }).Status | Select-Object -Unique | Should -Be 'Passed'
    }

    It 'reports a failing server without an error' {
        $report = Test-OutgoingMailServer @Nowhere -ErrorAction Stop
        "$($report.Status)" | Should -Be 'Failed'
        $report.Primary.Id | Should -Be 'Connect.Refused'
        $report.Primary.NextStep | Should -Not -BeNullOrEmpty
    }

    It 'accepts a credential for Basic' {
        (Test-OutgoingMailServer @AtSmtp -Credential $Login).Primary.Id | Should -Be 'Authenticate.Rejected'
        @($Smtp.Heard) -like 'AUTH PLAIN*' | Should -Not -BeNullOrEmpty
    }

    It 'accepts a server that is not saved, from any object' {
        (Get-OutgoingMailServer | Test-OutgoingMailServer).Primary.Id | Should -Be 'Settings.Incomplete'
        $row = [pscustomobject]@{ Host = '127.0.0.1'; Port = "$($Smtp.Port)"; UseSsl = 'false'; Authentication = 'Anonymous'; Enabled = 'true' }
        ($row | Test-OutgoingMailServer).Target | Should -Be "127.0.0.1:$($Smtp.Port)"
        ($row | Test-OutgoingMailServer).Stages[0].Facts.Sources['host'] | Should -Be 'proposed'
        $sent = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($row))
        ($sent | Test-OutgoingMailServer).Target | Should -Be "127.0.0.1:$($Smtp.Port)"
    }

    It 'returns a single Boolean with Quiet' {
        Test-OutgoingMailServer @AtSmtp -Quiet | Should -BeExactly $true
        Test-OutgoingMailServer @Nowhere -Quiet | Should -BeExactly $false
    }

    It 'tests a document without saving it' {
        $file = Join-Path $TestDrive proposed.json
        @{ version = 1; outgoingServer = @{ enabled = $true; host = '127.0.0.1'; port = $Smtp.Port; useSsl = $false; authentication = 'Anonymous' } } | ConvertTo-Json | Set-Content $file
        (Test-OutgoingMailServer -SettingsPath $file).Target | Should -Be "127.0.0.1:$($Smtp.Port)"
        (Get-OutgoingMailServer).Host | Should -BeNullOrEmpty
    }

    It 'reads a document once, however many servers are piped in' -Skip:$IsWindows {
        # A named pipe gives its text to the first reader; a second one would wait for ever.
        $pipe = Join-Path $TestDrive once.json
        mkfifo $pipe
        $file = Join-Path $TestDrive written.json
        @{ version = 1; outgoingServer = @{ enabled = $true; host = '127.0.0.1'; port = $Smtp.Port; useSsl = $false; authentication = 'Anonymous' } } | ConvertTo-Json | Set-Content $file
        $writer = Start-Process dd -ArgumentList "if=$file", "of=$pipe", 'status=none' -PassThru
        $rows = 1..3 | ForEach-Object { [pscustomobject]@{ MailHost = '127.0.0.1'; Port = $Smtp.Port } }
        ($rows | Test-OutgoingMailServer -SettingsPath $pipe -TlsMode None).Target | Should -Be (@("127.0.0.1:$($Smtp.Port)") * 3)
        $writer.WaitForExit()
    }

    It 'refuses <what> with <id>' -TestCases @(
        @{ What = 'a mode of TLS'; Call = { Test-OutgoingMailServer -TlsMode maybe }; Id = 'ChoiceUnknown' }
        @{ What = 'a proxy'; Call = { Test-OutgoingMailServer -Proxy 'http://user:password@proxy' }; Id = 'ProxyInvalid' }
        @{ What = 'roots that are not there'; Call = { Test-OutgoingMailServer -CaCertificatePath nix.pem }; Id = 'FileNotFound' }
        @{ What = 'a document that is not there'; Call = { Test-OutgoingMailServer -SettingsPath nix.json }; Id = 'FileNotFound' }
        @{ What = 'a number'; Call = { 12 | Test-OutgoingMailServer }; Id = 'ServerNotReadable' }
        @{ What = 'no time'; Call = { Test-OutgoingMailServer -TimeoutSec 0 }; Id = 'ParameterArgumentValidationError' }
    ) {
        Get-ErrorId $Call | Should -Be $Id
    }

    It 'stops at the line that wrote an error or a message, before any server is contacted' {
        $before = @($Smtp.Heard).Count
        { & { $VerbosePreference = 'Stop'; Test-OutgoingMailServer @AtSmtp } } | Should -Throw -ErrorId 'ActionPreferenceStop*'
        @($Smtp.Heard).Count | Should -Be $before
        $before = @($Imap.Heard).Count
        { 'Contoso sales', 'nobody' | Test-IncomingMailServer @AtImap -ErrorAction Stop } | Should -Throw -ErrorId 'IncomingServerNotFound,*'
        { Test-IncomingMailServer 'nobody', 'Contoso sales' @AtImap -ErrorAction Stop } | Should -Throw -ErrorId 'IncomingServerNotFound,*'
        @($Imap.Heard).Count | Should -Be $before
    }

    It 'stops in the middle of its work if the receiver of a report fails' {
        # The second server never answers, so the work ends only if it is stopped.
        $rows = [pscustomobject]@{ MailHost = '127.0.0.1'; Port = $Nowhere.Port }, [pscustomobject]@{ MailHost = '127.0.0.1'; Port = $Silent.Port }
        $clock = [Diagnostics.Stopwatch]::StartNew()
        { $rows | Test-IncomingMailServer -TlsMode None -ThrottleLimit 2 -TimeoutSec 600 -ReplyTimeoutSec 600 | ForEach-Object { Write-Error 'enough' -ErrorAction Stop } } | Should -Throw 'enough'
        $clock.Elapsed.TotalSeconds | Should -BeLessThan 60
    }

    It 'ends at once when it is stopped' {
        $shell = [powershell]::Create().AddScript("Import-Module '$Manifest'; Test-OutgoingMailServer -MailHost 127.0.0.1 -Port $($Silent.Port) -TlsMode None -TimeoutSec 600 -ReplyTimeoutSec 600; 'not stopped'")
        $running = $shell.BeginInvoke()
        while ($shell.Streams.Progress.Count -eq 0 -and -not $running.IsCompleted) { Start-Sleep -Milliseconds 20 }
        $clock = [Diagnostics.Stopwatch]::StartNew()
        $shell.Stop()
        $clock.Elapsed.TotalSeconds | Should -BeLessThan 30
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $shell.Dispose()
    }
}

Describe 'A test of incoming servers' {
    It 'finds servers by <what>' -TestCases @(
        @{ What = 'wildcard'; Find = { Test-IncomingMailServer 'contoso*' @Nowhere }; Names = 'Contoso sales', 'Contoso support' }
        @{ What = 'literal name'; Find = { Test-IncomingMailServer -LiteralName 'Fabrikam [1]' @Nowhere }; Names = 'Fabrikam [1]' }
        @{ What = 'pipeline'; Find = { Get-IncomingMailServer | Test-IncomingMailServer @Nowhere }; Names = 'Contoso sales', 'Contoso support', 'Fabrikam [1]' }
        @{ What = 'piped name'; Find = { 'Fabrikam [1]', 'Contoso sales' | Test-IncomingMailServer @Nowhere -ThrottleLimit 1 }; Names = 'Contoso sales', 'Fabrikam [1]' }
        @{ What = 'nothing but a pattern that none has'; Find = { Test-IncomingMailServer 'none*' @Nowhere }; Names = @() }
    ) {
        $reports = @(& $Find)
        @($reports.Server | Sort-Object) | Should -Be $Names
        foreach ($report in $reports) { $report.Primary.Id | Should -Be 'Connect.Refused' }
    }

    It 'continues with the next if a name does not exist' {
        $reports = Test-IncomingMailServer 'nobody', 'Contoso sales' @Nowhere -ErrorVariable errors -ErrorAction SilentlyContinue
        $reports.Server | Should -Be 'Contoso sales'
        $errors[0].FullyQualifiedErrorId | Should -BeLike 'IncomingServerNotFound,*'
    }

    It 'opens a mailbox that belongs to no server' {
        $report = Test-IncomingMailServer @AtImap -Credential $Login
        $report.Server | Should -BeNullOrEmpty
        $report.Primary.Id | Should -Be 'Authenticate.Rejected'
    }

    It 'reads host and mailbox from each row of a table' {
        $rows = "MailHost,Port,Mailbox`n127.0.0.1,$($Nowhere.Port),a@example.org`n127.0.0.1,$($Imap.Port),b@example.org" | ConvertFrom-Csv
        @($rows | Test-IncomingMailServer -TlsMode None -ThrottleLimit 1).Target | Should -Be "127.0.0.1:$($Nowhere.Port)", "127.0.0.1:$($Imap.Port)"
    }

    It 'accepts servers that are not saved, and those from a job' {
        $new = [pscustomobject]@{ Name = 'New'; Address = $Tenant; Authentication = 'OAuthService'; ClientId = $Client }
        ($new | Test-IncomingMailServer @Nowhere).Primary.Id | Should -Be 'Secret.NotSet'
        ($new | Test-IncomingMailServer @Nowhere).Server | Should -Be 'New'
        $sent = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-IncomingMailServer 'Contoso sales')))
        ($sent | Test-IncomingMailServer @Nowhere).Stages[0].Facts.Sources['authentication'] | Should -Be 'stored'
        Get-ErrorId { [pscustomobject]@{ Name = 'New'; Address = 'http://x'; Authentication = 'OAuthUser' } | Test-IncomingMailServer } | Should -Be 'AddressNotHttps'
        Get-ErrorId { 12 | Test-IncomingMailServer } | Should -Be 'ServerNotReadable'
    }

    It 'returns a single Boolean for all with Quiet' {
        Test-IncomingMailServer 'Contoso*' @Nowhere -Quiet | Should -BeExactly $false
        Test-IncomingMailServer @AtImap -Quiet | Should -BeExactly $true
        Test-IncomingMailServer 'none*' -Quiet | Should -BeNullOrEmpty
    }

    It 'writes results as they complete' {
        $rows = [pscustomobject]@{ MailHost = '127.0.0.1'; Port = $Silent.Port }, [pscustomobject]@{ MailHost = '127.0.0.1'; Port = $Nowhere.Port }
        ($rows | Test-IncomingMailServer -TlsMode None -TimeoutSec 600 -ReplyTimeoutSec 600 | Select-Object -First 1).Target | Should -Be "127.0.0.1:$($Nowhere.Port)"
    }
}

Describe 'Reports of server tests' {
    It 'are health checks with Test-EmailSettings -Servers' {
        $health = Test-EmailSettings -Servers
        @($health.Checks.Where({ $_.Check -like 'IncomingServer:*' })).Count | Should -Be 3
        $health.Servers.Count | Should -Be 0
        (Test-EmailSettings).Servers | Should -BeNullOrEmpty
    }

    It 'are readable within 100 columns, the first error before the stages' {
        $text = Test-OutgoingMailServer @AtSmtp -Credential $Login | Out-String -Width 100
        $text.IndexOf('Authenticate.Rejected') | Should -BeLessThan $text.IndexOf('Greeting')
        $text | Should -Match 'Next: '
        $text -split '\r?\n' | ForEach-Object { $_.Length | Should -BeLessOrEqual 100 }
        $text | Should -Not -Match 'EHLO'
        $table = Test-OutgoingMailServer @Nowhere | Format-Table | Out-String -Width 100
        $table | Should -Match 'Connect\.Refused'
    }

    It 'show facts and transcript with Detailed' {
        $text = Test-OutgoingMailServer @AtSmtp -Detailed | Out-String -Width 100
        $text | Should -Match 'Transcript'
        $text | Should -Match 'Client +EHLO'
        $text | Should -Match 'host: 127\.0\.0\.1'
    }

    It 'keep their stages and findings through a job' {
        $sent = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Test-OutgoingMailServer @Nowhere)))
        $sent.Primary.Id | Should -Be 'Connect.Refused'
        @($sent.Stages | Where-Object { "$($_.Status)" -eq 'Failed' }).Summary | Should -Be 'Connect.Refused'
    }

    It 'contain no secret in any stream' {
        $Error.Clear()
        $log = Join-Path $TestDrive transcript.txt
        $null = Start-Transcript -Path $log
        try {
            Set-StrictMode -Version Latest
            $ErrorActionPreference = 'Stop'
            $all = & {
                Test-OutgoingMailServer @AtSmtp -Credential $Login -Detailed -Verbose -Debug
                Test-OutgoingMailServer @AtSmtp -Credential $Login | ConvertTo-Json -Depth 10
                Test-IncomingMailServer @AtImap -Credential $Login -Detailed -Verbose -Debug
            } *>&1 | Out-String -Width 500
        } finally {
            $ErrorActionPreference = 'Continue'
            $null = Stop-Transcript
        }
        $all | Should -Match 'Authenticate'
        foreach ($text in $all, (Get-Content $log -Raw), ($Error | Out-String)) {
            $text | Should -Not -Match $Canary
            $text | Should -Not -Match ([regex]::Escape([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("`0mailer`0$Canary"))))
        }
    }
}

Describe 'Completion of server tests' {
    It 'offers <words> for <parameter>' -TestCases @(
        @{ Parameter = 'Test-OutgoingMailServer -TlsMode '; Words = 'Auto', 'Implicit', 'StartTls', 'None' }
        @{ Parameter = 'Test-OutgoingMailServer -Transport '; Words = 'Auto', 'Smtp', 'Graph' }
        @{ Parameter = 'Test-IncomingMailServer -Transport '; Words = 'Auto', 'Imap', 'Graph' }
        @{ Parameter = 'Test-OutgoingMailServer -Authentication '; Words = 'Anonymous', 'Basic', 'OAuthUser', 'OAuthService' }
        @{ Parameter = 'Test-IncomingMailServer -Authentication '; Words = 'Basic', 'OAuthUser', 'OAuthService' }
        @{ Parameter = 'Test-IncomingMailServer con'; Words = "'Contoso sales'", "'Contoso support'" }
    ) {
        (TabExpansion2 $Parameter $Parameter.Length).CompletionMatches.CompletionText | Should -Be $Words
    }
}
