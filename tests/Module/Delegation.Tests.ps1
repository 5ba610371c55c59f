# The roles of delegated administration, each in a constrained runspace created from its role capability.

BeforeDiscovery {
    $roles = @{
        EmailServiceModify       = 'Set-EmailBasicSettings -MaxIncomingSizeKB 5000 -SentEncoding base64', 'Set-EmailErrorTexts -NoBody none', 'Set-EmailAttachmentSettings -SaveAsMime 0', 'Reset-EmailErrorTexts', 'Clear-EmailSettingsRestart'
        IncomingMailServerManage = "New-IncomingMailServer 'Support' -Authentication OAuthUser -Address https://login.microsoftonline.com/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718 -ClientId 2c3d4e5f-6071-4829-a3b4-c5d6e7f8091a", 'Set-IncomingMailServer Support -ClientId 3c3d4e5f-6071-4829-a3b4-c5d6e7f8091a', 'Rename-IncomingMailServer Support Sales', 'Get-IncomingMailServer S* | Remove-IncomingMailServer -Confirm:0'
        OutgoingMailServerManage = 'Set-OutgoingMailServer -MailHost smtp.example.org -Port 587 -UseSsl 1 -Enabled 0', 'Set-OutgoingMailServer -MaxRecipients 7', 'Reset-OutgoingMailServer MaxRecipients -Confirm:0'
        EmailSettingsReader      = 'Get-EmailSettings', 'Get-EmailSettingsChange', 'Get-EmailSettingsRight -Current', 'Test-EmailSettings'
    }
    $each = $roles.GetEnumerator() | ForEach-Object { @{ Role = $_.Key; Own = $_.Value; Foreign = @($roles.GetEnumerator() | Where-Object Key -NE $_.Key | ForEach-Object Value | Where-Object { $_ -notlike 'Get-*' }) } }
}

BeforeAll {
    . $PSScriptRoot/TestModule.ps1

    # Roles refer to the module by name, so it must be found by its name.
    $script:pathBefore = $env:PSModulePath
    $modules = New-Item -ItemType Directory (Join-Path $env:EMAILSETTINGS_TESTHOME "modules-$([guid]::NewGuid().ToString('N'))")
    $null = New-Item -ItemType ($IsWindows ? 'Junction' : 'SymbolicLink') -Path (Join-Path $modules EmailSettings) -Target (Split-Path (Resolve-Path $Manifest))
    $env:PSModulePath = "$modules$([IO.Path]::PathSeparator)$env:PSModulePath"
    $RoleFolder = Join-Path $Root 'module/RoleCapabilities'

    function New-RoleRunspace([string] $Role) {
        $file = Join-Path $TestDrive "$([guid]::NewGuid()).pssc"
        New-PSSessionConfigurationFile -Path $file -SessionType RestrictedRemoteServer -LanguageMode NoLanguage -RoleDefinitions @{ r = @{ RoleCapabilityFiles = Join-Path $RoleFolder "$Role.psrc" } }
        $runspace = [runspacefactory]::CreateRunspace([initialsessionstate]::CreateFromSessionConfigurationFile($file, [Func[string, bool]] { $true }))
        $runspace.Open()
        $runspace
    }

    # As a remote session without a language parses input: one pipeline of commands, converted to calls.
    function Invoke-Line([runspace] $Runspace, [string] $Line) {
        $shell = [scriptblock]::Create($Line).GetPowerShell()
        try {
            $shell.Runspace = $Runspace
            $output = $shell.Invoke()
            if ($shell.Streams.Error.Count) { throw $shell.Streams.Error[0] }
            $output
        } finally {
            $shell.Dispose()
        }
    }

    # The same as calls that a client sends, which need not come from any text.
    function Invoke-Call([runspace] $Runspace, [string] $Command, [hashtable] $Parameters = @{}) {
        $shell = [powershell]::Create($Runspace).AddCommand($Command).AddParameters($Parameters)
        try {
            $output = $shell.Invoke()
            if ($shell.Streams.Error.Count) { throw $shell.Streams.Error[0] }
            $output
        } finally {
            $shell.Dispose()
        }
    }

    function Get-Refusal([scriptblock] $Call) {
        try { $null = & $Call; 'nothing was refused' } catch { $_.Exception.GetBaseException().GetType().Name }
    }
}

