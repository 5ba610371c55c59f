# The scripts of examples/ that can run here, each in a separate PowerShell that finds the module in the module path.

Describe 'Example scripts' {
    BeforeAll {
        . $PSScriptRoot/TestModule.ps1
        . $PSScriptRoot/ScriptHost.ps1
        . $PSScriptRoot/ScriptedServer.ps1
    }

    AfterAll { $env:PSModulePath = $before }

    BeforeEach { New-Store }

    It 'import-servers adds servers from a CSV file, and changes them the second time' {
        (Invoke-Script "& '$examples/import-servers.ps1' -Path '$examples/servers.csv' -WhatIf").ExitCode | Should -Be 0
        Get-IncomingMailServer | Should -BeNullOrEmpty
        (Invoke-Script "& '$examples/import-servers.ps1' -Path '$examples/servers.csv'").ExitCode | Should -Be 0
        (Get-IncomingMailServer).Name | Should -Be 'Contoso claims', 'Contoso partners', 'Contoso returns'
        Set-IncomingMailServer 'Contoso claims' -ClientId '00000000-0000-0000-0000-000000000001'
        (Invoke-Script "& '$examples/import-servers.ps1' -Path '$examples/servers.csv'").ExitCode | Should -Be 0
        "$((Get-IncomingMailServer 'Contoso claims').ClientId)" | Should -Be '4e5f6071-8293-4a4b-b5c6-e7f8091a2b3c'
    }

    It 'secrets-from-vault enters the secrets in a vault, and names missing ones' {
        # A mock of SecretManagement: a module of its name with the two commands that the script calls.
        $played = New-Item -ItemType Directory (Join-Path $TestDrive played/Microsoft.PowerShell.SecretManagement) -Force
        Set-Content (Join-Path $played Microsoft.PowerShell.SecretManagement.psm1) @'
function Get-SecretInfo { param($Vault) if ($Vault -ne 'Contoso') { throw "no vault $Vault" }; [pscustomobject]@{ Name = 'outgoing.password' } }
function Get-Secret { param($Vault, $Name) ConvertTo-SecureString "from the vault $Name" -AsPlainText -Force }
'@
        Set-TestCertificate
        Import-EmailSettings "$examples/contoso.json"
        $run = Invoke-Script "`$env:PSModulePath = '$(Split-Path $played)$([IO.Path]::PathSeparator)' + `$env:PSModulePath; & '$examples/secrets-from-vault.ps1' -Vault Contoso"
        $run.ExitCode | Should -Be 0 -Because $run.Output
        $run.Output | Should -Not -Match 'from the vault'
        $run.Output | Should -Match "no secret 'incoming\.secret:Contoso sales'"
        (Get-MailPassword outgoing.password).Decrypts | Should -BeTrue
    }

    It 'secrets-from-vault enters the secrets in a SecretManagement vault' {
        if (-not (Get-Module -ListAvailable Microsoft.PowerShell.SecretStore)) { Set-ItResult -Skipped -Because 'SecretManagement and SecretStore are not installed' }
        Set-TestCertificate
        Import-EmailSettings "$examples/contoso.json"
        $run = Invoke-Script @"
            Reset-SecretStore -Scope CurrentUser -Authentication None -Interaction None -Force
            Register-SecretVault -Name Contoso -ModuleName Microsoft.PowerShell.SecretStore
            Set-Secret -Vault Contoso -Name outgoing.password -Secret 'from the vault'
            & '$examples/secrets-from-vault.ps1' -Vault Contoso
"@
        $run.ExitCode | Should -Be 0 -Because $run.Output
        $run.Output | Should -Not -Match 'from the vault'
        (Get-MailPassword outgoing.password).Decrypts | Should -BeTrue
    }

    It 'daily-check reports the health by its exit code, and writes its findings' {
        Set-TestCertificate
        (Invoke-Script "& '$examples/daily-check.ps1'; exit `$LASTEXITCODE").ExitCode | Should -Be 0
        Import-EmailSettings "$examples/contoso.json"
        (Invoke-Script "& '$examples/daily-check.ps1'; exit `$LASTEXITCODE").ExitCode | Should -Be 2
        Get-MailPassword | Where-Object { -not $_.IsSet } | ForEach-Object { Set-MailPassword $_.Purpose (New-Secret) }
        $log = Join-Path $TestDrive check.json
        (Invoke-Script "& '$examples/daily-check.ps1' -DaysBefore 36500 -LogPath '$log'; exit `$LASTEXITCODE").ExitCode | Should -Be 1
        $logged = Get-Content $log | ConvertFrom-Json
        $logged.Count | Should -BeGreaterThan 1
        foreach ($finding in $logged) { $finding.Cause, $finding.NextStep | Should -Not -BeNullOrEmpty }
        Disconnect-EmailSettingsStore
        Set-Content $env:EMAILSETTINGS_STORE 'no database'
        (Invoke-Script "& '$examples/daily-check.ps1'; exit `$LASTEXITCODE").ExitCode | Should -Be 2
    }

    It 'delegated-administration grants each role its right, switches rights on, and can be run again without changes' -Skip:$IsWindows {
        $call = "& '$examples/delegated-administration.ps1' uid:1001 gid:1002 uid:1003 -Administrator uid:1004"
        $run = Invoke-Script $call
        $run.ExitCode | Should -Be 0 -Because $run.Output
        (Get-EmailSettingsRight | Where-Object PrincipalId -Match '100\d$' | Sort-Object PrincipalId).Right | Should -Be 'Incoming.Manage', 'EmailService.Modify', 'Outgoing.Manage', 'Administrator'
        (Get-EmailSettingsRight).Enforced | Sort-Object -Unique | Should -BeTrue
        $revision = (Get-EmailSettingsStore).Revision
        (Invoke-Script $call).ExitCode | Should -Be 0
        (Get-EmailSettingsStore).Revision | Should -Be $revision
    }

    It 'drift-check reports by its exit code whether the settings match the document' {
        Import-EmailSettings "$examples/contoso.json"
        (Invoke-Script "& '$examples/drift-check.ps1' '$examples/contoso.json'; exit `$LASTEXITCODE").ExitCode | Should -Be 0
        Set-EmailBasicSettings -MaxIncomingSizeKB 1
        $run = Invoke-Script "& '$examples/drift-check.ps1' '$examples/contoso.json'; exit `$LASTEXITCODE"
        $run.ExitCode | Should -Be 1
        $run.Output | Should -Match '(?s)1 difference, .*basic.maxIncomingSizeKB' -Because 'the verdict comes first'
        $ignored = Join-Path $TestDrive ignored.txt
        Set-Content $ignored 'basic'
        (Invoke-Script "& '$examples/drift-check.ps1' '$examples/contoso.json' -IgnorePath '$ignored'; exit `$LASTEXITCODE").ExitCode | Should -Be 0
        (Invoke-Script "& '$examples/drift-check.ps1' '$TestDrive/nothing.json'; exit `$LASTEXITCODE").ExitCode | Should -Be 2
    }

    It 'expiry-mail names what expires first, and sends nothing if nothing expires' {
        Set-TestCertificate
        Import-EmailSettings "$examples/contoso.json"
        Set-MailPassword outgoing.password (New-Secret)
        Set-IncomingMailServer 'Contoso sales' -Secret (New-Secret) -SecretExpires ([datetime]::UtcNow.Date.AddDays(10))
        $run = Invoke-Script "& '$examples/expiry-mail.ps1' -From a@contoso.example -To b@contoso.example -WhatIf; exit `$LASTEXITCODE"
        $run.ExitCode | Should -Be 0 -Because $run.Output
        $run.Output | Should -Match 'incoming.secret:Contoso sales'
        $run.Output | Should -Match 'What if'
        $run = Invoke-Script "& '$examples/expiry-mail.ps1' -From a@contoso.example -To b@contoso.example -DaysBefore 5; exit `$LASTEXITCODE"
        $run.ExitCode, $run.Output | Should -Be 0, ''
    }

    It 'expiry-mail sends the notice through the outgoing server, and reports by its exit code whether it was accepted' {
        $taken = @{ EHLO = '250-mail', '250 SIZE 200000000'; MAIL = '250 2.1.0 ok'; RCPT = '250 2.1.5 ok'; DATA = '354 go on'; '.' = '250 2.0.0 queued as 1'; QUIT = '221 bye' }
        $refused = $taken.Clone()
        $refused.RCPT = '550 5.1.1 no such user'
        Set-TestCertificate
        Import-EmailSettings "$examples/contoso.json"
        Set-IncomingMailServer 'Contoso sales' -Secret (New-Secret) -SecretExpires ([datetime]::UtcNow.Date.AddDays(10))
        foreach ($answers in $taken, $refused) {
            $server = Start-Server '220 mail ESMTP' $answers
            try {
                Set-OutgoingMailServer -MailHost 127.0.0.1 -Port $server.Port -UseSsl $false -Authentication Anonymous
                $run = Invoke-Script "& '$examples/expiry-mail.ps1' -From a@contoso.example -To b@contoso.example; exit `$LASTEXITCODE"
                $heard = $server.Heard.ToArray()
            } finally {
                Stop-Server $server
            }
            $heard | Should -Contain 'RCPT TO:<b@contoso.example>' -Because $run.Output
            $run.ExitCode | Should -Be ([int]($answers -eq $refused)) -Because $run.Output
            if ($answers -eq $refused) {
                $heard | Should -Not -Contain '.'
            } else {
                ($heard -match '^Subject: ')[0] | Should -Match 'incoming\.secret:Contoso sales'
                "$heard" | Should -Match 'incoming\.secret:Contoso sales: 10 days left'
                $heard | Should -Contain '.'
            }
        }
    }

    It 'change-client-secret stores the secret with its expiry date' {
        Set-TestCertificate
        Import-EmailSettings "$examples/contoso.json"
        $run = Invoke-Script "`$s = [securestring]::new(); 'tr1al'.ToCharArray().ForEach({ `$s.AppendChar(`$_) }); & '$examples/change-client-secret.ps1' 'Contoso sales' -Secret `$s -Expires 2031-09-30"
        $run.ExitCode | Should -Be 0 -Because $run.Output
        $run.Output | Should -Not -Match 'tr1al'
        (Get-MailPassword 'incoming.secret:Contoso sales').Expires | Should -Be ([datetime] '2031-09-30')
    }

    It 'first-setup sets a system up from nothing, and changes nothing the second time' {
        $call = "`$env:TRIAL_SECRET = 'from the environment'; & '$examples/first-setup.ps1' '$examples/contoso.json' -SecretVariable @{ 'outgoing.password' = 'TRIAL_SECRET'; 'incoming.secret:Contoso sales' = 'TRIAL_SECRET' }; exit `$LASTEXITCODE"
        $run = Invoke-Script $call
        $run.ExitCode | Should -Be 0 -Because $run.Output
        $run.Output | Should -Not -Match 'from the environment'
        Compare-EmailSettings "$examples/contoso.json" -Quiet | Should -BeTrue
        (Invoke-Script "& '$examples/first-setup.ps1' '$examples/contoso.json'; exit `$LASTEXITCODE").ExitCode | Should -Be 0
        @(Get-EmailSettingsChange -Path basic).Count | Should -Be 1
    }

    It 'gitops applies the document, and only shows the changes with -WhatIf' {
        Import-EmailSettings "$examples/contoso.json"
        Set-EmailBasicSettings -MaxIncomingSizeKB 1
        New-IncomingMailServer 'By hand' -Address $Tenant -ClientId $Client -Authentication OAuthUser
        $run = Invoke-Script "& '$examples/gitops.ps1' '$examples/contoso.json' -WhatIf; exit `$LASTEXITCODE"
        $run.ExitCode | Should -Be 1 -Because $run.Output
        $run.Output | Should -Match 'remove incomingServers\[By hand\]'
        (Invoke-Script "& '$examples/gitops.ps1' '$examples/contoso.json'; exit `$LASTEXITCODE").ExitCode | Should -Be 0
        Compare-EmailSettings "$examples/contoso.json" -Quiet | Should -BeTrue
    }

    It '<_> is run by a test' -ForEach @(Get-ChildItem "$PSScriptRoot/../../examples/*.ps1" | ForEach-Object Name) {
        Get-ChildItem "$PSScriptRoot/*.Tests.ps1" | Select-String -Pattern "examples[/']+ ?'?$([regex]::Escape($_))" | Should -Not -BeNullOrEmpty
    }

    It '<_> is whole' -ForEach @(Get-ChildItem "$PSScriptRoot/../../examples/*.ps1" | ForEach-Object Name) {
        $errors = $null
        $null = [System.Management.Automation.Language.Parser]::ParseFile("$examples/$_", [ref]$null, [ref]$errors)
        $errors | Should -BeNullOrEmpty
        if ((Get-Content "$examples/$_" -Raw) -match "^<#") { (Get-Help "$examples/$_").Synopsis | Should -Match "\w+ \w+" }
    }
}
