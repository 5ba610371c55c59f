BeforeAll { . $PSScriptRoot/TestModule.ps1 }

Describe 'The store' {
    BeforeEach { New-Store }
    AfterEach { Disconnect-EmailSettingsStore }

    It 'is created by the first change' {
        (Get-EmailSettingsStore).Exists | Should -BeFalse
        Set-EmailBasicSettings -MaxIncomingSizeKB 1
        $store = Get-EmailSettingsStore
        $store.Exists | Should -BeTrue
        $store.Revision | Should -Be 1
        $store.Location | Should -Be $env:EMAILSETTINGS_STORE
    }

    It 'is another one while connected to it' {
        Set-EmailBasicSettings -MaxIncomingSizeKB 1
        $other = Join-Path $TestDrive "$([guid]::NewGuid())/other.db"
        Connect-EmailSettingsStore $other | Should -BeNullOrEmpty
        Set-EmailBasicSettings -MaxIncomingSizeKB 2
        (Get-EmailSettingsStore).Location | Should -Be $other
        Disconnect-EmailSettingsStore
        (Get-EmailBasicSettings).MaxIncomingSizeKB | Should -Be 1
        (Connect-EmailSettingsStore $other -PassThru).Revision | Should -Be 1
        (Get-EmailBasicSettings).MaxIncomingSizeKB | Should -Be 2
    }

    It 'is named relative to the location, not to the process' {
        Push-Location $TestDrive
        try {
            (Connect-EmailSettingsStore relative.db -PassThru).Location | Should -Be (Join-Path (Get-Location).ProviderPath relative.db)
        } finally {
            Pop-Location
        }
    }

    It 'stays connected if the next one cannot be a store' {
        $good = Join-Path $TestDrive "$([guid]::NewGuid())/good.db"
        Connect-EmailSettingsStore $good
        $text = Join-Path $TestDrive text.db
        Set-Content $text ('This is no database. ' * 100)
        Get-ErrorId { Connect-EmailSettingsStore $text } | Should -Be 'StoreDamaged'
        Get-ErrorId { Connect-EmailSettingsStore $TestDrive } | Should -Be 'StorePathInvalid'
        (Get-EmailSettingsStore).Location | Should -Be $good
    }

    It 'refuses a path of another provider' {
        Get-ErrorId { Connect-EmailSettingsStore env:x } | Should -Be 'FileUnusable'
    }

    It 'is a terminating error if damaged, since nothing further can work' {
        New-Item (Split-Path $env:EMAILSETTINGS_STORE) -ItemType Directory
        Set-Content $env:EMAILSETTINGS_STORE ('This is no database. ' * 100)
        { Get-EmailBasicSettings } | Should -Throw -ErrorId 'StoreDamaged,*'
        try { Get-EmailBasicSettings } catch { $_.CategoryInfo.Category | Should -Be 'ResourceUnavailable' }
        "$((Test-EmailSettings).Checks[0].Status)" | Should -Be 'Failed'
    }

    It 'is restored from a backup, and keeps its history' {
        Set-EmailBasicSettings -MaxIncomingSizeKB 1
        $backup = Backup-EmailSettingsStore (Join-Path $TestDrive "$([guid]::NewGuid()).db") -PassThru
        Set-EmailBasicSettings -MaxIncomingSizeKB 2
        (Restore-EmailSettingsStore $backup -Confirm:$false -PassThru).Revision | Should -Be 3
        (Get-EmailBasicSettings).MaxIncomingSizeKB | Should -Be 1
        (Get-EmailSettingsChange).Count | Should -Be 3
    }

    It 'is not backed up over a file, nor if there is none' {
        Get-ErrorId { Backup-EmailSettingsStore (Join-Path $TestDrive "$([guid]::NewGuid()).db") } | Should -Be 'StoreNotFound'
        Set-EmailBasicSettings -MaxIncomingSizeKB 1
        $there = New-Item (Join-Path $TestDrive "$([guid]::NewGuid()).db")
        Get-ErrorId { Backup-EmailSettingsStore $there } | Should -Be 'FileExists'
        Get-ErrorId { Restore-EmailSettingsStore (Join-Path $TestDrive none.db) -Confirm:$false } | Should -Be 'FileNotFound'
        Get-ErrorId { Restore-EmailSettingsStore (Join-Path $TestDrive none.db) -WhatIf } | Should -Be 'FileNotFound'
    }

    It 'shows who changed what, newest first' {
        Set-EmailBasicSettings -MaxIncomingSizeKB 1
        Set-EmailErrorTexts -NoBody x
        $changes = Get-EmailSettingsChange
        $changes.Revision | Should -Be 2, 1
        $changes[0].Source | Should -Be 'powershell'
        $changes[1].Changes[0].From | Should -Be 25000
        (Get-EmailSettingsChange -Last 1).Revision | Should -Be 2
    }

    It 'can show it as lines of JSON' {
        Set-EmailBasicSettings -MaxIncomingSizeKB 1
        Set-EmailErrorTexts -NoBody "two`nlines"
        $lines = @(Get-EmailSettingsChange -AsJson)
        $lines.Count | Should -Be 2
        $lines -match "`n" | Should -BeNullOrEmpty
        $newest = $lines[0] | ConvertFrom-Json
        $newest.revision, $newest.source, $newest.refusal | Should -Be 2, 'powershell', $null
        $newest.changes[0].path, $newest.changes[0].to | Should -Be 'errorTexts.noBody', "two`nlines"
    }
}
