BeforeAll {
    . $PSScriptRoot/TestModule.ps1
}

Describe 'Resolve-MailServerReply' {
    It 'explains a line passed as an argument' {
        $found = Resolve-MailServerReply '554 5.7.1 <b@example.org>: Relay access denied'
        $found.Id | Should -Be 'Envelope.RelayDenied'
        $found.Source | Should -Match '^https://'
    }

    It 'reads lines of the pipeline as one text' {
        $found = @('550-5.7.26 This mail has been blocked because the sender is', '550 5.7.26 unauthenticated.', '452 4.2.2 Mailbox full' | Resolve-MailServerReply)
        $found.Id | Should -Be 'Message.DomainNotAuthenticated', 'Mailbox.Full'
    }

    It 'shows what codes mean if no rule matches the text' {
        $found = Resolve-MailServerReply '559 5.9.9 Fnord'
        $found.Id | Should -BeNullOrEmpty
        $found.Codes.Code | Should -Be '5.9.9', '559'
    }

    It 'explains an id' {
        $found = Resolve-MailServerReply Tls.Name
        $found.Example | Should -Not -BeNullOrEmpty
        ($found | Out-String) | Should -Match 'NextSteps'
    }

    It 'refuses an empty text' {
        Get-ErrorId { Resolve-MailServerReply '' } | Should -Be 'ReplyMissing'
    }
}
