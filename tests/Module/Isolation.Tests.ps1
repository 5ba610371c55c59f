BeforeAll {
    . $PSScriptRoot/TestModule.ps1
    $Library = Join-Path (Split-Path $Manifest) lib

    # A tiny module that carries another version of an assembly that the module ships, and uses it.
    function New-Rival([string] $AssemblyName, [string] $TypeName) {
        $folder = New-Item -ItemType Directory (Join-Path $TestDrive "rival-$AssemblyName")
        Add-Type -OutputAssembly (Join-Path $folder "$AssemblyName.dll") -TypeDefinition @"
[assembly: System.Reflection.AssemblyVersion("99.0.0.0")]
namespace Rival { public static class $TypeName { public static string Version => "rival"; } }
"@
        $file = Join-Path $folder rival.psm1
        Set-Content $file "Add-Type -Path '$(Join-Path $folder "$AssemblyName.dll")'; function Get-$TypeName { [Rival.$TypeName]::Version }"
        $file
    }
}

Describe 'The module''s assemblies' {
    It 'are the loader and the cmdlets after the import, and no other' {
        $said = Invoke-Fresh {
            $library = $args[0]
            [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.Location.StartsWith($library) } | ForEach-Object { $_.GetName().Name } | Sort-Object
        } (Resolve-Path $Library).Path
        $said | Should -Be 'EmailSettings.Loader', 'EmailSettings.PowerShell'
    }

    It 'live in a context of their own, all but the loader, however much of them is used' {
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
        foreach ($name in 'EmailSettings.PowerShell', 'EmailSettings.Core', 'Microsoft.Data.Sqlite', 'SQLitePCLRaw.core', 'System.Security.Cryptography.Pkcs') {
            $said | Should -Contain "own $name"
        }
    }

    It 'answer for every name that is shipped' {
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

    It 'do not meet other versions of <assembly>, loaded <order>' -TestCases @(
        foreach ($assembly in 'Microsoft.Data.Sqlite', 'SQLitePCLRaw.core', 'Microsoft.Identity.Client', 'System.CommandLine', 'EmailSettings.Core') {
            foreach ($order in 'before', 'after') { @{ Assembly = $assembly; Order = $order; Type = $assembly -replace '\W' } }
        }
    ) {
        $rival = Join-Path $TestDrive "rival-$Assembly/rival.psm1"
        if (-not (Test-Path $rival)) { $rival = New-Rival $Assembly $Type }
        $said = Invoke-Fresh {
            $manifest, $rival, $order, $type, $store = $args
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
        } $Manifest, $rival, $Order, $Type, (Join-Path $TestDrive "$Assembly$Order/settings.db")
        $said | Should -Be '7', 'rival', '7'
    }
}
