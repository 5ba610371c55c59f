# Shared by all tests: imports the module under test and creates a separate store for each file.
if (-not $env:EMAILSETTINGS_TESTHOME -or $HOME -ne $env:EMAILSETTINGS_TESTHOME) {
    throw 'Run these tests with tests/Module/Invoke-ModuleTests.ps1: it gives them a certificate store of their own.'
}
$Manifest = $env:EMAILSETTINGS_MANIFEST
Import-Module $Manifest
$WarningPreference = 'SilentlyContinue'

$Root = Split-Path (Split-Path $PSScriptRoot)
$Tenant = 'https://login.microsoftonline.com/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718'
$Client = '2c3d4e5f-6071-4829-a3b4-c5d6e7f8091a'

# Not in TestDrive: the store stays open as long as PowerShell runs, and Pester removes that drive before; Windows does not allow
# removing an open file.
function New-Store {
    $env:EMAILSETTINGS_STORE = Join-Path $env:EMAILSETTINGS_TESTHOME "$([guid]::NewGuid().ToString('N'))/settings.db"
}

function New-Secret([string] $Text = "s$([guid]::NewGuid())") {
    $secret = [securestring]::new()
    foreach ($character in $Text.ToCharArray()) { $secret.AppendChar($character) }
    $secret
}

# The certificate store belongs to the run, so one key of 2048 bits serves all files.
function Set-TestCertificate {
    $there = Get-MailPasswordCertificate -Available | Where-Object Subject -EQ 'CN=Tests' | Select-Object -First 1
    if ($there) { Set-MailPasswordCertificate $there.Thumbprint } else { New-MailPasswordCertificate -Bits 2048 -Subject 'CN=Tests' }
}

# Records the errors that occurred, by id and cmdlet, to be compared with all published ones at the end of a run.
function Save-Error([string[]] $FullId) {
    if ($FullId) { Add-Content -LiteralPath (Join-Path $env:EMAILSETTINGS_TESTHOME errors.seen) -Value $FullId }
}

# Gets the ids of all errors of a call.
function Get-ErrorId([scriptblock] $Call) {
    $errors = & { try { & $Call 2>&1 } catch { $_ } } | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }
    Save-Error $errors.FullyQualifiedErrorId
    @($errors | ForEach-Object { ($_.FullyQualifiedErrorId -split ',')[0] })
}

# Opens a database as another program would, with the module's own library, and runs statements. Dispose of what it returns.
function Open-Database([string] $Path, [string] $Statements) {
    $context = [System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -Like 'EmailSettings (*'
    $sqlite = $context.LoadFromAssemblyName([System.Reflection.AssemblyName]::new('SQLitePCLRaw.core')).GetType('SQLitePCL.raw')
    $database = $null
    $results = $sqlite::sqlite3_open($Path, [ref] $database), $sqlite::sqlite3_exec($database, $Statements)
    if ($results -ne 0) {
        $database.Dispose()
        throw "SQLite: $results"
    }
    $database
}

# Runs a new PowerShell, for what requires a whole process; returns its standard output. The script sees the parent's variables of
# the same name only as $args.
function Invoke-Fresh([scriptblock] $Script, [string[]] $Arguments = @()) {
    $file = Join-Path $TestDrive "$([guid]::NewGuid().ToString('N')).ps1"
    Set-Content $file "Import-Module '$Manifest'`n$Script"
    & (Join-Path $PSHOME pwsh) -NoProfile -NonInteractive -File $file @Arguments
}
