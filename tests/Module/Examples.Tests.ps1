# Every example of the help is run, each on its own system; see Invoke-Example.ps1 for what is there.

BeforeDiscovery {
    . $PSScriptRoot/HelpPages.ps1
    $cases = Get-HelpExample -Pages "$PSScriptRoot/../../docs/cmdlets" | ForEach-Object { @{ Name = $_.Name; ForWindows = 'windows' -in $_.Marks; Elsewhere = 'elsewhere' -in $_.Marks } }
}

Describe 'Examples of the help' {
    BeforeAll {
        . $PSScriptRoot/TestModule.ps1
        $root = "$PSScriptRoot/../.."
        $folder = New-Item -ItemType Directory -Path "$TestDrive/examples"
        $empty = New-Item -ItemType Directory -Path "$TestDrive/home"
        $before = $env:HOME, $env:XDG_DATA_HOME, $env:EMAILSETTINGS_STORE
        try {
            $env:HOME = $empty
            $env:XDG_DATA_HOME = $null
            $lines = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -File "$PSScriptRoot/Invoke-Example.ps1" -Manifest $Manifest -Pages "$root/docs/cmdlets" -Files "$root/examples" -Folder $folder
        } finally {
            $env:HOME, $env:XDG_DATA_HOME, $env:EMAILSETTINGS_STORE = $before
        }
        $results = @{}
        foreach ($line in $lines) {
            $result = $line | ConvertFrom-Json
            $results[$result.Name] = $result
        }
    }

    It '<Name>' -ForEach $cases {
        if ($ForWindows -and -not $IsWindows) { Set-ItResult -Skipped -Because 'the example needs Windows' }
        if ($Elsewhere) { Set-ItResult -Skipped -Because 'the example needs accounts or hosts that are not here' }
        $results.Keys | Should -Contain $Name
        $results[$Name].Problems | Should -BeNullOrEmpty
    }
}
