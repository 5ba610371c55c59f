# Settings as a document under version control: export, compare, import, undo.
BeforeAll {
    . $PSScriptRoot/TestModule.ps1
    $Contoso = Join-Path $Root 'examples/contoso.json'
}

Describe 'Settings as code' {
    BeforeEach {
        New-Store
        Set-TestCertificate
        Import-EmailSettings $Contoso
    }

    It 'shows exactly the manual changes, undoes one and reverts the rest by an import' {
        Set-EmailBasicSettings -MaxIncomingSizeKB 15000
        Set-OutgoingMailServer -MaxRecipients 7
        Remove-IncomingMailServer 'Contoso sales' -Confirm:$false

        $comparison = Compare-EmailSettings $Contoso
        $comparison.IsSame | Should -BeFalse
        $comparison.Differences.Path | Should -Be 'basic.maxIncomingSizeKB', 'outgoingServer.maxRecipients', 'incomingServers[Contoso sales]'
        ($comparison.Differences[0]).Left, $comparison.Differences[0].Right | Should -Be 15000, 20000
        ($comparison | Out-String) | Should -Match '3 differences, \d+ unchanged'

        Undo-EmailSettingsChange (Get-EmailSettingsChange -Path incomingServers -Last 1).Revision
        (Compare-EmailSettings $Contoso).Differences.Count | Should -Be 2
        Import-EmailSettings $Contoso
        Compare-EmailSettings $Contoso -Quiet | Should -BeTrue
    }

    It 'exports what an import reads without changes, and overwrites a file only on request' {
        $file = Join-Path $TestDrive export.json
        (Export-EmailSettings $file -PassThru).Secrets | Should -Be 0
        (Import-EmailSettings $file -PassThru).Changed | Should -BeNullOrEmpty
        Get-ErrorId { Export-EmailSettings $file } | Should -Be 'FileExists'
        Export-EmailSettings $file -Force
        (Export-EmailSettings (Join-Path $TestDrive none.json) -WhatIf -PassThru).WhatIf | Should -BeTrue
        Join-Path $TestDrive none.json | Should -Not -Exist
    }

    It 'compares with an earlier state, with another store and with ignored patterns' {
        Set-EmailBasicSettings -MaxIncomingSizeKB 1
        $revision = (Get-EmailSettingsStore).Revision
        (Compare-EmailSettings -Revision ($revision - 1)).Differences.Path | Should -Be 'basic.maxIncomingSizeKB'
        (Compare-EmailSettings -At (Get-Date).AddYears(-1)).IsSame | Should -BeFalse
        Compare-EmailSettings $Contoso -Ignore basic -Quiet | Should -BeTrue
        $ignored = Join-Path $TestDrive ignored.txt
        Set-Content $ignored "# of this host`nbasic.max*"
        Compare-EmailSettings $Contoso -IgnorePath $ignored -Quiet | Should -BeTrue
        Compare-EmailSettings -ReferencePath $Contoso -Path $Contoso -Quiet | Should -BeTrue
        Compare-EmailSettings -OtherStore $env:EMAILSETTINGS_STORE -Quiet | Should -BeTrue
        Get-ErrorId { Compare-EmailSettings -OtherStore (Join-Path $TestDrive nothing.db) } | Should -Be 'StoreNotFound'
        Get-ErrorId { Compare-EmailSettings -Revision 99 } | Should -Be 'ChangeNotFound'
        Get-ErrorId { Compare-EmailSettings (Join-Path $TestDrive nothing.json) } | Should -Be 'FileNotFound'
    }

    It 'refuses to undo what later changes depend on, or what is not a setting' {
        Set-EmailBasicSettings -MaxIncomingSizeKB 1
        $revision = (Get-EmailSettingsStore).Revision
        Set-EmailBasicSettings -MaxIncomingSizeKB 2
        Get-ErrorId { Undo-EmailSettingsChange $revision } | Should -Be 'ChangeSuperseded'
        Get-ErrorId { Undo-EmailSettingsChange 99 } | Should -Be 'ChangeNotFound'
        Set-MailPassword sms.password (New-Secret)
        Remove-MailPassword sms.password -Confirm:$false
        Get-ErrorId { Undo-EmailSettingsChange (Get-EmailSettingsStore).Revision } | Should -Be 'ChangeNotUndoable'
    }

    It 'narrows the history' {
        Set-EmailBasicSettings -MaxIncomingSizeKB 1
        @(Get-EmailSettingsChange -Path basic.maxIncomingSizeKB).Count | Should -Be 2
        Get-EmailSettingsChange -After (Get-Date).AddHours(1) | Should -BeNullOrEmpty
        Get-EmailSettingsChange -Before (Get-Date).AddHours(-1) | Should -BeNullOrEmpty
        Get-EmailSettingsChange -Account nobody-of-that-name | Should -BeNullOrEmpty
        @(Get-EmailSettingsChange -Account *).Count | Should -Be (Get-EmailSettingsStore).Revision
    }
}

