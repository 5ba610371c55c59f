BeforeAll {
    . $PSScriptRoot/TestModule.ps1
    $Module = Get-Module EmailSettings
}

Describe 'The module' {
    It 'exports what the manifest names, and nothing else' {
        $named = (Import-PowerShellDataFile $Manifest).CmdletsToExport | Sort-Object
        (Get-Command -Module EmailSettings).Name | Sort-Object | Should -Be $named
        $Module.ExportedCommands.Count | Should -Be $named.Count
    }

    It 'has a valid manifest with four explicit lists and no required module' {
        $test = Test-ModuleManifest $Manifest -ErrorAction Stop -WarningVariable warnings
        $warnings | Should -BeNullOrEmpty
        $test.PowerShellVersion | Should -Be '7.6'
        $test.CompatiblePSEditions | Should -Be 'Core'
        $data = Import-PowerShellDataFile $Manifest
        foreach ($list in 'FunctionsToExport', 'CmdletsToExport', 'VariablesToExport', 'AliasesToExport') {
            $data.ContainsKey($list) | Should -BeTrue -Because $list
            $data[$list] | Should -Not -Contain '*'
        }
        $data.ContainsKey('RequiredModules') | Should -BeFalse
    }

    It 'uses approved verbs only' {
        $approved = (Get-Verb).Verb
        Get-Command -Module EmailSettings | Where-Object Verb -NotIn $approved | Should -BeNullOrEmpty
    }

    It 'keeps its cmdlets when it is imported again with -Force, and disappears when it is removed' {
        $said = Invoke-Fresh {
            Import-Module $args[0] -Force
            (Get-Command -Module EmailSettings).Count
            (Get-EmailBasicSettings).BodyCharset
            Remove-Module EmailSettings
            @(Get-Command -Module EmailSettings).Count
            Import-Module $args[0] -Prefix X
            (Get-XEmailBasicSettings).BodyCharset
        } $Manifest
        $said | Should -Be "$((Get-Command -Module EmailSettings).Count)", 'utf-8', '0', 'utf-8'
    }

    It 'reports clearly that PowerShell is too old' {
        $old = Join-Path $TestDrive old.psd1
        (Get-Content $Manifest -Raw).Replace("'7.6'", "'99.0'") | Set-Content $old
        { Import-Module $old -ErrorAction Stop } | Should -Throw "*requires a minimum PowerShell version of '99.0'*" -ErrorId 'Modules_InsufficientPowerShellVersion,*'
    }

    It 'closes its store when it is removed' -Skip:(-not $IsLinux) {
        $said = Invoke-Fresh {
            $env:EMAILSETTINGS_STORE = $args[0]
            Set-EmailBasicSettings -MaxIncomingSizeKB 9
            @(Get-ChildItem /proc/$PID/fd | Where-Object Target -Like '*closes.db*').Count -gt 0
            Remove-Module EmailSettings
            @(Get-ChildItem /proc/$PID/fd | Where-Object Target -Like '*closes.db*').Count
        } (Join-Path $TestDrive closes.db)
        $said | Should -Be 'True', '0'
    }

    It 'has no reference stub of PowerShell in its folder' {
        Join-Path (Split-Path $Manifest) 'lib/System.Management.Automation.dll' | Should -Not -Exist
    }
}

