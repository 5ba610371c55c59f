# Rules for every PowerShell file of the project.

BeforeDiscovery {
    $root = (Resolve-Path "$PSScriptRoot/../..").Path
    $files = 'build.ps1', 'build', 'EmailSettings.psd1', 'examples', 'module', 'tests/Module', 'benchmarks/Yardsticks' | ForEach-Object { Get-ChildItem (Join-Path $root $_) -Recurse -Include *.ps1, *.psm1, *.psd1, *.ps1xml } |
        Where-Object FullName -NotMatch '[\\/](obj|bin)[\\/]' | ForEach-Object { @{ File = [IO.Path]::GetRelativePath($root, $_.FullName) } }
    $hasAnalyzer = [bool](Get-Module -ListAvailable PSScriptAnalyzer)
    $analyzed = $files | Where-Object { $_.File -notlike '*.ps1xml' }
    $described = $files | Where-Object { $_.File -like '*.ps1' -and [IO.File]::ReadAllText((Join-Path $root $_.File)) -match '(?m)^\.SYNOPSIS' }
}

Describe 'PowerShell files' {
    BeforeAll {
        . $PSScriptRoot/TestModule.ps1
        # Exceptions: build.ps1 writes to a console, and passes dotnet its arguments unchanged; the product's plural nouns are
        # intentional; PowerShell 7 reads UTF-8 without a BOM; script blocks use parameters that the analyzer does not see, and
        # functions of a script are not cmdlets.
        $excluded = 'PSAvoidUsingWriteHost', 'PSAvoidUsingPositionalParameters', 'PSUseSingularNouns', 'PSUseBOMForUnicodeEncodedFile', 'PSUseShouldProcessForStateChangingFunctions', 'PSReviewUnusedParameter'
        # In tests: Pester's blocks share variables in ways the analyzer does not follow, secrets are made up, prompts are
        # answered by functions with the names of cmdlets, and text is run to see how it is parsed.
        $excludedInTests = 'PSUseDeclaredVarsMoreThanAssignments', 'PSAvoidUsingConvertToSecureStringWithPlainText', 'PSAvoidOverwritingBuiltInCmdlets', 'PSAvoidUsingInvokeExpression'
    }

    It '<File> follows the rules of PSScriptAnalyzer' -ForEach ($hasAnalyzer ? $analyzed : @()) {
        Invoke-ScriptAnalyzer -Path (Join-Path $Root $File) -ExcludeRule ($File -like "tests*" ? $excluded + $excludedInTests : $excluded) | ForEach-Object { "$($_.RuleName) $($_.Line): $($_.Message)" } | Should -BeNullOrEmpty
    }

    It 'all follow the rules of PSScriptAnalyzer' -Skip:$hasAnalyzer {
        Set-ItResult -Skipped -Because 'PSScriptAnalyzer is not installed'
    }

    It '<File> ends its lines with LF and has no tab' -ForEach $files {
        $text = [IO.File]::ReadAllText((Join-Path $Root $File))
        $text | Should -Not -Match "`t|[ `r]`n"
        $text | Should -Match "`n\z"
    }

    # A comment directly above the help makes PowerShell ignore the help.
    It '<File> shows its help, with examples that begin with a command' -ForEach $described {
        $help = [Management.Automation.Language.Parser]::ParseFile((Join-Path $Root $File), [ref] $null, [ref] $null).GetHelpContent()
        $help.Synopsis | Should -Not -BeNullOrEmpty
        foreach ($example in $help.Examples) { $example.TrimStart() | Should -Match "^([.&$'(]|dotnet |pwsh |[\w\\/-]+\.ps1|[A-Z]\w+-[A-Z])" }
    }
}

Describe 'The manifest' {
    BeforeAll { . $PSScriptRoot/TestModule.ps1 }

    It 'is whole' {
        $warnings = $null
        $module = Test-ModuleManifest $Manifest -WarningVariable warnings -ErrorAction Stop
        $warnings | Should -BeNullOrEmpty
        $module.Description, $module.Author, $module.Copyright | Should -Not -BeNullOrEmpty
        $module.PowerShellVersion | Should -Be '7.6'
        $module.RequiredModules | Should -BeNullOrEmpty
    }

    It 'describes the module for galleries, without URLs that do not exist' {
        $module = Test-ModuleManifest $Manifest -ErrorAction Stop
        $module.PrivateData.PSData.Tags | Should -Contain 'email'
        $module.PrivateData.PSData.Tags | Where-Object { $_ -match '\s' } | Should -BeNullOrEmpty
        "$($module.LicenseUri)" | Should -Be 'https://spdx.org/licenses/MIT.html'
        $module.ProjectUri | Should -BeNullOrEmpty
        { Get-Help Get-EmailSettings -Online -ErrorAction Stop } | Should -Throw '*Internet address (URI) of the Help topic is not specified*'
        (Get-Help about_EmailSettings | Out-String) | Should -Match 'Get-Help -Online'
        # The places for the address, once there is one.
        foreach ($page in 'README.md', 'CONTRIBUTING.md') { Get-Content (Join-Path $Root $page) -Raw | Should -Match 'ProjectUri' -Because $page }
    }

    It 'names what it exports, without wildcards' {
        $data = Import-PowerShellDataFile $Manifest
        foreach ($list in 'FunctionsToExport', 'CmdletsToExport', 'VariablesToExport', 'AliasesToExport') {
            $data.ContainsKey($list) | Should -BeTrue -Because $list
            $data[$list] -like '*[*]*' | Should -BeNullOrEmpty -Because $list
        }
    }

    It 'has every verb and noun in the table of the README' {
        $rows = Get-Content (Join-Path $Root README.md) | Where-Object { $_ -match '^\| `' }
        $missing = (Import-PowerShellDataFile $Manifest).CmdletsToExport | Where-Object {
            $verb, $noun = $_ -split '-', 2
            -not ($rows -match "``$noun``" -match "\b$verb\b")
        }
        $missing | Should -BeNullOrEmpty
    }
}
