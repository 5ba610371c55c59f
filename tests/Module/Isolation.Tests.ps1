BeforeAll {
    . $PSScriptRoot/TestModule.ps1
    $Library = Join-Path (Split-Path $Manifest) lib

    # A tiny module with another version of one of the module's assemblies. The assembly is built by hand, since Add-Type gives
    # those that it compiles a random name, whatever their file is called.
    function New-Rival([string] $AssemblyName, [string] $TypeName) {
        $folder = New-Item -ItemType Directory (Join-Path $TestDrive "rival-$AssemblyName")
        $library = Join-Path $folder "$AssemblyName.dll"
        $assembly = [System.Reflection.Emit.PersistedAssemblyBuilder]::new([System.Reflection.AssemblyName]::new("$AssemblyName, Version=99.0.0.0"), [object].Assembly)
        $type = $assembly.DefineDynamicModule($AssemblyName).DefineType("Rival.$TypeName", 'Public, Class')
        $code = $type.DefineMethod('GetVersion', 'Public, Static', [string], @()).GetILGenerator()
        $code.Emit([System.Reflection.Emit.OpCodes]::Ldstr, 'rival')
        $code.Emit([System.Reflection.Emit.OpCodes]::Ret)
        $null = $type.CreateType()
        $assembly.Save($library)
        $file = Join-Path $folder rival.psm1
        Set-Content $file "Add-Type -Path '$library'; function Get-$TypeName { [Rival.$TypeName]::GetVersion() }"
        $file
    }

    # Lists the contexts of the assemblies with a name, for scripts in a fresh PowerShell.
    $Contexts = '[AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq $name } | ForEach-Object { [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name -replace " \(.*" } | Sort-Object'
}