AfterAll { $env:PSModulePath = $script:pathBefore }

Describe 'The role <Role>' -ForEach $each {
    BeforeAll {
        New-Store
        $runspace = New-RoleRunspace $Role
        $capability = Import-PowerShellDataFile (Join-Path $RoleFolder "$Role.psrc")
    }
    AfterAll { $runspace.Dispose() }

    It 'shows exactly its cmdlets, with exactly its parameters' {
        $basics = 'Clear-Host', 'Exit-PSSession', 'Get-Command', 'Get-FormatData', 'Get-Help', 'Measure-Object', 'Out-Default', 'Select-Object', 'TabExpansion2'
        $visible = Invoke-Call $runspace Get-Command
        $visible.Name | Sort-Object | Should -Be (@($capability.VisibleCmdlets.Name) + $basics | Sort-Object)
        foreach ($entry in $capability.VisibleCmdlets) {
            $shown = ($visible | Where-Object Name -EQ $entry.Name).Parameters.Keys | Where-Object { $_ -notin [System.Management.Automation.Cmdlet]::CommonParameters -and $_ -notin 'WhatIf', 'Confirm' }
            @($shown | Sort-Object) | Should -Be @($entry.Parameters.Name | Sort-Object) -Because $entry.Name
        }
    }

    It 'does its own job, typed as plain text' {
        foreach ($line in $Own) { { Invoke-Line $runspace $line } | Should -Not -Throw -Because $line }
    }

    It 'does not even see <_>' -ForEach $Foreign {
        Get-Refusal { Invoke-Line $runspace $_ } | Should -Be CommandNotFoundException
    }

    It 'sees nothing that opens files, secrets, stores or code' {
        foreach ($command in 'Import-EmailSettings', 'Initialize-EmailSettings', 'Backup-EmailSettingsStore', 'Restore-EmailSettingsStore', 'Connect-EmailSettingsStore', 'Unprotect-MailPassword', 'Update-MailPassword',
            'Export-MailPasswordCertificate', 'Grant-EmailSettingsRight', 'Disable-EmailSettingsRight', 'Unlock-EmailSettingsBlock', 'Update-FormatData', 'Update-TypeData', 'Remove-TypeData', 'Start-Job', 'Trace-Command',
            'Invoke-Expression', 'Invoke-Command', 'ForEach-Object', 'Where-Object', 'Import-Module', 'New-Object', 'Add-Type', 'Get-Content', 'Set-Content', 'Get-ChildItem', 'Set-Location', 'Get-Variable', 'Set-Variable', 'Set-Alias', 'Export-Csv', 'Out-File') {
            Get-Refusal { Invoke-Call $runspace $command } | Should -Be CommandNotFoundException -Because $command
        }
        Get-Refusal { Invoke-Call $runspace '/bin/sh' } | Should -Be CommandNotFoundException
    }

    It 'names no other store, no path and no target' {
        foreach ($entry in $capability.VisibleCmdlets) {
            Get-Refusal { Invoke-Call $runspace $entry.Name @{ Store = Join-Path $TestDrive 'other.db' } } | Should -Be ParameterBindingException -Because $entry.Name
            if ($entry.Name -like 'Test-*Server' -or $entry.Name -like 'Send-*') {
                Get-Refusal { Invoke-Call $runspace $entry.Name @{ MailHost = '127.0.0.1' } } | Should -Be ParameterBindingException -Because $entry.Name
            }
        }
    }

    It 'has no language: <_> is refused' -ForEach '1+1', '$x = 1', '$env:PATH', '& { 1 }', '. { 1 }', "& 'Get-EmailSettingsRight'", "`$PSDefaultParameterValues['*:Store'] = 'x'", '[IO.File]::ReadAllText("x")', 'Get-EmailSettingsRight; 1', 'Get-EmailSettingsRight | & { $input }', 'function f { 1 }',
    'Get-IncomingMailServer | Rename-IncomingMailServer -NewName { [IO.File]::ReadAllText("x") }', 'Get-EmailSettingsRight | Select-Object @{ n = 1; e = { 1 } }', 'Get-EmailSettingsRight > x', 'Get-EmailSettingsRight 2> x', 'Get-EmailSettingsRight &', 'Get-EmailSettingsRight && Get-EmailSettingsRight', 'Get-Help "$(1)"', 'Get-Help (1)', 'Get-Help @x', 'if (1) { 2 }', 'using namespace System; Get-EmailSettingsRight', 'data { 1 }' {
        $shell = [powershell]::Create($runspace).AddScript($_)
        try { Get-Refusal { $shell.Invoke() } | Should -Be ParseException } finally { $shell.Dispose() }
    }

    It 'calls nothing else by another name: <_>' -ForEach 'iex', 'icm', 'gci', 'cat', '%', '?', 'sal', 'saps', 'ni', 'EmailSettings\Import-EmailSettings', 'EmailSettings\Get-EmailSettingsRight', 'Microsoft.PowerShell.Utility\Invoke-Expression', 'Microsoft.PowerShell.Core\ForEach-Object', 'Import-EmailSetting*', 'I?port-EmailSettings', 'function:TabExpansion2', './x.ps1', '/bin/sh', 'sh', 'C:\Windows\System32\cmd.exe', 'pwsh' {
        Get-Refusal { Invoke-Call $runspace $_ } | Should -Be CommandNotFoundException
    }

    It 'accepts no abbreviated parameter names' {
        foreach ($entry in $capability.VisibleCmdlets) {
            Get-Refusal { Invoke-Call $runspace $entry.Name @{ Stor = 'other.db' } } | Should -Be ParameterBindingException -Because $entry.Name
        }
    }

    It 'runs no code in a value for the commands of every session: <Command>' -ForEach @(
        @{ Command = 'Select-Object'; Parameters = @{ Property = { [IO.File]::ReadAllText('x') } } }
        @{ Command = 'Select-Object'; Parameters = @{ Property = @{ n = 'x'; e = { 1 } } } }
        @{ Command = 'Select-Object'; Parameters = @{ ExpandProperty = { 1 } } }
        @{ Command = 'Measure-Object'; Parameters = @{ Property = { 1 } } }
        @{ Command = 'Get-Command'; Parameters = @{ Name = 'Import-EmailSettings' } }
        @{ Command = 'Get-Command'; Parameters = @{ All = $true } }
        @{ Command = 'Get-Help'; Parameters = @{ Name = 'Get-Help'; Online = $true } }
        @{ Command = 'Get-Help'; Parameters = @{ Name = '/etc/passwd' } }
    ) {
        Get-Refusal { Invoke-Call $runspace $Command $Parameters } | Should -Not -Be 'nothing was refused'
    }

    It 'completes no path and evaluates nothing: <_>' -ForEach 'Get-Content /etc/pass', 'Get-Help /etc/pass', '/etc/pass', '$(1+1).', '[IO.File]::ReadAllText("/etc/passwd").', '$env:', 'Import-EmailS' {
        # Without providers, PowerShell's completion of paths fails. It names variables and members of types, but not their
        # values.
        $offered = try { (Invoke-Call $runspace TabExpansion2 @{ inputScript = $_; cursorColumn = $_.Length }).CompletionMatches } catch { }
        $offered = @($offered | ForEach-Object { $_.CompletionText; $_.ListItemText; $_.ToolTip }) -join "`n"
        $offered | Should -Not -Match "passwd|Import-EmailSettings|root:|$([regex]::Escape($env:PATH))"
    }

    It 'accepts no common parameter that names a variable' {
        foreach ($parameter in 'OutVariable', 'ErrorVariable', 'WarningVariable', 'InformationVariable', 'PipelineVariable') {
            Get-Refusal { Invoke-Call $runspace Get-EmailSettingsRight @{ $parameter = 'PSSenderInfo' } } | Should -Be RuntimeException -Because $parameter
        }
        Get-Refusal { Invoke-Call $runspace Get-EmailSettingsRight @{ Store = '$x' } } | Should -Be ParameterBindingException
    }

    It 'completes' {
        (Invoke-Call $runspace Get-Command @{ Name = 'TabExpansion2' }).Name | Should -Be TabExpansion2
    }
}

