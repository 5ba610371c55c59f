# The packages as administrators install them, in an empty account: the module with PSResourceGet from a folder of packages, the
# command line with dotnet. Neither uses the network.

BeforeDiscovery {
    # Windows takes the account's module folder from its profile, which no variable can change.
    $gallery = if ($IsWindows) { 'the modules of this account would be changed' } elseif (-not (Get-Module -ListAvailable Microsoft.PowerShell.PSResourceGet)) { 'PSResourceGet is not installed' }
    $packages = "$PSScriptRoot/../../out/packages"
    $dotnet = if (-not (Get-Command dotnet -CommandType Application -ErrorAction Ignore)) { 'the .NET SDK is not installed' } elseif (-not (Test-Path "$packages/EmailSettings.Cli.*.nupkg")) { 'the command line is not packed' }
}

Describe 'The module, installed with PSResourceGet' {
    BeforeAll {
        . $PSScriptRoot/TestModule.ps1
        $feed = New-Item -ItemType Directory (Join-Path $TestDrive feed)
        $version = (Import-PowerShellDataFile $Manifest).ModuleVersion
        Copy-Item (Join-Path $Root "out/packages/EmailSettings.$version.nupkg") $feed -ErrorAction Ignore
        $account = New-Item -ItemType Directory (Join-Path $TestDrive account)

        function Invoke-Account([string] $Command) {
            $before = $env:HOME, $env:EMAILSETTINGS_STORE, $env:XDG_DATA_HOME
            try {
                $env:HOME, $env:EMAILSETTINGS_STORE, $env:XDG_DATA_HOME = $account.FullName, $null, $null
                & (Join-Path $PSHOME pwsh) -NoProfile -NonInteractive -Command "`$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'; $Command"
            } finally {
                $env:HOME, $env:EMAILSETTINGS_STORE, $env:XDG_DATA_HOME = $before
            }
        }
    }

    It 'is found in a folder, installed, imported, used, listed and removed' {
        if ($gallery) {
            Set-ItResult -Skipped -Because $gallery
            return
        }
        Invoke-Account "Register-PSResourceRepository -Name Local -Uri '$feed' -Trusted; (Find-PSResource EmailSettings -Repository Local).Version.ToString()" | Should -Be $version
        Invoke-Account '@(Get-Module -ListAvailable EmailSettings).Count' | Should -Be 0
        Invoke-Account 'Install-PSResource EmailSettings -Repository Local'
        Invoke-Account '(Get-InstalledPSResource EmailSettings).Version.ToString()' | Should -Be $version
        Invoke-Account 'Import-Module EmailSettings; Set-EmailBasicSettings -MaxIncomingSizeKB 12345; (Get-EmailBasicSettings).MaxIncomingSizeKB' | Should -Be 12345
        Invoke-Account '(Get-EmailBasicSettings).MaxIncomingSizeKB; @(Get-Command -Module EmailSettings).Count' | Should -Be 12345, @(Get-Command -Module EmailSettings).Count
        Invoke-Account '(Get-Help about_EmailSettings) -match "EmailSettings" | Select-Object -First 1' | Should -Not -BeNullOrEmpty
        # Removed while another PowerShell would have it loaded, and by the one that used it.
        Invoke-Account 'Get-EmailSettings | Out-Null; Remove-Module EmailSettings; Uninstall-PSResource EmailSettings; @(Get-Module -ListAvailable EmailSettings).Count' | Should -Be 0
        Get-ChildItem $account -Recurse -Filter 'EmailSettings*.dll' | Should -BeNullOrEmpty
        Join-Path $account .local/share/EmailSettings/settings.db | Should -Exist
    } -TestCases @(@{ Gallery = $gallery })
}

Describe 'The command line, installed with dotnet' {
    It 'is installed from a folder, runs, keeps settings and is removed' {
        if ($dotnet) {
            Set-ItResult -Skipped -Because $dotnet
            return
        }
        $account = New-Item -ItemType Directory (Join-Path $TestDrive cli-account)
        $packages = (Resolve-Path "$PSScriptRoot/../../out/packages").Path
        $configuration = Join-Path $TestDrive nuget.config
        Set-Content $configuration "<configuration><packageSources><clear /><add key=`"local`" value=`"$packages`" /></packageSources></configuration>"
        $tools = Join-Path $TestDrive tools
        $variables = @{
            HOME = $account.FullName; USERPROFILE = $account.FullName; DOTNET_CLI_HOME = $account.FullName; NUGET_PACKAGES = $null; XDG_DATA_HOME = $null
            DOTNET_NOLOGO = '1'; DOTNET_CLI_TELEMETRY_OPTOUT = '1'; EMAILSETTINGS_STORE = (Join-Path $TestDrive cli.db)
        }
        $before = @{}
        foreach ($name in $variables.Keys) { $before[$name] = [Environment]::GetEnvironmentVariable($name) }
        try {
            foreach ($name in $variables.Keys) { [Environment]::SetEnvironmentVariable($name, $variables[$name]) }
            $said = dotnet tool install EmailSettings.Cli --tool-path $tools --configfile $configuration 2>&1
            $LASTEXITCODE | Should -Be 0 -Because "$said"
            $program = Join-Path $tools emailsettings
            & $program set basic maxIncomingSizeKB=12345 | Out-Null
            $LASTEXITCODE | Should -Be 0
            (& $program show basic --output json | ConvertFrom-Json).maxIncomingSizeKB | Should -Be 12345
            'a secret' | & $program protect 2>&1 | Out-Null
            $LASTEXITCODE | Should -Be 5 -Because 'no certificate was made yet'
            $said = dotnet tool uninstall EmailSettings.Cli --tool-path $tools 2>&1
            $LASTEXITCODE | Should -Be 0 -Because "$said"
            Get-ChildItem $tools -Recurse -File | Should -BeNullOrEmpty
        } finally {
            foreach ($name in $before.Keys) { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
        }
    } -TestCases @(@{ Dotnet = $dotnet })
}