Describe 'Under the strictest settings' {
    It 'every reading cmdlet and a round of changes work' {
        $said = Invoke-Fresh {
            Set-StrictMode -Version Latest
            $ErrorActionPreference = 'Stop'
            $WarningPreference = 'SilentlyContinue'
            $env:EMAILSETTINGS_STORE = $args[0]
            & $args[1] | Out-String | Out-Null
            $messages = $args[2]
            foreach ($get in Get-Command -Module EmailSettings -Verb Get, Test) {
                $given = $get.Name -eq 'Test-EmailMessage' ? @{ Path = $messages } : @{}
                & $get @given | Out-String | Out-Null
            }
            Get-OutgoingMailServer | Set-OutgoingMailServer -MaxRecipients 5
            (Get-OutgoingMailServer).MaxRecipients
        } (Join-Path $TestDrive strict/settings.db), (Join-Path $Root examples/contoso.ps1), (Join-Path $Root examples/messages)
        $said | Should -Be '5'
    }

    It 'everything works in constrained language mode, including an import with -Force and the views' {
        $said = Invoke-Fresh {
            $env:EMAILSETTINGS_STORE = $args[0]
            $WarningPreference = 'SilentlyContinue'
            $document = $args[1]
            $manifest = $args[2]
            Remove-Module EmailSettings
            $ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'
            Import-Module $manifest
            Import-Module $manifest -Force
            $view = Initialize-EmailSettings $document | Out-String
            $view -match 'Contoso sales: OAuthService, secret not set'
            Get-IncomingMailServer | Set-IncomingMailServer -ClientId '11111111-2222-3333-4444-555555555555'
            "$((Get-IncomingMailServer)[0].ClientId)"
            (Get-EmailSettings | Out-String) -match 'smtp.contoso.example:587'
            "$($ExecutionContext.SessionState.LanguageMode)"
        } (Join-Path $TestDrive constrained/settings.db), (Join-Path $Root examples/contoso.json), $Manifest
        $said | Should -Be 'True', '11111111-2222-3333-4444-555555555555', 'True', 'ConstrainedLanguage'
    }
}