Describe 'Values in a role' {
    BeforeAll {
        New-Store
        $runspace = New-RoleRunspace IncomingMailServerManage
    }
    AfterAll { $runspace.Dispose() }

    It 'treats <_> only as a name' -ForEach '../../etc/passwd', 'Env:PATH', 'C:\Windows\win.ini', '$(1)', '`whoami`', '*' {
        Invoke-Call $runspace New-IncomingMailServer @{ Name = $_; Authentication = 'OAuthUser'; Address = $Tenant; ClientId = $Client }
        (Invoke-Call $runspace Get-IncomingMailServer @{ LiteralName = $_ }).Name | Should -BeExactly $_
        Invoke-Call $runspace Remove-IncomingMailServer @{ Name = $_; Confirm = $false }
        Invoke-Call $runspace Get-IncomingMailServer | Should -BeNullOrEmpty
    }

    It 'matches no value by a pattern: <_>' -ForEach 'OAuth*', 'OAuthUser;OAuthService', "OAuthUser`nOAuthService" {
        Get-Refusal { Invoke-Call $runspace New-IncomingMailServer @{ Name = 'a'; Authentication = $_; Address = $Tenant; ClientId = $Client } } | Should -Not -Be 'nothing was refused'
    }

    It 'does not treat an object from a client as a server of the store' {
        $shell = [powershell]::Create($runspace).AddCommand('Test-IncomingMailServer')
        try {
            $null = $shell.Invoke(@([pscustomobject]@{ Name = 'a'; MailHost = '127.0.0.1' }))
            $shell.Streams.Error[0].FullyQualifiedErrorId | Should -BeLike 'InputObjectNotBound*'
        } finally { $shell.Dispose() }
    }
}

