# The examples that need a service that is not available here (Azure Automation, Jenkins, the Windows task scheduler), run
# unchanged with mocks: functions with the names of its cmdlets, or the environment that it sets.

Describe 'Runbooks' {
    BeforeAll {
        . $PSScriptRoot/TestModule.ps1
        . $PSScriptRoot/ScriptHost.ps1

        # The scripts of a pipeline's pwsh steps, by the name of their stage.
        function Get-PipelineStep([string] $Stage) {
            $text = Get-Content (Join-Path $examples Jenkinsfile) -Raw
            $part = ($text -split "stage\('")[1..99] | Where-Object { $_.StartsWith("$Stage'") }
            $part | Should -Match 'pwsh' -Because "the stage $Stage has such a step"
            if ($part -match "(?s)pwsh '''(.+?)'''") { $Matches[1] } elseif ($part -match "pwsh '(.+?)'\s") { $Matches[1] }
        }
    }

    AfterAll { $env:PSModulePath = $before }

    BeforeEach {
        New-Store
        Set-TestCertificate
    }

    It 'of Azure Automation apply the document, with the credential of the account' {
        $play = 'function Get-AutomationPSCredential { param($Name) if ($Name -ne "OutgoingMail") { throw "no credential $Name" }; [pscredential]::new("u", (ConvertTo-SecureString "from the account" -AsPlainText -Force)) }'
        $run = Invoke-Script "$play; & '$examples/azure-automation-runbook.ps1' -Document '$examples/contoso.json'"
        # The secret of one server is still missing, so the runbook ends with an error.
        $run.ExitCode | Should -Be 1
        $run.Output | Should -Match 'Revision \d+: \d+ fields changed'
        $run.Output | Should -Match 'need attention'
        $run.Output | Should -Match 'WARNING: .*incoming\.secret:Contoso sales'
        $run.Output | Should -Not -Match 'from the account'
        (Get-MailPassword outgoing.password).Decrypts | Should -BeTrue
        Get-MailPassword | Where-Object { -not $_.IsSet -and $_.Purpose -like 'incoming*' } | ForEach-Object { Set-MailPassword $_.Purpose (New-Secret) }
        Set-MailPassword sms.password (New-Secret)
        $again = Invoke-Script "$play; & '$examples/azure-automation-runbook.ps1' -Document '$examples/contoso.json'"
        $again.ExitCode | Should -Be 0 -Because $again.Output
    }

    It 'of Azure Automation fail without changes if the document has an error' {
        $faulty = Join-Path $TestDrive faulty.json
        Set-Content $faulty '{ "version": 1, "basic": { "maxIncomingSizeKB": 0, "bodyCharset": "x" } }'
        $revision = (Get-EmailSettingsStore).Revision
        $play = 'function Get-AutomationPSCredential { [pscredential]::new("u", (ConvertTo-SecureString x -AsPlainText -Force)) }'
        $run = Invoke-Script "$play; & '$examples/azure-automation-runbook.ps1' -Document '$faulty'"
        $run.ExitCode | Should -Be 1
        $run.Output | Should -Match 'maxIncomingSizeKB'
        (Get-EmailSettingsStore).Revision | Should -Be $revision
    }

    It 'of Jenkins show the difference, apply it, and check' {
        $workspace = (New-Item -ItemType Directory (Join-Path $TestDrive workspace)).FullName
        Copy-Item (Join-Path $examples contoso.json) (Join-Path $workspace settings.json)
        Copy-Item (Join-Path $examples daily-check.ps1) $workspace
        $revision = (Get-EmailSettingsStore).Revision

        $difference = Invoke-Script (Get-PipelineStep Difference) $workspace
        $difference.ExitCode | Should -Be 0 -Because $difference.Output
        $difference.Output | Should -Match 'What if'
        (Get-EmailSettingsStore).Revision | Should -Be $revision

        $env:MAIL_PASSWORD = 'from the binding'
        try {
            $apply = Invoke-Script (Get-PipelineStep Apply) $workspace
        } finally {
            $env:MAIL_PASSWORD = $null
        }
        $apply.ExitCode | Should -Be 0 -Because $apply.Output
        $apply.Output | Should -Match 'outgoingServer.host'
        $apply.Output | Should -Not -Match 'from the binding'
        (Get-MailPassword outgoing.password).Decrypts | Should -BeTrue

        (Invoke-Script (Get-PipelineStep Check) $workspace).ExitCode | Should -Be 1 -Because 'the secret of a server is not set'
        Get-MailPassword | Where-Object { -not $_.IsSet } | ForEach-Object { Set-MailPassword $_.Purpose (New-Secret) }
        $check = Invoke-Script (Get-PipelineStep Check) $workspace
        $check.ExitCode | Should -Be 0 -Because $check.Output
    }

    It 'register-daily-check registers one task, and none with -WhatIf' {
        $play = @'
function New-ScheduledTaskAction { param($Execute, $Argument) "$Execute $Argument" }
function New-ScheduledTaskTrigger { param([switch] $Daily, [datetime] $At) "daily $($At.ToString('HH:mm'))" }
function New-ScheduledTaskPrincipal { param($UserId, $LogonType) "$UserId $LogonType" }
function New-ScheduledTaskSettingsSet { param([switch] $StartWhenAvailable, $ExecutionTimeLimit) "$StartWhenAvailable $ExecutionTimeLimit" }
function Register-ScheduledTask { param($TaskName, $Description, $Action, $Trigger, $Principal, $Settings, [switch] $Force) "registered '$TaskName': $Action, $Trigger, $Principal" }
'@
        $run = Invoke-Script "$play`n& '$examples/register-daily-check.ps1' -Account 'CONTOSO\svc-mail$' -At 07:30"
        $run.ExitCode | Should -Be 0 -Because $run.Output
        $run.Output | Should -Match "registered 'EmailSettings daily check'"
        $run.Output | Should -Match 'pwsh.* -NoProfile -NonInteractive -File ".+daily-check\.ps1"'
        $run.Output | Should -Match 'daily 07:30, CONTOSO\\svc-mail\$ Password'
        $none = Invoke-Script "$play`n& '$examples/register-daily-check.ps1' -Account 'CONTOSO\svc-mail$' -WhatIf"
        $none.Output | Should -Match 'What if'
        $none.Output | Should -Not -Match 'registered '
    }
}
