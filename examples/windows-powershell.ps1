<#
.SYNOPSIS
    Wraps the command line for hosts that require Windows PowerShell 5.1: read, change, store a secret, test.
.DESCRIPTION
    The module requires PowerShell 7.6. For hosts that must use Windows PowerShell 5.1, the command line does the same work;
    this script wraps its JSON. Errors are PowerShell errors with the same id as in the module, such as PortOutOfRange.

    Dot-source it to get only the function Invoke-EmailSettings; run it with -Demonstrate to see the examples on a separate store.
.EXAMPLE
    . .\windows-powershell.ps1
    (Invoke-EmailSettings show).outgoingServer.host

    Reads a setting.
.EXAMPLE
    . .\windows-powershell.ps1
    try { Invoke-EmailSettings set, outgoing, port=99999 | Out-Null } catch { $_.FullyQualifiedErrorId }

    Changes a setting; an invalid value is reported as PortOutOfRange,Invoke-EmailSettings.
.EXAMPLE
    . .\windows-powershell.ps1
    Invoke-EmailSettings secret, set, outgoing.password -Secret (Read-Host -AsSecureString) | Out-Null

    Stores a password, passed through standard input so that it is not in the process list.
.EXAMPLE
    . .\windows-powershell.ps1
    (Invoke-EmailSettings test, outgoing).stages.findings | Select-Object severity, cause, nextStep

    Tests the outgoing server. A test that finds something is an answer, not an error.
#>
#Requires -Version 5.1
[CmdletBinding()]
param(
    # The command line: its name, if it is on the PATH, or its path.
    [string] $Program = 'emailsettings',

    # Demonstrates the function on a separate store, which is then removed.
    [switch] $Demonstrate
)

# Quotes an argument for the C runtime of Windows: quotes are escaped, and so are backslashes before a quote.
function ConvertTo-Argument([string] $Text) {
    if ($Text -and $Text -notmatch '[\s"]') { return $Text }
    '"' + (($Text -replace '(\\*)"', '$1$1\"') -replace '(\\+)$', '$1$1') + '"'
}

function Invoke-EmailSettings {
    [CmdletBinding()]
    param(
        # The command, its options and its fields, one per item.
        [Parameter(Mandatory, Position = 0)] [string[]] $Arguments,

        # The standard input of the command.
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
    # Independent of the console's code page: JSON is pure ASCII on Windows and UTF-8 elsewhere.
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
                # The pipe of PowerShell 5.1 is limited to ASCII, so the bytes are written directly.
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
        # 0 is success, 1 a failed check; both answer on standard output.
        if ($process.ExitCode -le 1) {
            if ($output.Result) { $output.Result | ConvertFrom-Json }
            return
        }
        $refusal = $null
        try { $refusal = $errors.Result | ConvertFrom-Json } catch { Write-Verbose $_ }
        if (-not $refusal) { throw "emailsettings failed with exit code $($process.ExitCode): $($errors.Result)" }
        $faults = @($refusal.errors)
        foreach ($fault in $faults[0..($faults.Count - 1)]) {
            $record = New-Object Management.Automation.ErrorRecord (New-Object InvalidOperationException $fault.text), $fault.id, 'InvalidOperation', $fault.path
            $record.ErrorDetails = New-Object Management.Automation.ErrorDetails $fault.text
            $record.ErrorDetails.RecommendedAction = $fault.hint
            # All errors are reported; the last one is terminating.
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
        # Changes a setting and reads it again.
        [void] (Invoke-EmailSettings set, outgoing, host=smtp.contoso.example, port=587 -Store $store)
        $outgoing = (Invoke-EmailSettings show, outgoing -Store $store)
        [pscustomobject] @{ Job = 'read'; Answer = ($outgoing | ConvertTo-Json -Compress -Depth 5) }

        # An error has the module's id.
        try { Invoke-EmailSettings set, outgoing, port=99999 -Store $store } catch {
            [pscustomobject] @{ Job = 'refused'; Answer = $_.FullyQualifiedErrorId }
        }

        # A test returns findings, whatever it finds.
        $test = Invoke-EmailSettings test, outgoing, --host, 127.0.0.1, --port, 9 -Store $store
        [pscustomobject] @{ Job = 'test'; Answer = @($test.stages.findings)[0].id }
    } finally {
        Remove-Item -LiteralPath $folder -Recurse -Force
    }
}
