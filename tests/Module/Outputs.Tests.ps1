# All output can be compared, live, over CliXml and in jobs: every public property of every output type, and of the types nested
# in it, is a string, number, Boolean, enumeration or date, a list of these, or another record.

BeforeAll {
    . $PSScriptRoot/TestModule.ps1
    . $PSScriptRoot/ScriptedServer.ps1

    # Exceptions: the old and new value of a setting may be a string, number or Boolean; a character compares like a string;
    # durations are PowerShell's own; the sources of a test's values are a table of strings.
    $Exempt = 'Finding.Value', 'FieldChange.From', 'FieldChange.To', 'SettingDifference.Left', 'SettingDifference.Right', 'SettingDifference.Sign', 'TranscriptLine.At', 'SettingsStageFacts.Sources'
    $Simple = [string], [bool], [int], [long], [datetime], [guid]

    function Test-Simple([type] $Type) { $Type -in $Simple -or $Type.IsEnum }

    function Test-Own([type] $Type) { $Type.Namespace -like 'EmailSettings.*' -and -not $Type.IsEnum }

    # The type of a property, without list and nullable wrappers.
    function Get-BareType([type] $Type) {
        if ([Nullable]::GetUnderlyingType($Type)) { return [Nullable]::GetUnderlyingType($Type) }
        if ($Type.IsArray) { return $Type.GetElementType() }
        if ($Type.IsGenericType -and $Type.GetInterface('IEnumerable') -and $Type.GetGenericArguments().Count -eq 1) { return $Type.GetGenericArguments()[0] }
        $Type
    }

    # A type and its nested types, including all kinds of facts.
    function Add-Closure([type] $Type, [Collections.Generic.HashSet[type]] $Seen) {
        $Type = Get-BareType $Type
        if (-not (Test-Own $Type) -or -not $Seen.Add($Type)) { return }
        foreach ($kind in $Type.IsAbstract ? $Type.Assembly.GetTypes() + $Core.GetTypes() : @()) { if ($Type.IsAssignableFrom($kind) -and -not $kind.IsAbstract) { Add-Closure $kind $Seen } }
        foreach ($property in $Type.GetProperties([Reflection.BindingFlags]'Public, Instance')) { Add-Closure $property.PropertyType $Seen }
    }

    # Every value in an object: its path, the value, and the declaring type. Records come before their content.
    function Get-Part($Value, [string] $Path = '', [string] $Owner = '') {
        if ($null -eq $Value) { return }
        $base = $Value -is [psobject] ? $Value.PSObject.BaseObject : $Value
        if (Test-Simple $base.GetType()) { return [pscustomobject]@{ Path = $Path; Owner = $Owner; Value = $base; Is = 'simple' } }
        if ($base -is [Collections.IDictionary]) { return [pscustomobject]@{ Path = $Path; Owner = $Owner; Value = $base; Is = 'other' } }
        if ($base -is [Collections.IEnumerable]) {
            $index = 0
            foreach ($item in $base) { Get-Part $item "$Path[$(($index++))]" $Owner }
            return
        }
        $type = $Value.PSObject.TypeNames.Where({ $_ -like '*EmailSettings.*' -and $_ -notlike '*#*' }, 'First')[0]
        if (-not $type) { return [pscustomobject]@{ Path = $Path; Owner = $Owner; Value = $base; Is = 'other' } }
        [pscustomobject]@{ Path = $Path; Owner = $Owner; Value = $Value; Is = 'record'; Type = $type }
        foreach ($property in $Value.PSObject.Properties) { Get-Part $property.Value "$Path.$($property.Name)" "$(($type -split '\.')[-1]).$($property.Name)" }
    }

    New-Store
    Set-TestCertificate
    $null = Initialize-EmailSettings (Join-Path $Root examples/contoso.json) -Secret @{ 'outgoing.password' = New-Secret }
    Set-EmailAttachmentSettings -SaveToFolder $false
    Grant-EmailSettingsRight EmailService.Modify ($IsWindows ? 'S-1-5-32-545' : 'uid:1001')
    $smtp = Start-Server '220 mail ESMTP' @{ EHLO = '250-mail', '250-AUTH PLAIN', '250 SIZE 200000000'; MAIL = '250 ok'; RCPT = '250 ok'; RSET = '250 ok'; QUIT = '221 bye' }
    $imap = Start-Server '* OK ready' @{ CAPABILITY = '* CAPABILITY IMAP4rev1', 'TAG OK'; LOGIN = 'TAG NO [AUTHENTICATIONFAILED] no'; LOGOUT = '* BYE', 'TAG OK' }
    $login = [pscredential]::new('mailer', (New-Secret))
    try {
        $Samples = [ordered]@{
            Initialize  = Initialize-EmailSettings (Join-Path $Root examples/contoso.json) -WarningAction Ignore
            Settings    = Get-EmailSettings
            Basic       = Get-EmailBasicSettings
            Attachments = Get-EmailAttachmentSettings
            ErrorTexts  = Get-EmailErrorTexts
            Incoming    = Get-IncomingMailServer
            Outgoing    = Get-OutgoingMailServer
            Restart     = Get-EmailSettingsRestart
            Changes     = Get-EmailSettingsChange
            Store       = Get-EmailSettingsStore
            Secrets     = Get-MailPassword
            Certificate = Get-MailPasswordCertificate
            Available   = Get-MailPasswordCertificate -Available
            Rights      = Get-EmailSettingsRight
            Current     = Get-EmailSettingsRight -Current
            Locked      = Lock-EmailSettingsBlock ErrorTexts -PassThru
            Health      = Test-EmailSettings
            Servers     = Test-EmailSettings -Servers
            Key         = Test-MailPasswordCertificate
            Comparison  = Compare-EmailSettings -Revision 0
            Tried       = Set-OutgoingMailServer -MaxRecipients 7 -WhatIf -PassThru -WarningAction Ignore
            Messages    = Test-EmailMessage (Join-Path $Root examples/messages)
            Summary     = Test-EmailMessage (Join-Path $Root examples/messages) -Summary
            Difference  = Test-EmailMessage (Join-Path $Root examples/messages) -CompareWithPath (Join-Path $Root examples/messages/smaller-limit.json)
            Reply       = Resolve-MailServerReply '550 5.7.60 SMTP; Client does not have permissions to send as this sender'
            Besides     = Resolve-MailServerReply '554 5.7.1 <unknown[203.0.113.7]>: Client host rejected: Access denied'
            Identifier  = Resolve-MailServerReply 'PortOutOfRange'
            Reprotected = Update-MailPassword -PassThru
            Export      = Export-EmailSettings (Join-Path $TestDrive export.json) -PassThru
            SmtpReport  = Test-OutgoingMailServer -MailHost 127.0.0.1 -Port $smtp.Port -TlsMode None -Authentication Anonymous -RecipientAddress a@example.org
            ImapReport  = Test-IncomingMailServer -MailHost 127.0.0.1 -Port $imap.Port -TlsMode None -Mailbox a@example.org -Credential $login
        }
    } finally {
        $smtp, $imap | ForEach-Object { Stop-Server $_ }
    }

    $context = [System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -Like 'EmailSettings (*'
    $Core = $context.LoadFromAssemblyName('EmailSettings.Core')
    $Closure = [Collections.Generic.HashSet[type]]::new()
    foreach ($command in (Get-Module EmailSettings).ExportedCmdlets.Values) { foreach ($output in $command.OutputType) { Add-Closure $output.Type $Closure } }
    $Parts = foreach ($name in $Samples.Keys) { Get-Part $Samples[$name] $name }
}

Describe 'A property of what is written' {
    It 'has a value that can be compared' {
        $Parts.Count | Should -BeGreaterThan 500
        $Parts.Where({ $_.Is -eq 'other' -and $_.Owner -notin $Exempt }).ForEach({ "$($_.Owner) $($_.Value.GetType())" }) | Sort-Object -Unique | Should -BeNullOrEmpty
    }

    It 'is of a kind that can be compared, wherever the record is written as it is' {
        $asTheyAre = $Parts.Where({ $_.Is -eq 'record' -and $_.Value.PSObject.BaseObject -isnot [Management.Automation.PSCustomObject] }).ForEach({ $_.Value.PSObject.BaseObject.GetType() }) | Sort-Object -Unique
        $asTheyAre.Count | Should -BeGreaterThan 10
        $unknown = foreach ($type in $asTheyAre) {
            foreach ($property in $type.GetProperties([Reflection.BindingFlags]'Public, Instance')) {
                if ("$($type.Name).$($property.Name)" -in $Exempt) { continue }
                $content = Get-BareType $property.PropertyType
                if (-not (Test-Simple $content) -and -not (Test-Own $content)) { "$type.$($property.Name) is $content" }
            }
        }
        $unknown | Should -BeNullOrEmpty
    }

    It 'was seen with every type that an output names, but facts that need more of a server' {
        $seen = $Parts.Where({ $_.Is -eq 'record' }).ForEach({ $_.Type }) | Sort-Object -Unique
        $unseen = $Closure.Where({ -not $_.IsAbstract -and $_.FullName -notin $seen -and $_.Namespace -notlike 'EmailSettings.Mail*' -and $_.Name -notlike '*Facts' }).ForEach({ $_.Name })
        # In settings, these are shown as strings.
        $unseen | Where-Object { $_ -notin 'AttachmentEncodingMap', 'AttachmentEncoding', 'TransferEncoding', 'PasswordState', 'SecretState', 'CertificateLocation' } | Should -BeNullOrEmpty
    }

    It 'is shown as one that can be compared in every kind of facts' {
        $shown = $context.Assemblies.Where({ $_.GetName().Name -eq 'EmailSettings.PowerShell' })[0].GetType('EmailSettings.PowerShell.Abstractions.ShownRecords').GetMethod('Of')
        $any = @{
            [datetimeoffset] = [datetimeoffset]::UnixEpoch; [ipaddress] = [ipaddress]::Loopback; [ipendpoint] = [ipendpoint]::new([ipaddress]::Loopback, 25); [string] = 'text'
            [bool] = $true; [int] = 7; [long] = 7L; [Net.Sockets.SocketError] = [Net.Sockets.SocketError]::TimedOut
        }
        function New-Sample([type] $Type) {
            if ($any.ContainsKey($Type)) { return $any[$Type] }
            if ($Type.IsEnum) { return [enum]::GetValues($Type).GetValue(0) }
            $kind = $Type.IsAbstract ? $Closure.Where({ $Type.IsAssignableFrom($_) -and -not $_.IsAbstract }, 'First')[0] : $Type
            $made = [Runtime.CompilerServices.RuntimeHelpers]::GetUninitializedObject($kind)
            foreach ($property in $kind.GetProperties([Reflection.BindingFlags]'Public, Instance').Where({ $_.CanWrite })) {
                $content = Get-BareType $property.PropertyType
                if ($content.IsGenericType) { continue }
                $value = New-Sample $content
                if ($property.PropertyType -ne $content -and -not [Nullable]::GetUnderlyingType($property.PropertyType)) {
                    $list = [array]::CreateInstance($content, 1)
                    $list.SetValue($value, 0)
                    $value = $list
                }
                $property.SetValue($made, $value)
            }
            $made
        }
        $facts = $Closure.Where({ $_.Name -like '*Facts' -or $_.Name -like '*Capabilities' })
        $facts.Count | Should -BeGreaterThan 15
        foreach ($type in $facts.Where({ -not $_.IsAbstract })) {
            $parts = Get-Part $shown.Invoke($null, @(, (New-Sample $type)))
            $parts.Where({ $_.Is -eq 'other' -and $_.Owner -notin $Exempt }).ForEach({ "$($_.Owner) $($_.Value.GetType())" }) | Should -BeNullOrEmpty -Because $type.Name
        }
    }

    It 'is equal to what CliXml and a job make of it' {
        $different = foreach ($name in $Samples.Keys) {
            $back = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($Samples[$name], 8))
            $there = @{}
            foreach ($part in Get-Part $back $name) { $there[$part.Path] = $part }
            foreach ($part in Get-Part $Samples[$name] $name) {
                if ($part.Is -ne 'simple') { continue }
                # As a person would type it: an enumeration is compared with its name.
                $typed = $part.Value -is [enum] ? "$($part.Value)" : $part.Value
                if (-not ($there.ContainsKey($part.Path) -and $there[$part.Path].Value -eq $typed)) { "$($part.Path) was $typed" }
            }
        }
        $different | Should -BeNullOrEmpty
    }

    It 'is compared with dates from both sides' {
        $tomorrow = (Get-Date).AddDays(1)
        foreach ($part in $Parts.Where({ $_.Value -is [datetime] -and $_.Owner -like '*.Since' -or $_.Owner -in 'ChangeRecord.Time', 'StoreDescription.LastChange' })) {
            $part.Value -lt $tomorrow | Should -BeTrue -Because $part.Path
            $tomorrow -gt $part.Value | Should -BeTrue -Because $part.Path
        }
        (Get-EmailSettingsChange | Where-Object Time -LT $tomorrow).Count | Should -Be (Get-EmailSettingsChange).Count
        (Get-EmailSettingsChange | Sort-Object Time -Descending)[0].Revision | Should -Be (Get-EmailSettingsStore).Revision
        (Get-MailPasswordCertificate).NotAfter -gt (Get-Date) | Should -BeTrue
    }
}

