<#
.SYNOPSIS
    The jobs of the module for hosts tied to Windows PowerShell 5.1: read, change, store a secret, test, over the command line's JSON.
.DESCRIPTION
    The module takes PowerShell 7.6. Where a host cannot leave Windows PowerShell 5.1, the command line does the same work; this
    script wraps it. Errors come as PowerShell errors whose id is the one that the module gives too, such as PortOutOfRange.

    Dot-source it for the function Invoke-EmailSettings alone; run it with -Demonstrate to see the jobs on a store of its own.
.EXAMPLE
    . .\windows-powershell.ps1
    (Invoke-EmailSettings show).outgoingServer.host

    Reads a setting.
.EXAMPLE
    . .\windows-powershell.ps1
    try { Invoke-EmailSettings set, outgoing, port=99999 | Out-Null } catch { $_.FullyQualifiedErrorId }

    Changes a setting, and says PortOutOfRange,Invoke-EmailSettings where the value is none.
.EXAMPLE
    . .\windows-powershell.ps1
    Invoke-EmailSettings secret, set, outgoing.password -Secret (Read-Host -AsSecureString) | Out-Null

    Stores a password; it goes through standard input and stands in no list of processes.
.EXAMPLE
    . .\windows-powershell.ps1
    (Invoke-EmailSettings test, outgoing).stages.findings | Select-Object severity, cause, nextStep

    Tests the outgoing server. A test that finds something is an answer, not an error.
#>
#Requires -Version 5.1
[CmdletBinding()]
param(
    # The command line: its name, where it is on the PATH, or its path.
    [string] $Program = 'emailsettings',

    # Shows the jobs on a store of its own, which is removed again.
    [switch] $Demonstrate
)

# As the C library of Windows takes an argument apart: quotes are escaped, and so are backslashes before a quote.
function ConvertTo-Argument([string] $Text) {
    if ($Text -and $Text -notmatch '[\s"]') { return $Text }
    '"' + (($Text -replace '(\\*)"', '$1$1\"') -replace '(\\+)$', '$1$1') + '"'
}

function Invoke-EmailSettings {
    [CmdletBinding()]
    param(
        # The command, its options and its fields, each an item.
        [Parameter(Mandatory, Position = 0)] [string[]] $Arguments,

        # What the command reads from standard input.
        [securestring] $Secret,

        [string] $Store
    )
    $all = @($Arguments) + @('--output', 'json')
    if ($Store) { $all += @('--store', $Store) }
    $start = New-Object Diagnostics.ProcessStartInfo
    $start.FileName = (Get-Command $script:EmailSettingsProgram -CommandType Application -ErrorAction Stop | Select-Object -First 1).Source
    $start.Arguments = ($all | ForEach-Object { ConvertTo-Argument $_ }) -join ' '
    $start.UseShellExecute = $false
    $start.CreateNoWindow = $true
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    # Whatever code page the console has: JSON is pure ASCII on Windows and UTF-8 elsewhere.
    $start.StandardOutputEncoding = New-Object Text.UTF8Encoding $false
    $start.StandardErrorEncoding = New-Object Text.UTF8Encoding $false

    $process = [Diagnostics.Process]::Start($start)
    try {
        $errors = $process.StandardError.ReadToEndAsync()
        $output = $process.StandardOutput.ReadToEndAsync()
        if ($Secret) {
            $pointer = [Runtime.InteropServices.Marshal]::SecureStringToGlobalAllocUnicode($Secret)
            $characters = New-Object char[] $Secret.Length
            $bytes = $null
            try {
                [Runtime.InteropServices.Marshal]::Copy($pointer, $characters, 0, $characters.Length)
                # The pipe of PowerShell 5.1 knows ASCII alone; these are the bytes themselves.
                $bytes = (New-Object Text.UTF8Encoding $false).GetBytes($characters)
                $process.StandardInput.BaseStream.Write($bytes, 0, $bytes.Length)
            } finally {
                [Runtime.InteropServices.Marshal]::ZeroFreeGlobalAllocUnicode($pointer)
                [Array]::Clear($characters, 0, $characters.Length)
                if ($bytes) { [Array]::Clear($bytes, 0, $bytes.Length) }
            }
        }
        $process.StandardInput.Close()
        $process.WaitForExit()
        # 0 is done, 1 is a check that says no; both answer on standard output.
        if ($process.ExitCode -le 1) {
            if ($output.Result) { $output.Result | ConvertFrom-Json }
            return
        }
        $refusal = $null
        try { $refusal = $errors.Result | ConvertFrom-Json } catch { Write-Verbose $_ }
        if (-not $refusal) { throw "emailsettings ended with exit code $($process.ExitCode): $($errors.Result)" }
        $faults = @($refusal.errors)
        foreach ($fault in $faults[0..($faults.Count - 1)]) {
            $record = New-Object Management.Automation.ErrorRecord (New-Object InvalidOperationException $fault.text), $fault.id, 'InvalidOperation', $fault.path
            $record.ErrorDetails = New-Object Management.Automation.ErrorDetails $fault.text
            $record.ErrorDetails.RecommendedAction = $fault.hint
            # All that is wrong is told; the last of it ends the call.
            if ($fault -eq $faults[-1]) { $PSCmdlet.ThrowTerminatingError($record) }
            $PSCmdlet.WriteError($record)
        }
    } finally {
        $process.Dispose()
    }
}

$EmailSettingsProgram = $Program
if ($Demonstrate) {
    $folder = Join-Path ([IO.Path]::GetTempPath()) "emailsettings-$([guid]::NewGuid())"
    $store = Join-Path $folder settings.db
    [void] (New-Item -ItemType Directory $folder)
    try {
        # Change, and read it again.
        [void] (Invoke-EmailSettings set, outgoing, host=smtp.contoso.example, port=587 -Store $store)
        $outgoing = (Invoke-EmailSettings show, outgoing -Store $store)
        [pscustomobject] @{ Job = 'read'; Answer = ($outgoing | ConvertTo-Json -Compress -Depth 5) }

        # A refusal is an error with our id.
        try { Invoke-EmailSettings set, outgoing, port=99999 -Store $store } catch {
            [pscustomobject] @{ Job = 'refused'; Answer = $_.FullyQualifiedErrorId }
        }

        # A test answers with findings, whatever it finds.
        $test = Invoke-EmailSettings test, outgoing, --host, 127.0.0.1, --port, 9 -Store $store
        [pscustomobject] @{ Job = 'test'; Answer = @($test.stages.findings)[0].id }
    } finally {
        Remove-Item -LiteralPath $folder -Recurse -Force
    }
}