Describe 'The module''s assemblies' {
    It 'are only the loader and the cmdlets after the import' {
        $said = Invoke-Fresh {
            $library = $args[0]
            [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.Location.StartsWith($library) } | ForEach-Object { $_.GetName().Name } | Sort-Object
        } (Resolve-Path $Library).Path
        $said | Should -Be 'EmailSettings.Loader', 'EmailSettings.PowerShell'
    }

    It 'are in their own context, all but the loader, however many are used' {
        $said = Invoke-Fresh {
            $env:EMAILSETTINGS_STORE = $args[1]
            $WarningPreference = 'SilentlyContinue'
            & $args[2] | Out-Null
            $shipped = Get-ChildItem $args[0] -Filter *.dll | ForEach-Object BaseName
            foreach ($assembly in [AppDomain]::CurrentDomain.GetAssemblies()) {
                $context = [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($assembly)
                if ($context.Name -like 'EmailSettings (*') { "own $($assembly.GetName().Name)" }
                elseif ($assembly.GetName().Name -in $shipped -and -not $assembly.Location.StartsWith($PSHOME)) { "default $($assembly.GetName().Name)" }
                if ($context.Name -like 'EmailSettings (*' -and -not $assembly.Location.StartsWith($args[0])) { "strange $($assembly.Location)" }
            }
            (Get-EmailBasicSettings).GetType().Assembly.GetName().Name
        } (Resolve-Path $Library).Path, (Join-Path $TestDrive alone/settings.db), (Join-Path $Root examples/contoso.ps1)
        $said | Where-Object { $_ -like 'default *' } | Should -Be 'default EmailSettings.Loader'
        $said | Where-Object { $_ -like 'strange *' } | Should -BeNullOrEmpty
        foreach ($name in 'EmailSettings.PowerShell', 'EmailSettings.Core', 'SQLitePCLRaw.core', 'SQLitePCLRaw.provider.e_sqlite3', 'System.Security.Cryptography.Pkcs') {
            $said | Should -Contain "own $name"
        }
    }

    It 'resolve every name that is shipped' {
        $said = Invoke-Fresh {
            $own = [System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -Like 'EmailSettings (*'
            foreach ($file in Get-ChildItem $args[0] -Filter *.dll | Where-Object BaseName -NE EmailSettings.Loader) {
                $assembly = $own.LoadFromAssemblyName([System.Reflection.AssemblyName]::new($file.BaseName))
                if (-not $assembly.Location.StartsWith($args[0]) -or (Split-Path $assembly.Location -Leaf) -ne $file.Name) { "$($file.BaseName) from $($assembly.Location)" }
            }
            'done'
        } (Resolve-Path $Library).Path
        $said | Should -Be 'done'
    }

    It 'do not conflict with other versions of <assembly>, loaded <order>' -TestCases @(
        foreach ($assembly in 'Microsoft.Data.Sqlite', 'SQLitePCLRaw.core', 'Microsoft.Identity.Client', 'System.CommandLine', 'Npgsql', 'EmailSettings.Core') {
            foreach ($order in 'before', 'after') { @{ Assembly = $assembly; Order = $order; Type = $assembly -replace '\W' } }
        }
    ) {
        $rival = Join-Path $TestDrive "rival-$Assembly/rival.psm1"
        if (-not (Test-Path $rival)) { $rival = New-Rival $Assembly $Type }
        $said = Invoke-Fresh {
            $manifest, $rival, $order, $type, $store, $name, $contexts = $args
            $env:EMAILSETTINGS_STORE = $store
            if ($order -eq 'before') {
                Remove-Module EmailSettings
                Import-Module $rival
                Import-Module $manifest
            }
            (Set-EmailBasicSettings -MaxIncomingSizeKB 7 -PassThru).MaxIncomingSizeKB
            if ($order -eq 'after') { Import-Module $rival }
            & "Get-$type"
            (Get-EmailBasicSettings).MaxIncomingSizeKB
            & ([scriptblock]::Create("param(`$name) $contexts")) $name
        } $Manifest, $rival, $Order, $Type, (Join-Path $TestDrive "$Assembly$Order/settings.db"), $Assembly, $Contexts
        # The assemblies that these calls use are loaded twice, those that they do not use (or the module lacks) once.
        $used = $Assembly -in 'SQLitePCLRaw.core', 'EmailSettings.Core'
        $said | Should -Be (@('7', 'rival', '7', 'Default') + @(if ($used) { 'EmailSettings' }))
    }

    It 'request a token with the module''s own Microsoft.Identity.Client alongside another, loaded <order>' -TestCases @(@{ Order = 'before' }, @{ Order = 'after' }) {
        $rival = Join-Path $TestDrive rival-Microsoft.Identity.Client/rival.psm1
        if (-not (Test-Path $rival)) { $rival = New-Rival Microsoft.Identity.Client MicrosoftIdentityClient }
        $said = Invoke-Fresh {
            $manifest, $rival, $order, $tenant, $client, $store, $contexts = $args
            $env:EMAILSETTINGS_STORE = $store
            if ($order -eq 'before') {
                Remove-Module EmailSettings
                Import-Module $rival
                Import-Module $manifest
            }
            $server = @{
                MailHost = '127.0.0.1'; Mailbox = 'a@example.org'; Address = $tenant; ClientId = $client; Authentication = 'OAuthService'
                ClientSecret = (ConvertTo-SecureString x -AsPlainText -Force); Proxy = 'http://127.0.0.1:9'; TimeoutSec = 10
            }
            if ($order -eq 'after') { Import-Module $rival }
            (Test-IncomingMailServer @server).Findings.Id -contains 'Token.Unreachable'
            Get-MicrosoftIdentityClient
            & ([scriptblock]::Create("param(`$name) $contexts")) Microsoft.Identity.Client
        } $Manifest, $rival, $Order, $Tenant, $Client, (Join-Path $TestDrive "token$Order/settings.db"), $Contexts
        $said | Should -Be 'True', 'rival', 'Default', 'EmailSettings'
    }
}
