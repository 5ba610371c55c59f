# Errors that no other file provokes, each in its situation, by id. Test names start with the id, so that a list of skipped tests
# shows which errors were not provoked.

BeforeDiscovery {
    # Root switches to another account for these; any other account removes its own access to files.
    $become = if ($IsLinux) { (id -u) -eq '0' ? 'setpriv --reuid=65534 --regid=65534 --clear-groups' : 'env' }
    # The program of a .NET tool is executable only for its owner; dotnet runs it for anyone who may read it.
    $asOther = foreach ($start in $become ? "'$PSHOME/pwsh'", "dotnet '$PSHOME/pwsh.dll'" : @()) {
        sh -c "$become $start -NoProfile -NonInteractive -Command 1" *> $null
        if ($LASTEXITCODE -eq 0) { "$become $start"; break }
    }
    $canMount = $IsLinux -and (id -u) -eq '0'
}

BeforeAll {
    . $PSScriptRoot/TestModule.ps1

    # A checkpointed store: everything is in the one file.
    function New-ClosedStore {
        New-Store
        Set-EmailBasicSettings -MaxIncomingSizeKB 5
        Disconnect-EmailSettingsStore
        $env:EMAILSETTINGS_STORE
    }

    # Another program's database in place of the store.
    function New-ForeignStore {
        $file = New-ClosedStore
        Remove-Item $file*
        (Open-Database $file 'CREATE TABLE note (text); INSERT INTO note VALUES (1)').Dispose()
        $file
    }

    function New-PemCertificate([string] $Name, [System.Security.Cryptography.AsymmetricAlgorithm] $Key, [switch] $WithoutKey) {
        $request = if ($Key -is [System.Security.Cryptography.RSA]) {
            [System.Security.Cryptography.X509Certificates.CertificateRequest]::new("CN=$Name", $Key, 'SHA256', [System.Security.Cryptography.RSASignaturePadding]::Pkcs1)
        } else {
            [System.Security.Cryptography.X509Certificates.CertificateRequest]::new("CN=$Name", $Key, 'SHA256')
        }
        $certificate = $request.CreateSelfSigned([datetime]::UtcNow.AddDays(-1), [datetime]::UtcNow.AddDays(30))
        $file = Join-Path $TestDrive "$Name.pem"
        Set-Content $file $certificate.ExportCertificatePem()
        if (-not $WithoutKey) { Add-Content $file $Key.ExportPkcs8PrivateKeyPem() }
        if (-not $IsWindows) { chmod 600 $file }
        $file
    }
}

Describe 'A value is refused as' {
    BeforeEach { New-Store }

    It '<Id>' -TestCases @(
        @{ Id = 'CharsetUnusable'; Call = { Set-EmailBasicSettings -BodyCharset utf-16 } }
        @{ Id = 'TextNotUnicode'; Call = { Set-EmailErrorTexts -NoBody "half $([char]0xD83D)" } }
        @{ Id = 'AddressHasExtras'; Call = { New-IncomingMailServer a -Address "$Tenant`?x=1" -Authentication OAuthUser -ClientId $Client } }
        @{ Id = 'HostInvalid'; Call = { Set-OutgoingMailServer -MailHost 'smtp example' } }
        @{ Id = 'MaxEmailSizeOutOfRange'; Call = { Set-OutgoingMailServer -MaxEmailSizeMB -1 } }
        @{ Id = 'MaxRecipientsOutOfRange'; Call = { Set-OutgoingMailServer -MaxRecipients -1 } }
        @{ Id = 'MaxAttachmentSizeOutOfRange'; Call = { Set-OutgoingMailServer -MaxAttachmentSizeMB -1 } }
    ) {
        Get-ErrorId $Call | Should -Be $Id
        Get-EmailSettingsChange | Should -BeNullOrEmpty
    }
}

Describe 'A document is refused as' {
    BeforeEach { New-Store }

    It '<Id>' -TestCases @(
        @{ Id = 'FieldReadOnly'; Text = '{ "version": 1, "basic": { "maxSentSizeMB": 5 } }' }
        @{ Id = 'DocumentShapeWrong'; Text = '{ "version": 1, "basic": [] }' }
    ) {
        $file = Join-Path $TestDrive "$Id.json"
        Set-Content $file $Text
        Get-ErrorId { Import-EmailSettings $file } | Should -Be $Id
    }

    It 'DocumentTooLarge' {
        $file = Join-Path $TestDrive large.json
        $stream = [IO.File]::Create($file)
        $stream.SetLength(64MB + 1)
        $stream.Dispose()
        Get-ErrorId { Initialize-EmailSettings $file } | Should -Be 'DocumentTooLarge'
        $env:EMAILSETTINGS_STORE | Should -Not -Exist
    }
}

