using EmailSettings.Mail.Sasl;

namespace EmailSettings.Mail.Tests.Replay;

/// <summary>
/// IMAP servers' answers to: greeting, CAPABILITY, AUTHENTICATE or LOGIN, EXAMINE, UID SEARCH and UID FETCH (of a client of a
/// lent connection), LOGOUT.
/// </summary>
internal static class ImapConversations
{
    public static IReadOnlyList<Conversation> All { get; } =
    [
        new("Exchange Online", MailProtocol.Imap, SaslMechanism.XOAuth2, """
            * OK The Microsoft Exchange IMAP4 service is ready. [QQBNADAAUABSADAAMQ==]
            * CAPABILITY IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS MOVE ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+
            A1 OK CAPABILITY completed.
            A2 OK AUTHENTICATE completed.
            * 23 EXISTS
            * 0 RECENT
            * FLAGS (\Seen \Answered \Flagged \Deleted \Draft $MDNSent)
            * OK [PERMANENTFLAGS ()] Permanent flags
            * OK [UIDVALIDITY 14] UIDVALIDITY value
            * OK [UIDNEXT 4711] The next unique identifier value
            A3 OK [READ-ONLY] EXAMINE completed.
            * SEARCH 7
            T1 OK SEARCH completed.
            * 3 FETCH (BODY[HEADER]<0> {48}
            Message-ID: <1@example.test>
            Subject: hello

             RFC822.SIZE 2345 UID 7)
            T1 OK FETCH completed.
            * BYE Microsoft Exchange Server IMAP4 server signing off.
            A4 OK LOGOUT completed.

            """),
        new("Exchange Online, not connected", MailProtocol.Imap, SaslMechanism.XOAuth2, """
            * OK The Microsoft Exchange IMAP4 service is ready. [RgBSADMAUAAyADgAMQA=]
            * CAPABILITY IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+
            A1 OK CAPABILITY completed.
            A2 OK AUTHENTICATE completed.
            A3 BAD User is authenticated but not connected.
            T1 BAD User is authenticated but not connected.
            T1 BAD User is authenticated but not connected.
            * BYE Connection closed. 14
            A4 OK LOGOUT completed.

            """),
        new("Gmail", MailProtocol.Imap, SaslMechanism.OAuthBearer, """
            * OK Gimap ready for requests from 192.0.2.10 a1mb12345678wrb
            * CAPABILITY IMAP4rev1 UNSELECT IDLE NAMESPACE QUOTA ID XLIST CHILDREN X-GM-EXT-1 XYZZY SASL-IR AUTH=XOAUTH2 AUTH=PLAIN AUTH=PLAIN-CLIENTTOKEN AUTH=OAUTHBEARER
            A1 OK Thats all she wrote! a1mb12345678wrb
            + eyJzdGF0dXMiOiJpbnZhbGlkX3Rva2VuIiwic2NvcGUiOiJodHRwczovL21haWwuZ29vZ2xlLmNvbS8ifQ==
            A2 NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)
            A3 BAD Command EXAMINE not allowed in this state a1mb12345678wrb
            T1 BAD Command UID not allowed in this state a1mb12345678wrb
            T1 BAD Command UID not allowed in this state a1mb12345678wrb
            * BYE LOGOUT Requested
            A4 OK 73 good day (Success)

            """),
        new("Dovecot", MailProtocol.Imap, SaslMechanism.Plain, """
            * OK [CAPABILITY IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE LITERAL+ AUTH=PLAIN AUTH=LOGIN] Dovecot (Debian) ready.
            * CAPABILITY IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE LITERAL+ AUTH=PLAIN AUTH=LOGIN
            A1 OK Pre-login capabilities listed, post-login capabilities have more.
            A2 OK [CAPABILITY IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE SORT THREAD=REFERENCES MULTIAPPEND UNSELECT CHILDREN NAMESPACE UIDPLUS LIST-EXTENDED ESEARCH QRESYNC MOVE SNIPPET=FUZZY PREVIEW=FUZZY LITERAL+ NOTIFY SPECIAL-USE] Logged in
            * FLAGS (\Answered \Flagged \Deleted \Seen \Draft)
            * OK [PERMANENTFLAGS ()] Read-only mailbox.
            * 3 EXISTS
            * 1 RECENT
            * OK [UNSEEN 2] First unseen.
            * OK [UIDVALIDITY 1700000000] UIDs valid
            * OK [UIDNEXT 8] Predicted next UID
            A3 OK [READ-ONLY] Examine completed (0.001 + 0.000 secs).
            * SEARCH 7
            T1 OK Search completed (0.001 + 0.000 secs).
            * 3 FETCH (UID 7 RFC822.SIZE 812 BODY[HEADER]<0> {32}
            Message-ID: <1@example.test>

            )
            T1 OK Fetch completed (0.001 + 0.000 secs).
            * 4 EXISTS
            * BYE Logging out
            A4 OK Logout completed (0.001 + 0.000 secs).

            """),
        new("Cyrus", MailProtocol.Imap, SaslMechanism.Login, """
            * OK [CAPABILITY IMAP4rev1 LITERAL+ ID ENABLE STARTTLS AUTH=PLAIN AUTH=LOGIN SASL-IR] mail.example.edu Cyrus IMAP 3.6.1 server ready
            * CAPABILITY IMAP4rev1 LITERAL+ ID ENABLE STARTTLS AUTH=PLAIN AUTH=LOGIN SASL-IR APPENDLIMIT=20971520
            A1 OK Completed
            + VXNlcm5hbWU6
            + UGFzc3dvcmQ6
            A2 OK [CAPABILITY IMAP4rev1 LITERAL+ ID ENABLE ACL QUOTA MAILBOX-REFERRALS NAMESPACE UIDPLUS NO_ATOMIC_RENAME UNSELECT CHILDREN MULTIAPPEND IDLE] Success (no protection) SESSIONID=<cyrus-1-1>
            * 12 EXISTS
            * 0 RECENT
            * FLAGS (\Answered \Flagged \Draft \Deleted \Seen)
            * OK [PERMANENTFLAGS ()] Ok
            * OK [UIDVALIDITY 1234567890] Ok
            * OK [UIDNEXT 13] Ok
            * OK [HIGHESTMODSEQ 99] Ok
            * OK [URLMECH INTERNAL] Ok
            A3 OK [READ-ONLY] Completed
            * SEARCH
            T1 OK Completed (0 msgs in 0.000 secs)
            T1 OK Completed (0.000 sec)
            * BYE LOGOUT received
            A4 OK Completed

            """),
        new("hMailServer", MailProtocol.Imap, null, """
            * OK IMAPrev1
            * CAPABILITY IMAP4 IMAP4rev1 CHILDREN IDLE QUOTA SORT ACL NAMESPACE RIGHTS=texk
            A1 OK CAPABILITY completed
            A2 NO Invalid user name or password.
            A3 NO Authenticate first
            T1 NO Authenticate first
            T1 NO Authenticate first
            * BYE Have a nice day
            A4 OK Logout completed

            """),
        new("Courier", MailProtocol.Imap, null, """
            * OK [CAPABILITY IMAP4rev1 UIDPLUS CHILDREN NAMESPACE THREAD=ORDEREDSUBJECT THREAD=REFERENCES SORT QUOTA IDLE AUTH=PLAIN ACL ACL2=UNION] Courier-IMAP ready. Copyright 1998-2026. See COPYING for distribution information.
            * CAPABILITY IMAP4rev1 UIDPLUS CHILDREN NAMESPACE SORT QUOTA IDLE AUTH=PLAIN ACL ACL2=UNION
            A1 OK CAPABILITY completed
            * OK [ALERT] Filesystem notification initialization error -- contact your mail administrator {12}
            A2 OK LOGIN Ok.
            * FLAGS (\Draft \Answered \Flagged \Deleted \Seen \Recent)
            * 2 EXISTS
            * 0 RECENT
            * OK [UIDVALIDITY 1600000001] Ok
            A3 OK [READ-ONLY] Ok
            * SEARCH 2 7
            T1 OK SEARCH done.
            * 2 FETCH (UID 7 RFC822.SIZE 99 BODY[HEADER]<0> {7}
            A:b

             FLAGS (\Seen))
            T1 OK FETCH completed.
            * NO [ALERT] Quota is nearly full
            * BYE Courier-IMAP server shutting down
            A4 OK LOGOUT completed

            """),
        new("GroupWise, refused", MailProtocol.Imap, null, """
            * BYE [UNAVAILABLE] GroupWise IMAP4 server: too many connections, try later

            """),
    ];
}