Describe 'WhatIf and confirmation' {
    It 'change nothing and read as a sentence for every changing cmdlet' {
        $said = Invoke-Fresh {
            $env:EMAILSETTINGS_STORE = $args[0]
            $WarningPreference = 'SilentlyContinue'
            & $args[1] | Out-Null
            $backup = "$($args[0]).backup"
            Backup-EmailSettingsStore $backup
            $secret = ConvertTo-SecureString x -AsPlainText -Force
            $protected = $secret | Protect-MailPassword
            Set-EmailAttachmentSettings -MinimumFileSizeBytes 1
            $revision = (Get-EmailSettingsStore).Revision
            $guarded = "$backup.guarded"
            $others = $IsWindows ? 'S-1-5-32-544' : 'gid:0'
            Lock-EmailSettingsBlock Basic -Store $guarded
            Grant-EmailSettingsRight Administrator $others -Store $guarded
            Enable-EmailSettingsRight -Store $guarded
            $calls = @{
                'Export-EmailSettings'               = { Export-EmailSettings "$backup.json" -WhatIf }
                'Undo-EmailSettingsChange'           = { Undo-EmailSettingsChange $revision -WhatIf }
                'Set-EmailBasicSettings'             = { Set-EmailBasicSettings -MaxIncomingSizeKB 1 -WhatIf }
                'Reset-EmailBasicSettings'           = { Reset-EmailBasicSettings -WhatIf }
                'Set-EmailAttachmentSettings'        = { Set-EmailAttachmentSettings -SaveAsMime $false -WhatIf }
                'Reset-EmailAttachmentSettings'      = { Reset-EmailAttachmentSettings -WhatIf }
                'Set-EmailErrorTexts'                = { Set-EmailErrorTexts -NoBody y -WhatIf }
                'Reset-EmailErrorTexts'              = { Reset-EmailErrorTexts -WhatIf }
                'Grant-EmailSettingsRight'           = { Grant-EmailSettingsRight Incoming.View $others -WhatIf }
                'Revoke-EmailSettingsRight'          = { Revoke-EmailSettingsRight Administrator $others -Store $guarded -WhatIf }
                'Enable-EmailSettingsRight'          = { Enable-EmailSettingsRight -WhatIf }
                'Disable-EmailSettingsRight'         = { Disable-EmailSettingsRight -Store $guarded -WhatIf }
                'Lock-EmailSettingsBlock'            = { Lock-EmailSettingsBlock Basic -WhatIf }
                'Unlock-EmailSettingsBlock'          = { Unlock-EmailSettingsBlock Basic -Store $guarded -WhatIf }
                'Clear-EmailSettingsRestart'         = { Clear-EmailSettingsRestart -WhatIf }
                'New-IncomingMailServer'             = { New-IncomingMailServer x -Address https://a.example/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718 -Authentication OAuthUser -ClientId 8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718 -WhatIf }
                'Set-IncomingMailServer'             = { Set-IncomingMailServer 'Contoso sales' -SecretExpires 2030-01-01 -WhatIf }
                'Rename-IncomingMailServer'          = { Rename-IncomingMailServer 'Contoso sales' y -WhatIf }
                'Remove-IncomingMailServer'          = { Remove-IncomingMailServer 'Contoso sales' -WhatIf }
                'Set-OutgoingMailServer'             = { Set-OutgoingMailServer -MaxRecipients 1 -WhatIf }
                'Reset-OutgoingMailServer'           = { Reset-OutgoingMailServer -WhatIf }
                'Set-MailPassword'                   = { Set-MailPassword sms.password $secret -WhatIf }
                'Remove-MailPassword'                = { Remove-MailPassword outgoing.password -WhatIf }
                'Update-MailPassword'                = { Export-MailPasswordCertificate "$backup.there.cer"; Update-MailPassword -ForCertificate "$backup.there.cer" -OutFile "$backup.json" -WhatIf | Out-Null }
                'Unprotect-MailPassword'             = { $protected | Unprotect-MailPassword -AsPlainText -WhatIf }
                'New-MailPasswordCertificate'        = { New-MailPasswordCertificate -WhatIf }
                'Set-MailPasswordCertificate'        = { New-MailPasswordCertificate -Subject CN=Other -PassThru | ForEach-Object { Restore-EmailSettingsStore $backup -Confirm:$false; $_ } | Set-MailPasswordCertificate -WhatIf }
                'Export-MailPasswordCertificate'     = { Export-MailPasswordCertificate "$backup.cer" -WhatIf }
                'Import-EmailSettings'               = { Import-EmailSettings $args[2] -WhatIf }
                'Initialize-EmailSettings'           = { Initialize-EmailSettings $args[2] -WhatIf | Out-Null }
                'Backup-EmailSettingsStore'          = { Backup-EmailSettingsStore "$backup.2" -WhatIf }
                'Restore-EmailSettingsStore'         = { Restore-EmailSettingsStore $backup -WhatIf }
                'Send-EmailTestMessage'              = { Send-EmailTestMessage robot@contoso.example anna@contoso.example -WhatIf | Out-Null }
            }
            $changing = Get-Command -Module EmailSettings | Where-Object { $_.Parameters.ContainsKey('WhatIf') }
            foreach ($missing in $changing | Where-Object Name -NotIn $calls.Keys) { "no call for $missing" }
            foreach ($call in $calls.GetEnumerator() | Where-Object Key -NE 'Set-MailPasswordCertificate') {
                "-- $($call.Key)"
                & $call.Value @args
            }
            "revision $(if ((Get-EmailSettingsStore).Revision -eq $revision) { 'kept' } else { 'moved' })"
            '-- Set-MailPasswordCertificate'
            & $calls['Set-MailPasswordCertificate']
            "files $(@(Test-Path "$backup.cer", "$backup.2"))"
        } (Join-Path $TestDrive whatif/settings.db), (Join-Path $Root examples/contoso.ps1), (Join-Path $Root examples/contoso.json)
        $text = $said -join "`n"
        $text | Should -Not -Match 'no call for'
        $text | Should -Match 'revision kept'
        $text | Should -Match 'files False False'
        foreach ($part in ($text -split '(?m)^-- ' | Select-Object -Skip 1)) {
            $name = ($part -split "`n")[0]
            # The script has set everything in the document, so these two have nothing to do.
            if ($name -in 'Initialize-EmailSettings', 'Import-EmailSettings') { continue }
            $part | Should -Match '(?s)What if: Performing the operation "[a-z].+" on target ".+"\.' -Because $name
        }
    }

    It 'prompt only for dangerous calls' {
        $said = Invoke-Fresh {
            $env:EMAILSETTINGS_STORE = $args[0]
            $WarningPreference = 'SilentlyContinue'
            $ErrorActionPreference = 'Stop'
            & $args[1] | Out-Null
            $backup = "$($args[0]).backup"
            Backup-EmailSettingsStore $backup
            $secret = ConvertTo-SecureString x -AsPlainText -Force
            $protected = $secret | Protect-MailPassword
            $protected | Unprotect-MailPassword | Out-Null
            Import-EmailSettings $args[2]
            'all others passed'
            Set-Content "$backup.json" '{ "version": 1, "incomingServers": [] }'
            $dangerous = [ordered]@{
                'Remove-IncomingMailServer'  = { Remove-IncomingMailServer 'Contoso sales' }
                'Reset-OutgoingMailServer'   = { Reset-OutgoingMailServer }
                'Remove-MailPassword'        = { Remove-MailPassword outgoing.password }
                'Restore-EmailSettingsStore' = { Restore-EmailSettingsStore $backup }
                'Import-EmailSettings'       = { Import-EmailSettings "$backup.json" -Prune }
                'Unprotect-MailPassword'     = { $protected | Unprotect-MailPassword -AsPlainText }
            }
            foreach ($call in $dangerous.GetEnumerator()) {
                try { & $call.Value | Out-Null; "$($call.Key) did not ask" } catch { "$($call.Key) asked: $($_.Exception.GetType().Name)" }
            }
            $ConfirmPreference = 'None'
            foreach ($call in $dangerous.GetEnumerator() | Where-Object Key -NE 'Remove-MailPassword') { & $call.Value | Out-Null }
            'none asked under preference None'
        } (Join-Path $TestDrive confirm/settings.db), (Join-Path $Root examples/contoso.ps1), (Join-Path $Root examples/contoso.json)
        $said[0] | Should -Be 'all others passed'
        $said[1..6] | ForEach-Object { $_ | Should -Match ' asked: PSInvalidOperationException$' }
        $said[7] | Should -Be 'none asked under preference None'
    }
}

Describe 'Jobs, runspaces and interruption' {
    It 'the output of a job pipes into the cmdlets again' {
        New-Store
        Set-TestCertificate
        Set-EmailBasicSettings -AttachmentEncodings 'wav=8bit;*=base64' -SentEncoding base64
        Set-EmailAttachmentSettings -Folder '\\files01\mail'
        Set-OutgoingMailServer -MailHost smtp.example.org -Port 587 -UseSsl $true -Authentication Basic -ServerUser u -Password (New-Secret)
        New-IncomingMailServer A -Address $Tenant -ClientId $Client -Authentication OAuthService -Secret (New-Secret) -SecretExpires 2027-03-31
        $revision = (Get-EmailSettingsStore).Revision
        $objects = Start-Job { Import-Module $args[0]; Get-EmailBasicSettings; Get-EmailAttachmentSettings; Get-EmailErrorTexts; Get-OutgoingMailServer; Get-IncomingMailServer } -ArgumentList $Manifest |
            Receive-Job -Wait -AutoRemoveJob
        $objects.Count | Should -Be 5
        $objects[0] | Set-EmailBasicSettings
        $objects[1] | Set-EmailAttachmentSettings
        $objects[2] | Set-EmailErrorTexts
        $objects[3] | Set-OutgoingMailServer
        $objects[4] | Set-IncomingMailServer
        (Get-EmailSettingsStore).Revision | Should -Be $revision
        ($objects[4] | Get-IncomingMailServer).SecretExpires | Should -Be ([datetime]::new(2027, 3, 31))
        ($objects[4] | Out-String) | Should -Match 'set, expire'
    }

    It 'a CliXml round trip keeps <noun> unchanged' -TestCases @(@{ Noun = 'EmailBasicSettings' }, @{ Noun = 'OutgoingMailServer' }) {
        New-Store
        & "Set-$Noun" -ErrorAction Stop
        $file = Join-Path $TestDrive "$Noun.xml"
        & "Get-$Noun" | Export-Clixml $file
        Import-Clixml $file | & "Set-$Noun" -ErrorAction Stop
        (Get-EmailSettingsStore).Revision | Should -Be 0
    }

    It 'the change returned by -WhatIf round-trips through a job that ran nothing else' {
        New-Store
        $change = Start-Job { Import-Module $args[0]; Set-EmailBasicSettings -MaxIncomingSizeKB 7 -WhatIf -PassThru } -ArgumentList $Manifest | Receive-Job -Wait -AutoRemoveJob
        $change.Changed[0].Path, $change.Changed[0].From, $change.Changed[0].To | Should -Be 'basic.maxIncomingSizeKB', 25000, 7
    }

    It 'parallel runspaces change one store, and each change counts once' {
        New-Store
        Set-EmailBasicSettings -MaxIncomingSizeKB 1
        1..8 | ForEach-Object -ThrottleLimit 4 -Parallel {
            $manifest = $using:Manifest
            Import-Module $manifest
            New-IncomingMailServer "Server $_" -Address $using:Tenant -Authentication OAuthUser -ClientId $using:Client
        }
        (Get-IncomingMailServer).Count | Should -Be 8
        (Get-EmailSettingsStore).Revision | Should -Be 9
    }

    It 'two runspaces connect to separate stores' {
        New-Store
        $shells = 1, 2 | ForEach-Object {
            $shell = [powershell]::Create()
            $null = $shell.AddScript({
                    param($Manifest, $Path, $Size)
                    Import-Module $Manifest
                    Connect-EmailSettingsStore $Path
                    Set-EmailBasicSettings -MaxIncomingSizeKB $Size
                }).AddArgument($Manifest).AddArgument((Join-Path $TestDrive "runspace$_/settings.db")).AddArgument($_)
            $null = $shell.Invoke()
            $shell.HadErrors | Should -BeFalse
            $shell
        }
        $sizes = $shells | ForEach-Object { $_.Commands.Clear(); $_.AddCommand('Get-EmailBasicSettings').Invoke().MaxIncomingSizeKB }
        $sizes | Should -Be 1, 2
        (Get-EmailBasicSettings).MaxIncomingSizeKB | Should -Be 25000
        $shells | ForEach-Object { $_.Runspace.Dispose(); $_.Dispose() }
    }

    It 'stop while another process holds the store' {
        New-Store
        Set-EmailBasicSettings -MaxIncomingSizeKB 5
        $holder = Open-Database $env:EMAILSETTINGS_STORE 'BEGIN IMMEDIATE'
        $shell = [powershell]::Create()
        try {
            # The verbose message comes immediately before the wait.
            $null = $shell.AddScript('param($Manifest) Import-Module $Manifest; Set-EmailBasicSettings -MaxIncomingSizeKB 6 -Verbose').AddArgument($Manifest)
            $running = $shell.BeginInvoke()
            while ($shell.Streams.Verbose.Count -eq 0 -and -not $running.IsCompleted) { [Threading.Thread]::Yield() | Out-Null }
            # The store waits 15 seconds for the lock; the stop arrives long before that.
            $stop = $shell.BeginStop($null, $null)
            $stop.AsyncWaitHandle.WaitOne(8000) | Should -BeTrue
            "$($shell.InvocationStateInfo.State)" | Should -Be 'Stopped'
        } finally {
            $holder.Dispose()
            $shell.Dispose()
        }
        (Get-EmailBasicSettings).MaxIncomingSizeKB | Should -Be 5
    }

    It 'stop at once in the middle of a pipeline' {
        New-Store
        Set-TestCertificate
        $shell = [powershell]::Create()
        $null = $shell.AddScript({
                param($Manifest, $Secret)
                Import-Module $Manifest
                # Without a certificate it would never end.
                & { while ($true) { $Secret } } | Protect-MailPassword -ErrorAction Stop
            }).AddArgument($Manifest).AddArgument((New-Secret))
        $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $running = $shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output)
        while ($output.Count -eq 0 -and -not $running.IsCompleted) { [Threading.Thread]::Yield() | Out-Null }
        $shell.Stop()
        "$($shell.InvocationStateInfo.State)" | Should -Be 'Stopped'
        $output.Count | Should -BeGreaterThan 0
        $shell.Dispose()
    }
}

