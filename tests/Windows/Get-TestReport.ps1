<#
.SYNOPSIS
    Collects what the maintainers need to know about a test run: versions, results, and reasons of failures. No secrets, settings,
    or names of the machine, its accounts or their folders.
.EXAMPLE
    dotnet test EmailSettingsPS.sln --logger trx --results-directory out/test-results
    tests/Windows/Get-TestReport.ps1

    Runs in Windows PowerShell 5.1 and in PowerShell 7.
#>
[CmdletBinding()]
param(
    # The folder with the trx files of the run, and the results of the module's suite.
    [string] $Results = 'out/test-results',
    # The archive to write.
    [string] $Path = 'out/report.zip'
)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

# Everything that identifies this machine, its users or their folders; the longest first, since one may contain another.
$names = @($env:USERPROFILE, $env:HOME, $env:TEMP, (Get-Location).Path, $env:COMPUTERNAME, $env:USERDOMAIN, $env:USERDNSDOMAIN, $env:USERNAME, $env:USER, [Environment]::MachineName) |
    Where-Object { $_ -and $_.Length -gt 2 } | Select-Object -Unique | Sort-Object Length -Descending
# Texts that look like a secret or contain one: protected text, PEM, tokens (RFC 7519), text after a word for a password.
$secrets = '(?s)-----BEGIN [A-Z0-9 ]+-----.*?(-----END [A-Z0-9 ]+-----|$)', 'eyJ[\w-]+\.[\w-]+\.[\w-]*', '(?i)(password|passphrase|secret|token|authorization|bearer)("?\s*[:=]\s*"?)\S+'

function Hide([string] $Text) {
    foreach ($pattern in $secrets) { $Text = [regex]::Replace($Text, $pattern, '<hidden>') }
    foreach ($name in $names) { $Text = [regex]::Replace($Text, [regex]::Escape($name), '<name>', 'IgnoreCase') }
    $Text
}

$folder = Join-Path ([IO.Path]::GetTempPath()) "report-$([guid]::NewGuid().ToString('N'))"
[void] (New-Item -ItemType Directory $folder)
try {
    $lines = @(
        "System:       $([Environment]::OSVersion.VersionString)"
        "Architecture: $([Runtime.InteropServices.RuntimeInformation]::OSArchitecture), process $([Runtime.InteropServices.RuntimeInformation]::ProcessArchitecture)"
        "Culture:      $([Globalization.CultureInfo]::CurrentCulture.Name), interface $([Globalization.CultureInfo]::CurrentUICulture.Name)"
        "Code page:    $([Console]::OutputEncoding.CodePage)"
        "Time zone:    $([TimeZoneInfo]::Local.BaseUtcOffset)"
        "PowerShell:   $($PSVersionTable.PSVersion)"
        "Commit:       $(if (Get-Command git -ErrorAction SilentlyContinue) { git rev-parse HEAD })"
        ''
        (dotnet --info | Out-String)
    )
    if ([Environment]::OSVersion.Platform -eq 'Win32NT') {
        $principal = [Security.Principal.WindowsPrincipal] [Security.Principal.WindowsIdentity]::GetCurrent()
        $lines += "Administrator: $($principal.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator))"
        $lines += "Long paths:    $((Get-ItemProperty 'HKLM:\SYSTEM\CurrentControlSet\Control\FileSystem' -Name LongPathsEnabled -ErrorAction SilentlyContinue).LongPathsEnabled)"
    }
    Set-Content (Join-Path $folder versions.txt) (Hide ($lines -join "`n")) -Encoding UTF8

    $said = foreach ($file in Get-ChildItem $Results -Filter *.trx -ErrorAction SilentlyContinue) {
        # Windows PowerShell would read the file in the machine's code page.
        $run = New-Object Xml.XmlDocument
        $run.Load($file.FullName)
        $space = New-Object Xml.XmlNamespaceManager $run.NameTable
        $space.AddNamespace('t', 'http://microsoft.com/schemas/VisualStudio/TeamTest/2010')
        foreach ($result in $run.SelectNodes('//t:UnitTestResult', $space)) {
            $why = $result.SelectSingleNode('.//t:Message', $space)
            $where = $result.SelectSingleNode('.//t:StackTrace', $space)
            "$($result.GetAttribute('outcome'))`t$($result.GetAttribute('testName'))`t$($result.GetAttribute('duration'))"
            if ($why) { "    $($why.InnerText)" }
            if ($where -and $result.GetAttribute('outcome') -eq 'Failed') { $where.InnerText }
        }
    }
    Set-Content (Join-Path $folder tests.txt) (Hide (@($said) -join "`n")) -Encoding UTF8
    foreach ($kept in 'module.counts', 'module.results', 'module.skipped') {
        $file = Join-Path $Results $kept
        if (Test-Path -LiteralPath $file) { Set-Content (Join-Path $folder "$kept.txt") (Hide (Get-Content -LiteralPath $file -Raw -Encoding UTF8)) -Encoding UTF8 }
    }

    if (Test-Path -LiteralPath $Path) { Remove-Item -LiteralPath $Path }
    Compress-Archive (Join-Path $folder *) $Path
    "Wrote $Path. Look into it before you send it."
} finally {
    Remove-Item -LiteralPath $folder -Recurse -Force
}
