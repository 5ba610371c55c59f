using EmailSettings.Mail.Sasl;

namespace EmailSettings.Mail.Tests.Replay;

/// <summary>SMTP servers' answers to: greeting, EHLO, AUTH, MAIL, RCPT, DATA, its end, RSET, QUIT.</summary>
internal static class SmtpConversations
{
    public static IReadOnlyList<Conversation> All { get; } =
    [
        new("Exchange Online", MailProtocol.Smtp, SaslMechanism.XOAuth2, """
            220 AM0PR01CA0001.outlook.office365.example Microsoft ESMTP MAIL Service ready at Sun, 22 Nov 2026 10:00:00 +0000 [08DE0000000000AA]
            250-AM0PR01CA0001.outlook.office365.example Hello [192.0.2.10]
            250-SIZE 157286400
            250-PIPELINING
            250-DSN
            250-ENHANCEDSTATUSCODES
            250-AUTH LOGIN XOAUTH2
            250-8BITMIME
            250-BINARYMIME
            250-CHUNKING
            250 SMTPUTF8
            235 2.7.0 Authentication successful
            250 2.1.0 Sender OK
            250 2.1.5 Recipient OK
            354 Start mail input; end with <CRLF>.<CRLF>
            250 2.0.0 OK <0f@AM0PR01MB0001.example> [Hostname=AM0PR01MB0001.example]
            250 2.0.0 Resetting
            221 2.0.0 Service closing transmission channel

            """),
        new("Exchange Online, disabled", MailProtocol.Smtp, SaslMechanism.Login, """
            220 FR3P281CA0002.outlook.office365.example Microsoft ESMTP MAIL Service ready at Sun, 22 Nov 2026 10:00:00 +0000
            250-FR3P281CA0002.outlook.office365.example Hello [192.0.2.10]
            250-SIZE 157286400
            250-AUTH LOGIN XOAUTH2
            250 SMTPUTF8
            334 VXNlcm5hbWU6
            334 UGFzc3dvcmQ6
            535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. [FR3P281CA0002.example 2026-11-22T10:00:00.000Z 08DE00000000000B]
            530 5.7.57 Client not authenticated to send mail. [FR3P281CA0002.example]
            503 5.5.2 Need mail command
            503 5.5.2 Need rcpt command
            250 2.0.0 Resetting
            221 2.0.0 Service closing transmission channel

            """),
        new("Gmail", MailProtocol.Smtp, SaslMechanism.XOAuth2, """
            220 smtp.gmail.example ESMTP 5b1f17b1804b1-439aaaaaaaasm98765432f8f.12 - gsmtp
            250-smtp.gmail.example at your service, [192.0.2.10]
            250-SIZE 35882577
            250-8BITMIME
            250-AUTH LOGIN PLAIN XOAUTH2 PLAIN-CLIENTTOKEN OAUTHBEARER XOAUTH
            250-ENHANCEDSTATUSCODES
            250-PIPELINING
            250-CHUNKING
            250 SMTPUTF8
            334 eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIiwic2NvcGUiOiJodHRwczovL21haWwuZ29vZ2xlLmNvbS8ifQ==
            535-5.7.8 Username and Password not accepted. For more information, go to
            535 5.7.8  https://support.google.example/mail/?p=BadCredentials 5b1f17b1804b1-439sm98765432f8f.12 - gsmtp
            530-5.7.0 Authentication Required. For more information, go to
            530 5.7.0  https://support.google.example/mail/?p=WantAuthError - gsmtp
            503-5.5.1 MAIL first. For more information, go to
            503 5.5.1  https://support.google.example/a/answer/3221692 - gsmtp
            503 5.5.1 RCPT first. - gsmtp
            250 2.1.5 Flushed 5b1f17b1804b1-439sm98765432f8f.12 - gsmtp
            221 2.0.0 closing connection 5b1f17b1804b1-439sm98765432f8f.12 - gsmtp

            """),
        new("Postfix", MailProtocol.Smtp, SaslMechanism.Plain, """
            220-mx1.example.org ESMTP Postfix (Debian/GNU)
            220 mx1.example.org says: no UCE
            250-mx1.example.org
            250-PIPELINING
            250-SIZE 10240000
            250-VRFY
            250-ETRN
            250-AUTH PLAIN LOGIN
            250-AUTH=PLAIN LOGIN
            250-ENHANCEDSTATUSCODES
            250-8BITMIME
            250-DSN
            250-SMTPUTF8
            250 CHUNKING
            235 2.7.0 Authentication successful
            250 2.1.0 Ok
            250 2.1.5 Ok
            354 End data with <CR><LF>.<CR><LF>
            250 2.0.0 Ok: queued as 4F7C21A0B3
            250 2.0.0 Ok
            221 2.0.0 Bye

            """),
        new("Postfix, relay denied", MailProtocol.Smtp, null, """
            220 relay.example.org ESMTP Postfix
            250-relay.example.org
            250-SIZE 10240000
            250-ENHANCEDSTATUSCODES
            250 8BITMIME
            250 2.1.0 Ok
            554 5.7.1 <b@example.test>: Relay access denied
            554 5.5.1 Error: no valid recipients
            250 2.0.0 Ok
            221 2.0.0 Bye

            """),
        new("Exim", MailProtocol.Smtp, SaslMechanism.Login, """
            220 mail.example.net ESMTP Exim 4.98 Sun, 22 Nov 2026 10:00:00 +0000
            250-mail.example.net Hello client.example.test [192.0.2.10]
            250-SIZE 52428800
            250-LIMITS MAILMAX=1000 RCPTMAX=50000
            250-8BITMIME
            250-PIPELINING
            250-PIPECONNECT
            250-AUTH PLAIN LOGIN
            250 HELP
            334 VXNlcm5hbWU6
            334 UGFzc3dvcmQ6
            235 Authentication succeeded
            250 OK
            250 Accepted
            354 Enter message, ending with "." on a line by itself
            250 OK id=1tEAbc-00000000001-2Def
            250 Reset OK
            221 mail.example.net closing connection

            """),
        new("hMailServer", MailProtocol.Smtp, SaslMechanism.Login, """
            220 WIN-MAIL ESMTP
            250-WIN-MAIL
            250-SIZE 20480000
            250-AUTH LOGIN PLAIN
            250 HELP
            334 VXNlcm5hbWU6
            334 UGFzc3dvcmQ6
            535 Authentication failed. Restarting authentication process.
            250 OK
            550 Delivery is not allowed to this address.
            503 Must have sender and recipient first.
            250 OK
            221 goodbye

            """),
        new("Lotus Domino", MailProtocol.Smtp, SaslMechanism.Plain, """
            220 domino.example.com ESMTP Service (HCL Domino Release 12.0.2) ready at Sun, 22 Nov 2026 11:00:00 +0100
            250-domino.example.com Hello client.example.test ([192.0.2.10]), pleased to meet you
            250-TLS
            250-AUTH LOGIN PLAIN
            250-SIZE
            250 PIPELINING
            235 Authentication successful
            250 a@example.test... Sender OK
            250 b@example.test... Recipient OK
            354 Enter message, end with "." on a line by itself
            250 Message accepted for delivery
            250 Reset state
            221 domino.example.com SMTP Service closing transmission channel

            """),
        new("old sendmail", MailProtocol.Smtp, null, """
            220 gate.example.edu Sendmail 5.61/SMI-4.1 ready at Sun, 22 Nov 26 10:00:00 GMT
            500 Command unrecognized
            250 gate.example.edu Hello client.example.test, pleased to meet you
            250 a@example.test... Sender ok
            250 b@example.test... Recipient ok
            354 Enter mail, end with "." on a line by itself
            250 Mail accepted
            250 Reset state
            221 gate.example.edu delivering mail

            """),
    ];
}
