# The packages on a machine without anything else: install, import, run, remove.

Describe 'The <_> package' -Skip:(-not (Test-Path "$PSScriptRoot/../../out/packages")) -ForEach 'zip', 'nupkg' {
    BeforeAll {
        . $PSScriptRoot/TestModule.ps1
        $package = Get-ChildItem (Join-Path $Root out/packages) -Filter "EmailSettings.*.$_" | Where-Object Name -NotLike '*.Cli.*'
        $version = (Import-PowerShellDataFile $Manifest).ModuleVersion
        $home2 = New-Item -ItemType Directory (Join-Path $TestDrive "home-$_")
        $modules = New-Item -ItemType Directory (Join-Path $TestDrive "modules-$_")

        function Invoke-Empty([string] $Command) {
            $before = $env:HOME, $env:EMAILSETTINGS_STORE, $env:PSModulePath
            try {
                $env:HOME, $env:EMAILSETTINGS_STORE, $env:PSModulePath = $home2.FullName, $null, $modules.FullName
                & (Join-Path $PSHOME pwsh) -NoProfile -NonInteractive -Command "`$ErrorActionPreference = 'Stop'; $Command"
            } finally {
                $env:HOME, $env:EMAILSETTINGS_STORE, $env:PSModulePath = $before
            }
        }
    }

    It 'is installed by unpacking it into a folder of PSModulePath' {
        # The zip contains the folders name and version; galleries create them for the nupkg.
        $target = $package.Extension -eq '.zip' ? $modules.FullName : (New-Item -ItemType Directory (Join-Path $modules "EmailSettings/$version")).FullName
        [IO.Compression.ZipFile]::ExtractToDirectory($package.FullName, $target)
        Join-Path $modules "EmailSettings/$version/EmailSettings.psd1" | Should -Exist
    }

    It 'is found by its name, runs, and keeps settings' {
        Invoke-Empty '(Get-Module -ListAvailable EmailSettings).Version.ToString()' | Should -Be $version
        Invoke-Empty 'Set-EmailBasicSettings -MaxIncomingSizeKB 12345; (Get-EmailBasicSettings).MaxIncomingSizeKB' | Should -Be 12345
        Invoke-Empty '(Get-EmailBasicSettings).MaxIncomingSizeKB' | Should -Be 12345
        Invoke-Empty '(Get-Help Set-EmailBasicSettings -Examples).examples.example.Count' | Should -BeGreaterOrEqual 2
        if (-not $IsWindows) { Join-Path $home2 .local/share/EmailSettings/settings.db | Should -Exist }
    }

    It 'is imported, and removed again without a trace in the session' {
        Invoke-Empty 'Import-Module EmailSettings; $null = Get-EmailSettings; Remove-Module EmailSettings; @(Get-Module).Where({ $_.Name -like "EmailSettings*" }).Count' | Should -Be 0
    }

    It 'is uninstalled by removing its folder' {
        Remove-Item (Join-Path $modules EmailSettings) -Recurse -Force
        Invoke-Empty '@(Get-Module -ListAvailable EmailSettings).Count' | Should -Be 0
    }
}
