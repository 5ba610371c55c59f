# Help, cmdlets and manifest agree: nothing is missing, nothing is invented.

BeforeDiscovery {
    . $PSScriptRoot/HelpPages.ps1
    $module = Import-Module $env:EMAILSETTINGS_MANIFEST -PassThru
    $pages = Get-HelpPage -Pages "$PSScriptRoot/../../docs/cmdlets"
    $cmdlets = $module.ExportedCmdlets.Keys | ForEach-Object { $name = $_; @{ Name = $name; Page = $pages.Where({ $_.Name -eq $name })[0] } }
    $topics = Get-ChildItem -Path "$PSScriptRoot/../../docs/about" -Filter 'about_*.md' | ForEach-Object { @{ Topic = $_.BaseName } }
}

Describe 'Help of the module' {
    BeforeAll {
        . $PSScriptRoot/HelpPages.ps1
        $root = "$PSScriptRoot/../.."
        $module = Import-Module $env:EMAILSETTINGS_MANIFEST -PassThru
        # Hidden parameters have no help.
        function Test-Hidden($Parameter) { [bool]($Parameter.Attributes | Where-Object { $_ -is [Parameter] -and $_.DontShow }) }
        $common = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters
    }

    It 'has a page for each cmdlet and a cmdlet for each page' {
        (Get-HelpPage -Pages "$root/docs/cmdlets").Name | Sort-Object | Should -Be ($module.ExportedCmdlets.Keys | Sort-Object)
    }

    It 'covers the cmdlets in the manifest' {
        (Import-PowerShellDataFile $env:EMAILSETTINGS_MANIFEST).CmdletsToExport | Sort-Object | Should -Be ($module.ExportedCmdlets.Keys | Sort-Object)
    }

    It 'describes exactly the parameters of <Name>' -ForEach $cmdlets {
        $own = (Get-Command $Name).Parameters.Values.Where({ $_.Name -notin $common -and -not (Test-Hidden $_) }).Name | Sort-Object
        $Page.Parameters | Sort-Object | Should -Be $own
    }

    It 'shows the synopsis, description and outputs of <Name>' -ForEach $cmdlets {
        $help = Get-Help $Name -Full
        $help.Synopsis | Should -Be $Page.Synopsis.Replace('`', '')
        $help.description.Text | Should -Not -BeNullOrEmpty
        $help.inputTypes.inputType.type.name | Should -Not -BeNullOrEmpty
        $help.returnValues.returnValue.type.name | Should -Not -BeNullOrEmpty
        ($help | Out-String) | Should -Not -Match '\{\{|TODO|TBD|Fill in|lorem'
    }

    It 'names as outputs what <Name> declares' -ForEach $cmdlets {
        $declared = @((Get-Command $Name).OutputType.Name | Where-Object { $_ -and $_ -ne 'System.Void' })
        $written = @((Get-Help $Name -Full).returnValues.returnValue.type.name | Where-Object { $_ -ne 'None' })
        $written | Sort-Object | Should -Be ($declared | Sort-Object)
    }

    It 'describes each parameter of <Name> through Get-Help -Parameter' -ForEach $cmdlets {
        foreach ($parameter in (Get-Command $Name).Parameters.Values | Where-Object { $_.Name -notin [System.Management.Automation.Cmdlet]::CommonParameters -and -not (Test-Hidden $_) }) {
            $help = Get-Help $Name -Parameter $parameter.Name
            $help.description.Text | Should -Not -BeNullOrEmpty -Because $parameter.Name
            $help.type.name | Should -Not -BeNullOrEmpty -Because $parameter.Name
            $binding = @($parameter.ParameterSets.Values)
            $help.required | Should -Be "$($binding[0].IsMandatory)".ToLowerInvariant() -Because $parameter.Name
            $help.pipelineInput | Should -BeLike "$([bool]($binding.Where({ $_.ValueFromPipeline -or $_.ValueFromPipelineByPropertyName })))*" -Because $parameter.Name
        }
    }

    It 'shows the parameter sets of <Name> as PowerShell knows them' -ForEach $cmdlets {
        $shown = @((Get-Help $Name).syntax.syntaxItem | ForEach-Object { ($_.parameter.name | Sort-Object) -join ' ' })
        $real = @((Get-Command $Name).ParameterSets | ForEach-Object { ($_.Parameters.Where({ $_.Name -notin [System.Management.Automation.Cmdlet]::CommonParameters -and -not (Test-Hidden $_) }).Name | Sort-Object) -join ' ' })
        $shown | Sort-Object | Should -Be ($real | Sort-Object)
    }

    It 'has two or more examples of <Name>, each with a title, text and code' -ForEach $cmdlets {
        $examples = @((Get-Help $Name -Examples).examples.example)
        $examples.Count | Should -BeGreaterOrEqual 2
        $examples.Count | Should -Be $Page.Titles.Count
        $Page.Examples.Count | Should -Be $Page.Titles.Count
        foreach ($example in $examples) {
            $example.title | Should -Match 'Example \d+: \w'
            $example.code | Should -Match ([regex]::Escape($Name))
        }
    }

    It 'links from <Name> to pages that are there' -ForEach $cmdlets {
        $Page.Links | Should -Not -BeNullOrEmpty
        foreach ($link in $Page.Links) {
            "$root/docs/cmdlets/$($link.Target)" | Should -Exist
            $link.Target | Should -BeLike "*$($link.Text).md"
        }
    }

    It 'finds the topic <Topic> and its summary' -ForEach $topics {
        (Get-Help $Topic) | Should -Match "^TOPIC\r?\n    $Topic\r?\n"
        (Get-Help $Topic | Out-String) -split '\r?\n' | ForEach-Object { $_.TrimEnd().Length | Should -BeLessOrEqual 120 }
    }
}