Describe 'Rights in a role' {
    It 'apply behind the endpoint too, and the history records it' {
        New-Store
        Set-EmailBasicSettings -MaxIncomingSizeKB 5000
        Grant-EmailSettingsRight Administrator uid:4711
        Grant-EmailSettingsRight EmailService.Modify uid:0
        Enable-EmailSettingsRight
        Revoke-EmailSettingsRight Administrator uid:0
        $own = New-RoleRunspace EmailServiceModify
        $other = New-RoleRunspace OutgoingMailServerManage
        try {
            Invoke-Line $own 'Set-EmailBasicSettings -MaxIncomingSizeKB 6000'
            $refused = try { Invoke-Line $other 'Set-OutgoingMailServer -MailHost a' } catch { $_ }
            $refused.FullyQualifiedErrorId | Should -BeLike 'RightMissing,*'
            $refused.CategoryInfo.Category | Should -Be PermissionDenied
        } finally { $own.Dispose(); $other.Dispose() }
        $story = Get-EmailSettingsChange -Last 2
        $story[0].Refusal | Should -BeLike 'RightMissing:*'
        $story[1].Changes.Path | Should -Be basic.maxIncomingSizeKB
        $story.Host | Should -Be ([Environment]::MachineName), ([Environment]::MachineName)
    } -Skip:(-not ($IsLinux -and (id -u) -eq '0'))
}

Describe 'The sample configurations' {
    It '<_> passes the check that ships with it' -ForEach 'EmailSettings.VirtualAccount.pssc', 'EmailSettings.ServiceAccount.pssc' {
        $folder = Join-Path $Root 'module/SessionConfigurations'
        $checks = & (Join-Path $folder Test-EmailSettingsEndpoint.ps1) -Path (Join-Path $folder $_)
        $checks.Count | Should -Be 5
        $checks | Where-Object Status -NE Passed | ForEach-Object { "$($_.Check): $($_.Detail)" } | Should -BeNullOrEmpty
    }

    It 'fails the check where <What>' -ForEach @(
        @{ What = 'it has a language'; Old = "'NoLanguage'"; New = "'FullLanguage'"; Check = 'Session type' }
        @{ What = 'it runs as its caller'; Old = '$true'; New = '$false'; Check = 'Session type' }
        @{ What = 'a role is not there'; Old = "'EmailServiceModify'"; New = "'NoSuchRole'"; Check = 'Role NoSuchRole of *' }
    ) {
        $folder = Join-Path $Root 'module/SessionConfigurations'
        $file = Join-Path $TestDrive changed.pssc
        (Get-Content (Join-Path $folder EmailSettings.VirtualAccount.pssc) -Raw).Replace($Old, $New) | Set-Content $file
        (& (Join-Path $folder Test-EmailSettingsEndpoint.ps1) -Path $file | Where-Object Status -EQ Failed).Check | Should -BeLike $Check
    }
}
