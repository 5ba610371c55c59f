# Scripts for hosts with Windows PowerShell 5.1 use only its language, as checked in the syntax tree of PowerShell's parser.
BeforeDiscovery {
    $files = 'examples/windows-powershell.ps1', 'build.ps1', 'tests/Windows/Get-TestReport.ps1' | ForEach-Object { @{ File = $_ } }
}

BeforeAll {
    . $PSScriptRoot/TestModule.ps1

    # What Windows PowerShell 5.1 does not support, each as a rule for a node of the tree.
    $newer = [ordered] @{
        'a ternary'                   = { $_ -is [Management.Automation.Language.TernaryExpressionAst] }
        '&& and ||'                   = { $_ -is [Management.Automation.Language.PipelineChainAst] }
        '?. and ?[]'                  = { ($_ -is [Management.Automation.Language.MemberExpressionAst] -or $_ -is [Management.Automation.Language.IndexExpressionAst]) -and $_.NullConditional }
        '??'                          = { $_ -is [Management.Automation.Language.BinaryExpressionAst] -and $_.Operator -eq 'QuestionQuestion' }
        '??='                         = { $_ -is [Management.Automation.Language.AssignmentStatementAst] -and $_.Operator -eq 'QuestionQuestionEquals' }
        'a pipeline in the background' = { $_ -is [Management.Automation.Language.PipelineAst] -and $_.Background }
        'a clean block'               = { $_ -is [Management.Automation.Language.ScriptBlockAst] -and $_.CleanBlock }
        'a variable of PowerShell 7'  = { $_ -is [Management.Automation.Language.VariableExpressionAst] -and $_.VariablePath.UserPath -in 'IsWindows', 'IsLinux', 'IsMacOS', 'IsCoreCLR', 'PSStyle', 'PSNativeCommandUseErrorActionPreference' }
        'a number with a newer ending' = { $_ -is [Management.Automation.Language.ConstantExpressionAst] -and $_.Extent.Text -match '^(0b[01_]+|[\d.]+(y|uy|us|u|ul|n))$' }
        'an escape of PowerShell 7'   = { $_ -is [Management.Automation.Language.StringConstantExpressionAst] -and $_.StringConstantType -like 'DoubleQuoted*' -and $_.Extent.Text -cmatch '(?<!`)(``)*`(e|u\{)' }
        'a cmdlet of PowerShell 7'    = { $_ -is [Management.Automation.Language.CommandAst] -and $_.GetCommandName() -in 'Get-Error', 'Test-Json', 'Get-Uptime', 'ConvertFrom-Markdown', 'Remove-Service', 'Switch-Process' }
        'a parameter of PowerShell 7' = {
            $_ -is [Management.Automation.Language.CommandParameterAst] -and $_.ParameterName -in @{
                'ForEach-Object'   = 'Parallel', 'ThrottleLimit', 'AsJob', 'TimeoutSeconds'
                'ConvertFrom-Json' = 'AsHashtable', 'NoEnumerate', 'Depth', 'DateKind'
                'ConvertTo-Json'   = 'AsArray', 'EnumsAsStrings', 'EscapeHandling'
                'Join-Path'        = 'AdditionalChildPath', 'Extension'
                'Split-Path'       = 'LeafBase', 'Extension'
                'Sort-Object'      = 'Stable', 'Top', 'Bottom'
                'Get-Content'      = 'AsByteStream'
                'Set-Content'      = 'AsByteStream'
                'Join-String'      = 'Separator'
                'Read-Host'        = 'MaskInput'
                'Get-ChildItem'    = 'FollowSymlink'
            }[[string] $_.Parent.GetCommandName()]
        }
        'Join-Path with more than a child' = { $_ -is [Management.Automation.Language.CommandAst] -and $_.GetCommandName() -eq 'Join-Path' -and @($_.CommandElements | Where-Object { $_ -isnot [Management.Automation.Language.CommandParameterAst] }).Count -gt 3 }
    }

    # Gets the unsupported parts of a script.
    function Find-NewerLanguage([string] $Text) {
        $tree = [Management.Automation.Language.Parser]::ParseInput($Text, [ref] $null, [ref] $null)
        foreach ($rule in $newer.GetEnumerator()) {
            $tree.FindAll({ param($node) $_ = $node; [bool] (. $rule.Value) }, $true) | ForEach-Object { "$($rule.Key), line $($_.Extent.StartLineNumber)" }
        }
        # Without a byte order mark, Windows PowerShell reads a file in the machine's code page.
        if ($Text -match '[^\x00-\x7F]') { 'a character beyond ASCII' }
    }
}

