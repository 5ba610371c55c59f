# Scripts index the results: every list, at any depth of an object, is an array or a List.
Describe 'Lists of the objects that come out' {
    BeforeAll {
        . $PSScriptRoot/TestModule.ps1
        New-Store
        Set-TestCertificate
        Import-EmailSettings (Join-Path $Root examples/contoso.json) | Out-Null
        Set-MailPassword sms.password (New-Secret)
        New-MailPasswordCertificate -Bits 2048 -Subject 'CN=Lists'

        # Gets the paths of the lists that cannot be indexed; counts both kinds in $seen.
        function Find-Unindexable($Value, [string] $Path) {
            # PowerShell indexes a dictionary by key, and does not enumerate it.
            if ($null -eq $Value -or $Value -is [string] -or $Value -is [ValueType] -or $Value -is [Collections.IDictionary]) { return }
            if ($Value -is [Collections.IEnumerable]) {
                $script:seen++
                $type = $Value.GetType()
                $isList = $type.IsArray -or ($type.IsGenericType -and $type.GetGenericTypeDefinition() -eq [Collections.Generic.List`1])
                if (-not $isList) { "$Path is a $type" }
                $index = 0
                foreach ($item in $Value) { Find-Unindexable $item "$Path[$index]"; $index++ }
            } elseif ($Value.PSObject.TypeNames[0] -like 'EmailSettings*') {
                foreach ($property in $Value.PSObject.Properties) {
                    # A property that does not apply to this object, such as the target of an unbound secret, throws.
                    try { $inner = $property.Value } catch { continue }
                    Find-Unindexable $inner "$Path.$($property.Name)"
                }
            }
        }
    }

    It 'can be indexed: <Name>' -ForEach @(
        @{ Name = 'Get-EmailSettings'; Call = { Get-EmailSettings } }
        @{ Name = 'Get-EmailSettingsChange'; Call = { Get-EmailSettingsChange } }
        @{ Name = 'Import-EmailSettings'; Call = { Import-EmailSettings (Join-Path $Root examples/contoso.json) -PassThru } }
        @{ Name = 'Initialize-EmailSettings'; Call = { Initialize-EmailSettings } }
        @{ Name = 'Test-EmailSettings'; Call = { Test-EmailSettings } }
        @{ Name = 'Test-MailPasswordCertificate'; Call = { Test-MailPasswordCertificate } }
        @{ Name = 'Update-MailPassword -WhatIf'; Call = { Update-MailPassword -WhatIf } }
        @{ Name = 'Update-MailPassword'; Call = { Update-MailPassword -PassThru } }
        @{ Name = 'Test-IncomingMailServer'; Call = { Test-IncomingMailServer -MailHost 127.0.0.1 -Port 9 } }
        @{ Name = 'Test-OutgoingMailServer'; Call = { Test-OutgoingMailServer -MailHost 127.0.0.1 -Port 9 -WarningAction Ignore } }
    ) {
        $script:seen = 0
        $index = 0
        $found = foreach ($output in @(& $Call)) { Find-Unindexable $output "[$index]"; $index++ }
        $script:seen | Should -BeGreaterThan 0
        $found | Should -BeNullOrEmpty
    }
}