Describe 'A store is refused, and left as it was, as' {
    It 'StoreForeign' {
        $file = New-ForeignStore
        $before = (Get-FileHash $file).Hash
        Get-ErrorId { Get-EmailBasicSettings } | Should -Be 'StoreForeign'
        Get-ErrorId { Set-EmailBasicSettings -MaxIncomingSizeKB 6 } | Should -Be 'StoreForeign'
        (Get-FileHash $file).Hash | Should -Be $before
    }

    It 'StoreForeign by <_> too' -ForEach @(
        'Get-EmailAttachmentSettings', 'Reset-EmailAttachmentSettings', 'Get-EmailErrorTexts', 'Reset-EmailErrorTexts', 'Get-EmailSettingsRestart', 'Clear-EmailSettingsRestart'
        'Get-EmailSettingsChange', 'Get-EmailSettingsStore', 'Get-OutgoingMailServer', 'Reset-OutgoingMailServer', 'Get-MailPasswordCertificate'
    ) {
        $null = New-ForeignStore
        $command = $_
        $quiet = (Get-Command $command).Parameters.ContainsKey('Confirm') ? @{ Confirm = $false } : @{}
        Get-ErrorId { & $command @quiet } | Should -Be 'StoreForeign'
    }

    It 'StoreForeign in a report' {
        $null = New-ForeignStore
        (Test-EmailSettings).Checks.Findings.Id | Should -Contain 'StoreForeign'
        Get-ErrorId { Test-EmailSettings -ErrorAction Stop } | Should -BeNullOrEmpty
    }

    It 'StoreFailed, where the system stops a file from growing' -Skip:(-not $IsLinux) {
        $file = New-ClosedStore
        $script = Join-Path $TestDrive limited.ps1
        Set-Content $script @"
            Import-Module '$Manifest'
            try { foreach (`$number in 1..2000) { Set-EmailErrorTexts -NoBody "`$number".PadRight(200, 'x') -ErrorAction Stop } } catch { `$_.FullyQualifiedErrorId }
            (Get-EmailBasicSettings).MaxIncomingSizeKB
"@
        # The signal is ignored, as by a service manager, so that the write fails instead of the process. The runtime maps its
        # code through a file of its own unless told otherwise.
        $said = sh -c 'trap "" XFSZ; ulimit -f 500; export DOTNET_EnableWriteXorExecute=0; exec "$@"' sh (Join-Path $PSHOME pwsh) -NoProfile -NonInteractive -File $script
        $said | Should -Be 'StoreFailed,EmailSettings.PowerShell.Settings.SetEmailErrorTextsCommand', '5'
        Save-Error $said[0]
        (Get-EmailBasicSettings).MaxIncomingSizeKB | Should -Be 5
        (Test-EmailSettings).Checks[0].Findings | Should -BeNullOrEmpty
    }

    It 'StoreNewer' {
        $file = New-ClosedStore
        (Open-Database $file 'ALTER TABLE basic ADD COLUMN added_later TEXT; PRAGMA user_version = 99; PRAGMA journal_mode = DELETE').Dispose()
        $before = (Get-FileHash $file).Hash
        Get-ErrorId { Get-IncomingMailServer } | Should -Be 'StoreNewer'
        Get-ErrorId { Reset-EmailBasicSettings } | Should -Be 'StoreNewer'
        (Get-FileHash $file).Hash | Should -Be $before
    }

    It 'StoreOnNetwork' {
        New-Store
        $env:EMAILSETTINGS_STORE = '\\files01\mail\settings.db'
        Get-ErrorId { Get-EmailSettings } | Should -Be 'StoreOnNetwork'
    }

    It 'StoreLocked' {
        $file = New-ClosedStore
        $holder = Open-Database $file 'BEGIN IMMEDIATE'
        try {
            (Get-EmailBasicSettings).MaxIncomingSizeKB | Should -Be 5
            Get-ErrorId { Set-EmailBasicSettings -MaxIncomingSizeKB 6 } | Should -Be 'StoreLocked'
        } finally {
            $holder.Dispose()
        }
        Set-EmailBasicSettings -MaxIncomingSizeKB 6
        (Get-EmailBasicSettings).MaxIncomingSizeKB | Should -Be 6
    }

    It 'StoreFull' -Skip:(-not $canMount) {
        New-Store
        $disk = New-Item -ItemType Directory (Join-Path $TestDrive small)
        mount -t tmpfs -o size=512k none $disk
        if ($LASTEXITCODE -ne 0) {
            Set-ItResult -Skipped -Because 'no small file system could be mounted'
            return
        }
        try {
            $env:EMAILSETTINGS_STORE = Join-Path $disk settings.db
            Set-EmailBasicSettings -MaxIncomingSizeKB 5
            [IO.File]::WriteAllBytes((Join-Path $disk filler), [byte[]]::new([IO.DriveInfo]::new($disk).AvailableFreeSpace))
            Get-ErrorId { foreach ($number in 1..20) { Set-EmailErrorTexts -NoBody "$number".PadRight(200, 'x') -ErrorAction Stop } } | Should -Be 'StoreFull'
            (Get-EmailBasicSettings).MaxIncomingSizeKB | Should -Be 5
        } finally {
            Disconnect-EmailSettingsStore
            umount $disk
        }
    }
}

Describe 'Somebody without the right gets' {
    BeforeAll {
        # Guests, because every account belongs to Users.
        $others = $IsWindows ? 'S-1-5-32-546' : 'uid:4711'
        # A store of which this account is no longer an administrator, with only the given right.
        function New-GuardedStore([string] $Right) {
            New-Store
            Set-TestCertificate
            Import-EmailSettings (Join-Path $Root examples/contoso.json)
            Set-MailPassword sms.password (New-Secret)
            Set-EmailAttachmentSettings -MinimumFileSizeBytes 1
            Set-EmailAttachmentSettings -MinimumFileSizeBytes 2
            Set-OutgoingMailServer -MailHost 127.0.0.1 -Port 9 -UseSsl $true -Authentication Basic -ServerUser mailer -Password (New-Secret)
            $script:me = (Get-EmailSettingsRight).PrincipalId
            Grant-EmailSettingsRight Administrator $others
            if ($Right) { Grant-EmailSettingsRight $Right $me }
            Enable-EmailSettingsRight
            if ($Right -ne 'Administrator') { Revoke-EmailSettingsRight Administrator $me }
        }
        $backup = Join-Path $TestDrive backup.db
        # One call for each operation that requires a right, and the right.
        $calls = [ordered]@{
            'EmailService.Modify' = { Set-EmailBasicSettings -MaxIncomingSizeKB 6 }, { Reset-EmailBasicSettings }, { Set-EmailAttachmentSettings -SaveAsMime $false }, { Reset-EmailAttachmentSettings }, { Set-EmailErrorTexts -NoBody x }, { Reset-EmailErrorTexts }, { Clear-EmailSettingsRestart }
            'Incoming.Manage'     = { Set-IncomingMailServer 'Contoso sales' -SecretExpires 2031-01-01 }, { Set-MailPassword 'incoming.secret:Contoso sales' (New-Secret) }, { Rename-IncomingMailServer 'Contoso sales' other },
            { New-IncomingMailServer new -Address $Tenant -Authentication OAuthUser -ClientId $Client }, { Remove-IncomingMailServer 'Contoso support' -Confirm:$false }
            'Outgoing.Manage'     = { Set-OutgoingMailServer -MaxRecipients 3 }, { Test-OutgoingMailServer -TimeoutSec 1 -WarningAction Ignore }, { Send-EmailTestMessage a@example.org b@example.org -TimeoutSec 1 -WarningAction Ignore }, { Set-MailPassword outgoing.password (New-Secret) }, { Remove-MailPassword outgoing.password -Confirm:$false }, { Reset-OutgoingMailServer -Confirm:$false }
            'Administrator'       = { Lock-EmailSettingsBlock Basic }, { Unlock-EmailSettingsBlock Basic }, { Grant-EmailSettingsRight Incoming.View $me }, { Revoke-EmailSettingsRight Incoming.View $me }, { Set-MailPassword sms.password (New-Secret) },
            { New-MailPasswordCertificate -Bits 2048 -Subject 'CN=New of an administrator' }, { Update-MailPassword }, { Set-TestCertificate }, { Export-MailPasswordCertificate (Join-Path $TestDrive "$([guid]::NewGuid()).cer") }, { Export-EmailSettings (Join-Path $TestDrive "$([guid]::NewGuid()).json") }, { Backup-EmailSettingsStore "$backup.$([guid]::NewGuid())" },
            { Restore-EmailSettingsStore $backup -Confirm:$false }, { Import-EmailSettings (Join-Path $Root examples/contoso.json) }, { Disable-EmailSettingsRight }, { Enable-EmailSettingsRight }
        }
    }

    It 'RightMissing for whatever needs another right than <_>, and for nothing else' -ForEach '', 'EmailService.Modify', 'Incoming.Manage', 'Outgoing.Manage', 'Administrator' {
        $held = $_
        New-GuardedStore $held
        if (-not (Test-Path $backup)) {
            $store = $env:EMAILSETTINGS_STORE
            New-Store
            Set-EmailBasicSettings -MaxIncomingSizeKB 5
            Backup-EmailSettingsStore $backup
            $env:EMAILSETTINGS_STORE = $store
        }
        foreach ($right in $calls.Keys) {
            foreach ($call in $calls[$right]) {
                $ids = Get-ErrorId $call
                if ($held -in $right, 'Administrator') { $ids | Should -Not -Contain 'RightMissing' -Because "$held allows $call" }
                else { $ids | Should -Contain 'RightMissing' -Because "$held does not allow $call" }
            }
        }
    }

    It 'RightMissing for reading, once a View was given to somebody' {
        New-GuardedStore
        Get-ErrorId { Get-EmailSettings } | Should -BeNullOrEmpty
        New-GuardedStore 'Incoming.View'
        (Get-IncomingMailServer).Count | Should -BeGreaterThan 0
        foreach ($call in { Get-EmailBasicSettings }, { Get-EmailAttachmentSettings }, { Get-EmailErrorTexts }, { Get-EmailSettingsRestart }, { Get-OutgoingMailServer }, { Get-EmailSettings }, { Get-EmailSettingsChange }, { Get-MailPassword }, { Get-MailPasswordCertificate }, { Test-EmailSettings }, { Test-MailPasswordCertificate }) {
            Get-ErrorId $call | Sort-Object -Unique | Should -Be RightMissing -Because $call
        }
        Get-ErrorId { Get-EmailSettingsRight; Get-EmailSettingsRight -Current; Get-EmailSettingsStore; Resolve-MailServerReply RightMissing } | Should -BeNullOrEmpty
    }

    It 'LastAdministrator, RightUnknown, PrincipalUnknown, RightNotGranted, BlockUnknown and BlockLocked' {
        New-Store
        Set-EmailBasicSettings -MaxIncomingSizeKB 5
        $me = (Get-EmailSettingsRight).PrincipalId
        Get-ErrorId { Revoke-EmailSettingsRight Administrator $me } | Should -Be LastAdministrator
        Get-ErrorId { Grant-EmailSettingsRight Incoming.* $me } | Should -Be RightUnknown
        Get-ErrorId { Grant-EmailSettingsRight Incoming.View 'no such account' } | Should -Be PrincipalUnknown
        Get-ErrorId { Revoke-EmailSettingsRight Incoming.View $me } | Should -Be RightNotGranted
        Get-ErrorId { Lock-EmailSettingsBlock 'Bas*' } | Should -Be BlockUnknown
        Get-ErrorId { Unlock-EmailSettingsBlock Certificate } | Should -Be BlockUnknown
        Lock-EmailSettingsBlock Basic
        Get-ErrorId { Set-EmailBasicSettings -MaxIncomingSizeKB 6 } | Should -Be BlockLocked
    }
}

Describe 'A change is refused as' {
    It 'ChangedMeanwhile, where somebody else changed the same field after it was worked out' {
        New-Store
        Set-EmailBasicSettings -MaxIncomingSizeKB 5
        # Verbose messages come through the pipeline while the cmdlet still waits for the answer to its prompt.
        $errors = Set-EmailBasicSettings -MaxIncomingSizeKB 6 -Verbose 4>&1 2>&1 | ForEach-Object {
            if ($_ -is [System.Management.Automation.ErrorRecord]) { $_ }
            elseif ((Get-EmailBasicSettings).MaxIncomingSizeKB -eq 5) { Set-EmailBasicSettings -MaxIncomingSizeKB 7 }
        }
        Save-Error $errors.FullyQualifiedErrorId
        $errors.FullyQualifiedErrorId | Should -Be 'ChangedMeanwhile,EmailSettings.PowerShell.Settings.SetEmailBasicSettingsCommand'
        "$($errors.CategoryInfo.Category)" | Should -Be 'ResourceBusy'
        (Get-EmailBasicSettings).MaxIncomingSizeKB | Should -Be 7
    }
}

Describe 'A certificate is refused as' {
    BeforeEach { New-Store }

    It 'CertificateNotRsa' {
        $file = New-PemCertificate 'elliptic' ([System.Security.Cryptography.ECDsa]::Create())
        Get-ErrorId { Set-MailPasswordCertificate -Path $file } | Should -Be 'CertificateNotRsa'
    }

    It 'CertificateKeyTooShort' {
        $file = New-PemCertificate 'short' ([System.Security.Cryptography.RSA]::Create(1024))
        Get-ErrorId { Set-MailPasswordCertificate -Path $file } | Should -Be 'CertificateKeyTooShort'
    }

    It 'CertificateKeyMissing' {
        $file = New-PemCertificate 'keyless' ([System.Security.Cryptography.RSA]::Create(2048)) -WithoutKey
        Get-ErrorId { Set-MailPasswordCertificate -Path $file } | Should -Be 'CertificateKeyMissing'
    }

    It 'CertificatePassphraseWrong' {
        $key = [System.Security.Cryptography.RSA]::Create(2048)
        $certificate = [System.Security.Cryptography.X509Certificates.X509Certificate2]::CreateFromPemFile((New-PemCertificate 'locked' $key))
        $file = Join-Path $TestDrive locked.pfx
        [IO.File]::WriteAllBytes($file, $certificate.Export('Pfx', 'right'))
        if (-not $IsWindows) { chmod 600 $file }
        Get-ErrorId { Set-MailPasswordCertificate -Path $file -Passphrase (New-Secret 'wrong') } | Should -Be 'CertificatePassphraseWrong'
    }

    It 'CertificateMissing, once it is gone' -Skip:$IsWindows {
        $file = New-PemCertificate 'gone' ([System.Security.Cryptography.RSA]::Create(2048))
        Set-MailPasswordCertificate -Path $file
        Set-MailPassword sms.password (New-Secret)
        Remove-Item $file
        Get-ErrorId { Set-MailPassword sms.password (New-Secret) } | Should -Be 'CertificateMissing'
        Get-ErrorId { New-Secret | Protect-MailPassword } | Should -Be 'CertificateMissing'
    }

    It 'KeyFileExposed' -Skip:$IsWindows {
        $file = New-PemCertificate 'exposed' ([System.Security.Cryptography.RSA]::Create(2048))
        chmod 644 $file
        Get-ErrorId { Set-MailPasswordCertificate -Path $file } | Should -Be 'KeyFileExposed'
    }

    It 'CertificateAmbiguous' {
        $subject = "CN=Twice $([guid]::NewGuid())"
        1..2 | ForEach-Object { New-MailPasswordCertificate -Bits 2048 -Subject $subject }
        Get-ErrorId { Set-MailPasswordCertificate -Subject $subject } | Should -Be 'CertificateAmbiguous'
    }

    It 'ExportFileNotWritable' {
        Set-TestCertificate
        Get-ErrorId { Export-MailPasswordCertificate (Join-Path $TestDrive nowhere/certificate.cer) } | Should -Be 'ExportFileNotWritable'
    }

    It 'AccountCheckUnavailable' -Skip:$IsWindows {
        Set-TestCertificate
        $path = $env:PATH
        try {
            # A container without coreutils.
            $env:PATH = "$TestDrive"
            Get-ErrorId { Test-MailPasswordCertificate -ForAccount root } | Should -Be 'AccountCheckUnavailable'
        } finally {
            $env:PATH = $path
        }
    }
}

Describe 'A secret is refused as' {
    BeforeEach {
        New-Store
        Set-TestCertificate
    }

    It 'SecretNotUtf8' {
        Get-ErrorId { Set-MailPassword sms.password (New-Secret "half $([char]0xD83D)") } | Should -Be 'SecretNotUtf8'
    }

    It 'ProtectedTextAltered' {
        $lines = (New-Secret 'a text' | Protect-MailPassword) -split "`n"
        # The last line before the end contains the end of the ciphertext.
        $bytes = [Convert]::FromBase64String(-join $lines[1..($lines.Count - 2)].Where({ $_ -notmatch '^-' }))
        $bytes[-1] = $bytes[-1] -bxor 1
        $altered = "-----BEGIN CMS-----`n$([Convert]::ToBase64String($bytes, 'InsertLineBreaks'))`n-----END CMS-----"
        Get-ErrorId { $altered | Unprotect-MailPassword } | Should -Be 'ProtectedTextAltered'
    }

    It 'ProtectedForOtherCertificate' {
        $file = New-PemCertificate 'elsewhere' ([System.Security.Cryptography.RSA]::Create(2048))
        Set-MailPasswordCertificate -Path $file
        $there = New-Secret 'a text' | Protect-MailPassword
        New-Store
        Set-TestCertificate
        Get-ErrorId { $there | Unprotect-MailPassword } | Should -Be 'ProtectedForOtherCertificate'
    }
}

Describe 'A test of a server is refused as' {
    It 'RootsInvalid' {
        New-Store
        $file = Join-Path $TestDrive roots.pem
        Set-Content $file 'no certificate'
        Get-ErrorId { Test-OutgoingMailServer -MailHost 127.0.0.1 -CaCertificatePath $file } | Should -Be 'RootsInvalid'
        Get-ErrorId { Test-IncomingMailServer -MailHost 127.0.0.1 -Mailbox a@example.org -CaCertificatePath $file } | Should -Be 'RootsInvalid'
    }
}

Describe 'An account without rights gets' -Skip:(-not $asOther) -ForEach @{ AsOther = $asOther } {
    BeforeAll {
        # Everything the account needs is where it has access: the module, a script, its own home.
        $place = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "emailsettings-other-$([guid]::NewGuid().ToString('N'))")).FullName
        Copy-Item (Split-Path $Manifest) (Join-Path $place EmailSettings) -Recurse
        $module = Join-Path $place EmailSettings (Split-Path $Manifest -Leaf)
        $otherHome = (New-Item -ItemType Directory (Join-Path $place home)).FullName
        $isRoot = (id -u) -eq '0'
        chmod -R a+rX $place
        if ($isRoot) { chown 65534:65534 $otherHome }

        # Returns the full ids of the errors for the other account.
        function Get-OtherError([string] $Store, [string] $Command, [string] $OtherHome = $otherHome) {
            $script = Join-Path $place "$([guid]::NewGuid().ToString('N')).ps1"
            Set-Content $script "Import-Module '$module'; try { $Command } catch { `$_.FullyQualifiedErrorId }"
            $before = $env:HOME, $env:EMAILSETTINGS_STORE
            try {
                $env:HOME, $env:EMAILSETTINGS_STORE = $OtherHome, $Store
                $seen = sh -c "$AsOther -NoProfile -NonInteractive -File '$script'"
            } finally {
                $env:HOME, $env:EMAILSETTINGS_STORE = $before
            }
            Save-Error $seen
            $seen
        }
    }

    AfterAll { if (Test-Path Variable:place) { Remove-Item $place -Recurse -Force } }

    BeforeEach {
        $file = Join-Path $place "$([guid]::NewGuid().ToString('N')).db"
        Copy-Item (New-ClosedStore) $file
    }

    It 'StoreReadOnly for a change, where it may only read' {
        chmod 444 $file
        $before = (Get-FileHash $file).Hash
        Get-OtherError $file 'Set-EmailBasicSettings -MaxIncomingSizeKB 6 -ErrorAction Stop' | Should -Be 'StoreReadOnly,EmailSettings.PowerShell.Settings.SetEmailBasicSettingsCommand'
        (Get-FileHash $file).Hash | Should -Be $before
    }

    It 'StoreDenied, where it may not even read' {
        chmod $($isRoot ? '600' : '000') $file
        Get-OtherError $file 'Get-EmailBasicSettings -ErrorAction Stop' | Should -Be 'StoreDenied,EmailSettings.PowerShell.Settings.GetEmailBasicSettingsCommand'
        chmod 600 $file
    }

    It 'CertificateStoreDenied, where its home takes no certificate' {
        $closed = (New-Item -ItemType Directory (Join-Path $place closed)).FullName
        chmod 555 $closed
        Get-OtherError (Join-Path $otherHome settings.db) 'New-MailPasswordCertificate -Bits 2048 -ErrorAction Stop' -OtherHome $closed |
            Should -Be 'CertificateStoreDenied,EmailSettings.PowerShell.Certificates.NewMailPasswordCertificateCommand'
    }
}