Describe 'Windows PowerShell 5.1' {
    It 'can read <File>' -ForEach $files {
        Find-NewerLanguage (Get-Content (Join-Path $Root $File) -Raw) | Should -BeNullOrEmpty
    }

    It 'does not support: <Text>' -ForEach @(
        @{ Text = '$a ? 1 : 2' }
        @{ Text = 'one && two' }
        @{ Text = 'one || two' }
        @{ Text = '${a}?.Length' }
        @{ Text = '${a}?[0]' }
        @{ Text = '$a ?? 1' }
        @{ Text = '$a ??= 1' }
        @{ Text = 'one &' }
        @{ Text = 'function f { clean { 1 } }' }
        @{ Text = '$IsWindows' }
        @{ Text = '12uy' }
        @{ Text = '"`u{2026}"' }
        @{ Text = '1..3 | ForEach-Object -Parallel { 1 }' }
        @{ Text = "'{}' | ConvertFrom-Json -AsHashtable" }
        @{ Text = 'Join-Path a b c' }
        @{ Text = 'Get-Error' }
        @{ Text = "'$([char] 0x2026)'" }
    ) {
        Find-NewerLanguage $Text | Should -Not -BeNullOrEmpty
    }

    It 'supports the rest' {
        Find-NewerLanguage 'if ($a) { @(1) } else { Join-Path a b | ForEach-Object { "`t$($_.Length)" } }; [ordered] @{ a = 0x1F; b = 1kb }' | Should -BeNullOrEmpty
    }

    It 'reads, changes and tests through the command line, with errors by our ids' {
        $program = Join-Path $Root "src/EmailSettings.Cli/bin/Debug/net10.0/emailsettings$($IsWindows ? '.exe' : '')"
        if (-not (Test-Path $program)) { Set-ItResult -Skipped -Because 'the command line was not built beside the module' }
        $jobs = & (Join-Path $Root examples/windows-powershell.ps1) -Program $program -Demonstrate
        $jobs.Job | Should -Be 'read', 'refused', 'test'
        ($jobs[0].Answer | ConvertFrom-Json).host | Should -Be 'smtp.contoso.example'
        $jobs[1].Answer | Should -Be 'PortOutOfRange,Invoke-EmailSettings'
        $jobs[2].Answer | Should -Be 'Connect.Refused'
    }

    It 'is shown the alternative in the description of the module that it cannot import' {
        (Import-PowerShellDataFile $Manifest).Description | Should -BeLike '*Windows PowerShell 5.1*windows-powershell.ps1*'
    }
}

Describe 'The report of a test run' {
    It 'has the results and reasons, without secrets and names' {
        $results = New-Item -ItemType Directory (Join-Path $TestDrive results)
        Set-Content (Join-Path $results one.trx) @'
<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
<UnitTestResult testName="Some.Test" outcome="Failed" duration="00:00:01"><Output><ErrorInfo>
<Message>HOSTONE\usertwo was refused in C:\work: password=hunter2 &#252;</Message><StackTrace>at Some.Test</StackTrace>
</ErrorInfo></Output></UnitTestResult></Results></TestRun>
'@
        Set-Content (Join-Path $results module.results) "Passed`tOne.Tests.ps1: it`t"
        $before = $env:COMPUTERNAME, $env:USERNAME
        try {
            # Both have the same length.
            $env:COMPUTERNAME, $env:USERNAME = 'HOSTONE', 'usertwo'
            & (Join-Path $Root tests/Windows/Get-TestReport.ps1) -Results $results -Path (Join-Path $TestDrive report.zip) | Should -BeLike 'Wrote *'
        } finally {
            $env:COMPUTERNAME, $env:USERNAME = $before
        }
        Expand-Archive (Join-Path $TestDrive report.zip) (Join-Path $TestDrive report)
        $tests = Get-Content (Join-Path $TestDrive report/tests.txt) -Raw
        $tests | Should -BeLike '*Failed*Some.Test*was refused*at Some.Test*'
        $tests | Should -Match "\u00fc"
        $tests | Should -Not -Match 'hunter2|HOSTONE|usertwo'
        Join-Path $TestDrive report/module.results.txt | Should -Exist
        Get-Content (Join-Path $TestDrive report/versions.txt) -Raw | Should -Match 'PowerShell: +7'
    }
}