Describe 'Output' {
    It 'has lists that scripts can index' {
        New-Store
        Set-TestCertificate
        $objects = (Initialize-EmailSettings (Join-Path $Root examples/contoso.json)), (Get-EmailSettingsChange)[0], (Test-MailPasswordCertificate), (Get-EmailBasicSettings).AttachmentEncodings
        $seen = [System.Collections.Generic.HashSet[object]]::new([System.Collections.Generic.ReferenceEqualityComparer]::Instance)
        $queue = [System.Collections.Generic.Queue[object]]::new([object[]]$objects)
        while ($queue.Count -gt 0) {
            $object = $queue.Dequeue()
            if ($null -eq $object -or -not $seen.Add($object)) { continue }
            $object.GetType().FullName | Should -Not -Match '^<>'
            if ($object -is [System.Collections.IEnumerable] -and $object -isnot [string]) { foreach ($item in $object) { $queue.Enqueue($item) } }
            elseif ($object.PSObject.TypeNames[0] -like 'EmailSettings.*') { foreach ($property in $object.PSObject.Properties) { $queue.Enqueue($property.Value) } }
        }
        $seen.Count | Should -BeGreaterThan 40
    }

    It 'has a table and a list for every output type and its parts' {
        $parts = Get-ChildItem (Join-Path (Split-Path $Manifest) module) -Filter *.Format.ps1xml | ForEach-Object { ([xml](Get-Content $_)).Configuration.ViewDefinitions.View.ViewSelectedBy.TypeName } |
            Where-Object { $_ -notlike '*#*' -and $_ -notlike 'Deserialized.*' }
        $written = (Get-Command -Module EmailSettings).OutputType.Name | Where-Object { $_ -like 'EmailSettings.*' }
        $written.Count | Should -BeGreaterThan 10
        foreach ($type in @($parts) + @($written) | Sort-Object -Unique) {
            $controls = (Get-FormatData $type -PowerShellVersion 7.6).FormatViewDefinition.Control | ForEach-Object { $_.GetType().Name }
            # Basic settings look the same before their views are loaded: a list with the names of the properties, and PowerShell's table.
            if ($type -ne 'EmailSettings.Core.Settings.BasicSettings') { $controls | Should -Contain 'TableControl' -Because $type }
            $controls | Should -Contain 'ListControl' -Because $type
        }
    }

    It 'loads the views that a cmdlet needs for what it writes, and no others' {
        $viewed = @{}
        foreach ($set in 'Settings', 'All') {
            $file = if ($set -eq 'Settings') { 'EmailSettings.Settings.Format.ps1xml' } else { 'EmailSettings.Format.ps1xml' }
            [xml] $views = Get-Content (Join-Path (Split-Path $Manifest) module/$file)
            foreach ($type in $views.Configuration.ViewDefinitions.View.ViewSelectedBy.TypeName) { $viewed[$type] = $set }
        }
        # A change as such needs its type data too. With -WhatIf, a cmdlet that otherwise writes something else loads that then.
        $change = 'EmailSettings.Core.Changes.ChangeResult'
        $sets = foreach ($command in $Module.ExportedCmdlets.Values) {
            $types = @($command.OutputType.Name)
            $needed = if ($types.Count -eq 1 -and $types[0] -eq $change) { 'All' } else { @('All', 'Settings', 'None').Where({ $_ -in @($types).Where({ $_ -ne $change }).ForEach({ $viewed[$_] }) -or $_ -eq 'None' }, 'First')[0] }
            $cmdlet = $command.ImplementingType::new()
            $property = $command.ImplementingType.GetProperty('NeededViews', [Reflection.BindingFlags] 'NonPublic, Instance')
            if ($command.Parameters.ContainsKey('PassThru') -and $command.Name -ne 'Update-MailPassword') {
                $property.GetValue($cmdlet) | Should -Be None -Because "$($command.Name) writes nothing"
                $cmdlet.PassThru = $true
            }
            if ($command.Name -eq 'Get-EmailBasicSettings') { $needed = 'None' }
            $property.GetValue($cmdlet) | Should -Be $needed -Because $command.Name
            if ($command.Parameters.ContainsKey('Quiet')) {
                $cmdlet.Quiet = $true
                $property.GetValue($cmdlet) | Should -Be None -Because "$($command.Name) writes a Boolean"
            }
            $needed
        }
        $sets | Sort-Object -Unique | Should -Be All, None, Settings
    }

    It 'shows basic settings the same before the views are loaded and afterwards, and from a job' {
        New-Store
        Set-EmailBasicSettings -MaxIncomingSizeKB 5
        $null = Get-OutgoingMailServer
        foreach ($call in 'Get-EmailBasicSettings', 'Get-EmailBasicSettings | Format-Table') {
            $here = & ([scriptblock]::Create($call)) | Out-String -Width 100
            $here | Should -Match '\*=base64'
            $before = Invoke-Fresh ([scriptblock]::Create("`$env:EMAILSETTINGS_STORE = `$args[0]; $call | Out-String -Width 100")) $env:EMAILSETTINGS_STORE
            $before -join "`n" -replace '\s+$' | Should -BeExactly ($here -replace '\r' -replace '\s+$') -Because $call
        }
        $settings = Get-EmailBasicSettings
        $sent = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($settings))
        $sent | Add-Member RunspaceId ([guid]::NewGuid())
        $sent | Out-String -Width 100 | Should -BeExactly ($settings | Out-String -Width 100)
    }

    It 'has fewer than forty scripts in its views, which use properties instead' {
        $scripts = Get-ChildItem (Join-Path (Split-Path $Manifest) module) -Filter *.Format.ps1xml | ForEach-Object { ([xml] (Get-Content $_)).SelectNodes('//ScriptBlock') }
        $scripts.Count | Should -BeLessThan 40
    }

    It 'binds views only to properties that exist: <Name>' -ForEach @(
        @{ Name = 'settings'; Call = { Get-EmailSettings } }
        @{ Name = 'health'; Call = { Test-EmailSettings } }
        @{ Name = 'a test of a server'; Call = { Test-OutgoingMailServer -MailHost 127.0.0.1 -Port 9 } }
        @{ Name = 'secrets'; Call = { Get-MailPassword } }
        @{ Name = 'the certificate'; Call = { Test-MailPasswordCertificate } }
        @{ Name = 'the history'; Call = { Get-EmailSettingsChange } }
        @{ Name = 'a comparison'; Call = { Compare-EmailSettings -Revision 0 } }
        @{ Name = 'a message'; Call = { Test-EmailMessage (Join-Path $Root examples/messages/invitation.eml) } }
        @{ Name = 'the store'; Call = { Get-EmailSettingsStore } }
        @{ Name = 'rights'; Call = { Get-EmailSettingsRight -Current } }
    ) {
        New-Store
        Set-EmailBasicSettings -MaxIncomingSizeKB 5
        $object = @(& $Call)[0]
        $types = @($object.PSObject.TypeNames | Where-Object { $_ -like 'EmailSettings.*' -and $_ -notlike '*#*' })
        $bound = Get-ChildItem (Join-Path (Split-Path $Manifest) module) -Filter *.Format.ps1xml | ForEach-Object {
            ([xml] (Get-Content $_)).Configuration.ViewDefinitions.View | Where-Object { $_.Name -ne 'EmailSettings.Reports' -and $_.ViewSelectedBy.TypeName -contains $types[0] } |
                ForEach-Object { $_.SelectNodes('.//PropertyName').InnerText }
        }
        $bound.Count | Should -BeGreaterThan 0
        $bound | Where-Object { -not $object.PSObject.Members[$_] } | Should -BeNullOrEmpty
        # Additional values for views are hidden from everyone else.
        ($object | Get-Member).Name -like 'Shown*' | Should -BeNullOrEmpty
        [System.Management.Automation.PSSerializer]::Serialize($object) | Should -Not -Match 'N="Shown'
        $object | ConvertTo-Json -Depth 5 -WarningAction Ignore | Should -Not -Match '"Shown'
    }

    It 'shows the output of a job like local output' {
        New-Store
        Set-EmailBasicSettings -MaxIncomingSizeKB 5
        foreach ($get in { Get-EmailSettings }, { Test-EmailSettings }, { Compare-EmailSettings -Revision 0 }, { Get-MailPassword }) {
            $here = & $get
            $sent = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($here))
            $sent | Out-String -Width 100 | Should -BeExactly ($here | Out-String -Width 100) -Because $get
        }
    }

    It 'shows each report of one pipeline as on its own: <First> first' -ForEach @(@{ First = 'settings' }, @{ First = 'health' }, @{ First = 'a test of a server' }) {
        $said = Invoke-Fresh {
            $env:EMAILSETTINGS_STORE = $args[0]
            $messages, $first = $args[1, 2]
            Set-EmailBasicSettings -MaxIncomingSizeKB 5
            $reports = [ordered]@{
                'settings'           = { Get-EmailSettings }
                'health'             = { Test-EmailSettings }
                'a test of a server' = { Test-OutgoingMailServer -MailHost 127.0.0.1 -Port 9; Test-OutgoingMailServer -MailHost 127.0.0.1 -Port 9 -Detailed }
                'a message'          = { Test-EmailMessage $messages; Test-EmailMessage $messages -Detailed }
                'a comparison'       = { Compare-EmailSettings -Revision 0 }
            }
            # What a console host does with all the output of a line.
            & { & $reports[$first]; foreach ($name in $reports.Keys -ne $first) { & $reports[$name] } } | Out-String -Width 100
        } (Join-Path $TestDrive "reports/$First/settings.db"), (Join-Path $Root examples/messages/invitation.eml), $First
        $said = $said -join "`n"
        $said | Should -Match '(?m)^Basic settings +utf-8'
        $said | Should -Match '(?m)^Health +Failed'
        [regex]::Matches($said, '(?m)^Outgoing server 127\.0\.0\.1:9: Failed').Count | Should -Be 2
        [regex]::Matches($said, '(?m)^.*invitation\.eml: Kept').Count | Should -Be 2
        $said | Should -Match '(?m)^1 difference, '
        ($said -split "`n" | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 100
    }

    It 'stays readable where PowerShell lists properties, in a pipeline that starts with a table' {
        New-Store
        Set-EmailBasicSettings -MaxIncomingSizeKB 5
        $said = & { Get-EmailSettingsRight; Test-EmailSettings; Compare-EmailSettings -Revision 0; Get-EmailSettingsChange; Test-OutgoingMailServer -MailHost 127.0.0.1 -Port 9 } | Out-String -Width 100
        $said | Should -Match 'Checks +: \{Store Passed, Settings Passed, '
        $said | Should -Match 'Changes +: \{basic\.maxIncomingSizeKB: 25000 → 5\}'
        $said | Should -Not -Match '\{ \w+ = |System\.'
    }

    It 'has its views from the first cmdlet on, whatever preferences are in force' {
        $said = Invoke-Fresh {
            $WhatIfPreference = $true
            $ConfirmPreference = 'Low'
            $VerbosePreference = 'Continue'
            $env:EMAILSETTINGS_STORE = $args[0]
            (Get-EmailSettings | Out-String) -match 'Incoming mail servers none'
            Remove-Module EmailSettings -WhatIf:$false -Confirm:$false
            Import-Module $args[1]
            (Get-EmailSettings | Out-String) -match 'Incoming mail servers none'
        } (Join-Path $TestDrive views/settings.db), $Manifest
        $said | Where-Object { $_ -in 'True', 'False' } | Should -Be 'True', 'True'
        $said | Should -Not -Match '^What if: .*Update-'
    }

    It 'fits 100 columns and contains no secret or ciphertext' {
        New-Store
        Initialize-EmailSettings (Join-Path $Root examples/contoso.json) -Secret @{ 'outgoing.password' = New-Secret 'Geh3im'; 'incoming.secret:Contoso sales' = New-Secret 'Geh3im' } | Out-Null
        foreach ($get in Get-Command -Module EmailSettings -Verb Get, Test) {
            $given = $get.Name -eq 'Test-EmailMessage' ? @{ Path = Join-Path $Root examples/messages } : @{}
            $text = & $get @given | Out-String -Width 100
            $text | Should -Not -Match 'Geh3im|BEGIN CMS|z__ReadOnly| \{ \w+ = ' -Because $get.Name
            ($text -split "`r?`n" | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 100 -Because $get.Name
        }
    }

    It 'shows a secret as its state' {
        New-Store
        Set-TestCertificate
        New-IncomingMailServer A -Address $Tenant -ClientId $Client -Authentication OAuthService -Secret (New-Secret) -SecretExpires ([datetime]::UtcNow.Date.AddDays(42))
        Get-IncomingMailServer | Out-String | Should -Match 'set, expires \d{4}-\d\d-\d\d'
        Get-MailPassword incoming* | Out-String | Should -Match 'set, expires in 42 days'
    }
}