Describe 'A change that is only tried' {
    BeforeEach {
        New-Store
        Import-EmailSettings $Contoso
    }

    It 'of Import-EmailSettings returns every change with -PassThru, removals first' {
        $none = Join-Path $TestDrive none.json
        Set-Content $none '{ "basic": { "maxIncomingSizeKB": 1 }, "incomingServers": [] }'
        $change = Import-EmailSettings $none -Prune -WhatIf -PassThru
        $change.WhatIf | Should -BeTrue
        $change.Changed.Where({ $_.Path -like 'incomingServers*.name' }).From | Should -Be 'Contoso sales', 'Contoso support'
        $change.Changed[-1].Path | Should -Be 'basic.maxIncomingSizeKB'
        (Get-IncomingMailServer).Count | Should -Be 2
    }

    It 'lists every server that would be removed' {
        $said = Invoke-Fresh {
            $env:EMAILSETTINGS_STORE = $args[0]
            Set-Content $args[1] '{ "basic": { "maxIncomingSizeKB": 1 }, "incomingServers": [] }'
            Import-EmailSettings $args[1] -Prune -WhatIf
        } $env:EMAILSETTINGS_STORE, (Join-Path $TestDrive prune.json)
        $said = $said -join "`n"
        foreach ($name in 'Contoso sales', 'Contoso support') { $said | Should -Match "remove incomingServers\[$name\] with its secret" }
        $said.IndexOf('remove incomingServers') | Should -BeLessThan $said.IndexOf('basic.maxIncomingSizeKB')
    }

    It 'of <Name> is returned with -PassThru' -ForEach @(
        @{ Name = 'Set-EmailBasicSettings'; Call = { Set-EmailBasicSettings -MaxIncomingSizeKB 1 -WhatIf -PassThru } }
        @{ Name = 'Reset-EmailErrorTexts'; Call = { Reset-EmailErrorTexts -WhatIf -PassThru } }
        @{ Name = 'Set-IncomingMailServer'; Call = { Set-IncomingMailServer 'Contoso sales' -ClientId '00000000-0000-0000-0000-000000000001' -WhatIf -PassThru } }
        @{ Name = 'Remove-IncomingMailServer'; Call = { Remove-IncomingMailServer 'Contoso sales' -WhatIf -PassThru } }
        @{ Name = 'Rename-IncomingMailServer'; Call = { Rename-IncomingMailServer 'Contoso sales' 'Sales' -WhatIf -PassThru } }
        @{ Name = 'Undo-EmailSettingsChange'; Call = { Undo-EmailSettingsChange 1 -WhatIf -PassThru } }
    ) {
        $change = & $Call
        $change.WhatIf | Should -BeTrue
        $change.Changed | Should -Not -BeNullOrEmpty
        (Get-EmailSettingsStore).Revision | Should -Be 1
    }
}
