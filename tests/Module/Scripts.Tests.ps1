# The scripts of examples/ that can run here, each in a PowerShell of its own that finds the module where modules are found.

Describe 'Example scripts' {
    BeforeAll {
        . $PSScriptRoot/TestModule.ps1
        . $PSScriptRoot/ScriptHost.ps1
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

    It 'secrets-from-vault enters what a vault of SecretManagement has' {
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

    It 'daily-check says by its exit code how things are, and writes what it found' {
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

    It 'delegated-administration gives each role its right, switches rights on, and does so again without a change' -Skip:$IsWindows {
        $call = "& '$examples/delegated-administration.ps1' uid:1001 gid:1002 uid:1003 -Administrator uid:1004"
        $run = Invoke-Script $call
        $run.ExitCode | Should -Be 0 -Because $run.Output
        (Get-EmailSettingsRight | Where-Object PrincipalId -Match '100\d$' | Sort-Object PrincipalId).Right | Should -Be 'Incoming.Manage', 'EmailService.Modify', 'Outgoing.Manage', 'Administrator'
        (Get-EmailSettingsRight).Enforced | Sort-Object -Unique | Should -BeTrue
        $revision = (Get-EmailSettingsStore).Revision
        (Invoke-Script $call).ExitCode | Should -Be 0
        (Get-EmailSettingsStore).Revision | Should -Be $revision
    }

    It '<_> is whole' -ForEach @(Get-ChildItem "$PSScriptRoot/../../examples/*.ps1" | ForEach-Object Name) {
        $errors = $null
        $null = [System.Management.Automation.Language.Parser]::ParseFile("$examples/$_", [ref]$null, [ref]$errors)
        $errors | Should -BeNullOrEmpty
        if ((Get-Content "$examples/$_" -Raw) -match "^<#") { (Get-Help "$examples/$_").Synopsis | Should -Match "\w+ \w+" }
    }
}
