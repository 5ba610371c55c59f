# The signing step of Pack, with a made-up certificate: every file in the staged folders that can be signed gets a signature that
# verifies, and the module works as before. Whether Windows trusts such signatures can only be tested there.


Describe 'Signing' {
    BeforeAll {
        . $PSScriptRoot/TestModule.ps1
        $sign = Join-Path $Root build/Set-ModuleSignature.ps1
        $isReady = @(Get-Command osslsigncode, openssl -CommandType Application -ErrorAction Ignore).Count -ge 2 -and
            "$(osslsigncode --version)" -match '^osslsigncode (\d+\.\d+)' -and [version] $Matches[1] -ge '2.8'
        $stage = Join-Path $TestDrive EmailSettings
        Copy-Item (Split-Path $Manifest) $stage -Recurse
        $hashes = @{}
        Get-ChildItem $stage -Recurse -File | ForEach-Object { $hashes[$_.FullName] = (Get-FileHash $_).Hash }
        if ($isReady) {
            $key = Join-Path $TestDrive key.pem
            $certificate = Join-Path $TestDrive certificate.pem
            openssl req -x509 -newkey rsa:2048 -nodes -keyout $key -out $certificate -days 30 -subj '/CN=Releaser of the tests' -addext extendedKeyUsage=codeSigning -addext keyUsage=digitalSignature 2>$null
            $pfx = Join-Path $TestDrive releaser.pfx
            $passphrase = Join-Path $TestDrive passphrase
            Set-Content $passphrase 'made up' -NoNewline
            openssl pkcs12 -export -inkey $key -in $certificate -out $pfx -passout "file:$passphrase"
        }
    }

    It 'signs our files and unsigned ones, and leaves the rest unchanged' {
        if (-not $isReady) {
            Set-ItResult -Skipped -Because 'osslsigncode 2.8 and openssl are not installed'
            return
        }
        & $sign -Folder $stage -Certificate $pfx -PassphraseFile $passphrase -TimestampServer '' | Should -Match '^\d+ files signed'
        $changed = @(Get-ChildItem $stage -Recurse -File | Where-Object { $hashes[$_.FullName] -ne (Get-FileHash $_).Hash })
        # No temporary files remain, and nothing is missing.
        (Get-ChildItem $stage -Recurse).Count | Should -Be (Get-ChildItem (Split-Path $Manifest) -Recurse).Count
        foreach ($name in 'EmailSettings.psd1', 'EmailSettings.Format.ps1xml', 'EmailSettings.Core.dll', 'EmailSettings.Loader.dll', 'EmailSettings.PowerShell.dll', 'EmailSettings.Mail.dll') {
            $changed.Name | Should -Contain $name
        }
        $changed.Name | Should -Not -Contain 'Microsoft.Identity.Client.dll'
        $changed.Extension | Sort-Object -Unique | Should -Be '.dll', '.ps1', '.ps1xml', '.psd1'
        foreach ($file in $changed) {
            $said = osslsigncode verify -CAfile $certificate -in $file.FullName 2>&1
            $LASTEXITCODE | Should -Be 0 -Because "$($file.Name): $said"
        }
    }

    It 'leaves a module that works' {
        if (-not $isReady) {
            Set-ItResult -Skipped -Because 'osslsigncode 2.8 and openssl are not installed'
            return
        }
        $store = Join-Path $TestDrive signed/settings.db
        $said = & (Join-Path $PSHOME pwsh) -NoProfile -NonInteractive -Command "`$env:EMAILSETTINGS_STORE = '$store'; Import-Module '$stage/EmailSettings.psd1'; Set-EmailBasicSettings -MaxIncomingSizeKB 7; (Get-EmailBasicSettings).MaxIncomingSizeKB; (Get-EmailSettings | Out-String) -match 'Incoming mail servers'"
        $said | Should -Be '7', 'True'
        Test-ModuleManifest "$stage/EmailSettings.psd1" | Should -Not -BeNullOrEmpty
    }

    It 'signs no file twice' {
        if (-not $isReady) {
            Set-ItResult -Skipped -Because 'osslsigncode 2.8 and openssl are not installed'
            return
        }
        $dll = Join-Path $stage lib/EmailSettings.Core.dll
        $before = (Get-FileHash $dll).Hash
        & $sign -Folder $stage -Certificate $pfx -PassphraseFile $passphrase -TimestampServer '' | Out-Null
        (Get-FileHash $dll).Hash | Should -Be $before
    }

    It 'fails with a clear message if <what>' -TestCases @(
        @{ What = 'a thumbprint is given off Windows'; Given = { @{ Certificate = '0' * 40 } }; Said = '*on Windows*PFX*' }
        @{ What = 'the folder holds nothing to sign'; Given = { @{ Certificate = '0' * 40; Folder = (New-Item -ItemType Directory (Join-Path $TestDrive "empty$(Get-Random)")).FullName } }; Said = 'There is nothing to sign*' }
        @{ What = 'the passphrase is wrong'; Given = { $wrong = Join-Path $TestDrive wrong; Set-Content $wrong 'wrong' -NoNewline; @{ Certificate = $pfx; PassphraseFile = $wrong; TimestampServer = '' } }; Said = '*was not signed*' }
    ) {
        if ($IsWindows -or -not $isReady) {
            Set-ItResult -Skipped -Because 'osslsigncode 2.8 and openssl are not installed, or this is Windows'
            return
        }
        $arguments = & $Given
        if (-not $arguments.Folder) {
            $arguments.Folder = (New-Item -ItemType Directory (Join-Path $TestDrive "one$(Get-Random)")).FullName
            Copy-Item $Manifest $arguments.Folder
        }
        { & $sign @arguments } | Should -Throw $Said
    }
}