Describe 'A change that is only tried' {
    BeforeAll { New-MailPasswordCertificate -Bits 2048 -Subject CN=Other -WarningAction Ignore }

    It 'is what <Name> gives with WhatIf and PassThru, and the store stays as it is' -ForEach @(
        @{ Name = 'Grant-EmailSettingsRight'; Call = { Grant-EmailSettingsRight Incoming.View ($IsWindows ? 'S-1-5-32-545' : 'uid:1002') -WhatIf -PassThru } }
        @{ Name = 'Revoke-EmailSettingsRight'; Call = { Revoke-EmailSettingsRight EmailService.Modify ($IsWindows ? 'S-1-5-32-545' : 'uid:1001') -WhatIf -PassThru } }
        @{ Name = 'Enable-EmailSettingsRight'; Call = { Enable-EmailSettingsRight -WhatIf -PassThru } }
        @{ Name = 'Lock-EmailSettingsBlock'; Call = { Lock-EmailSettingsBlock Basic -WhatIf -PassThru } }
        @{ Name = 'Unlock-EmailSettingsBlock'; Call = { Unlock-EmailSettingsBlock ErrorTexts -WhatIf -PassThru } }
        @{ Name = 'Set-MailPasswordCertificate'; Call = { Set-MailPasswordCertificate (Get-MailPasswordCertificate -Available | Where-Object Subject -EQ 'CN=Tests')[0].Thumbprint -WhatIf -PassThru } }
        @{ Name = 'Undo-EmailSettingsChange'; Call = { Get-EmailSettingsChange -Path attachments.saveToFolder -Last 1 | Undo-EmailSettingsChange -WhatIf -PassThru } }
    ) {
        $before = Get-FileHash (Get-EmailSettingsStore).Location
        $revision = (Get-EmailSettingsStore).Revision
        $tried = & $Call
        $tried.PSObject.TypeNames | Should -Contain 'EmailSettings.Core.Changes.ChangeResult'
        $tried.WhatIf | Should -BeTrue
        (Get-FileHash (Get-EmailSettingsStore).Location).Hash | Should -Be $before.Hash
        (Get-EmailSettingsStore).Revision | Should -Be $revision
    }
}

Describe 'A job of a fresh PowerShell' {
    It 'sends back a change that was tried, with what it warns of, and a report with the names of its stages' {
        $sent = Start-Job {
            Import-Module $args[0]
            Set-OutgoingMailServer -MailHost smtp.example.org -Authentication Basic -ServerUser a -Store $args[1] -WhatIf -PassThru -WarningAction Ignore
            Test-OutgoingMailServer -MailHost 127.0.0.1 -Port 9 -TlsMode None -Authentication Anonymous
        } -ArgumentList $Manifest, (Join-Path $TestDrive job.db) | Receive-Job -Wait -AutoRemoveJob
        $sent[0].Warnings[0].Severity -eq 'Warning' | Should -BeTrue
        $sent[0].Changed.Path -contains 'outgoingServer.host' | Should -BeTrue
        $sent[1].Kind -eq 'Outgoing' | Should -BeTrue
        ($sent[1].Stages | Where-Object Stage -EQ 'Connect').Status -eq 'Failed' | Should -BeTrue
    }
}
