# How the settings treat messages, and the message that a test would send.

BeforeAll {
    . $PSScriptRoot/TestModule.ps1
    New-Store
    $messages = Join-Path $Root examples/messages
}

Describe 'Test-EmailMessage' {
    It 'reports the treatment of each mail in a folder' {
        $tested = Test-EmailMessage $messages
        $tested.Count | Should -Be @(Get-ChildItem $messages -Filter *.eml).Count
        $tested | ForEach-Object { "$($_.Direction)" } | Should -Not -Contain 'Outgoing'
        ($tested | Where-Object File -Like '*body-of-white-space.eml').BodyFound | Should -BeFalse
    }

    It 'accepts files from Get-ChildItem' {
        (Get-ChildItem $messages -Filter invitation.eml | Test-EmailMessage).File | Should -BeLike '*invitation.eml'
    }

    It 'returns only mail that another document would treat differently' {
        $different = @(Test-EmailMessage $messages -CompareWithPath (Join-Path $messages smaller-limit.json))
        $different.Count | Should -BeGreaterThan 0
        $different.Count | Should -BeLessThan @(Test-EmailMessage $messages).Count
        $different[0].Differences.Count | Should -BeGreaterThan 0
    }

    It 'counts' {
        (Test-EmailMessage $messages -Summary).Messages | Should -Be @(Get-ChildItem $messages -Filter *.eml).Count
    }

    It 'refuses a missing file' {
        Get-ErrorId { Test-EmailMessage (Join-Path $TestDrive nix.eml) } | Should -Be 'FileUnusable'
    }
}

Describe 'Send-EmailTestMessage' {
    It 'shows the message under WhatIf and sends nothing' {
        $shown = Send-EmailTestMessage robot@contoso.example anna@contoso.example -Subject Hello -WhatIf
        $shown | Should -Match '(?m)^From: .*robot@contoso\.example'
        $shown | Should -Match '(?m)^Subject: .*Hello'
    }

    It 'refuses an attachment that cannot be read' {
        Get-ErrorId { Send-EmailTestMessage robot@contoso.example anna@contoso.example -AttachmentPath (Join-Path $TestDrive nix.wav) -WhatIf } | Should -Be 'MessageInvalid'
    }
}
