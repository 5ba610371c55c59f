using static EmailSettings.Core.ServerTests.Replies.ReplyMeaning;
using static EmailSettings.Core.ServerTests.Replies.ReplyPosition;

namespace EmailSettings.Core.ServerTests.Replies.Rules;

/// <summary>
/// Codes without recognized text: the registry of enhanced status codes, and the reply codes of RFC 4954 and RFC 5321.
/// </summary>
internal static class StatusCodeReplies
{
    private const string Registry = "https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml";
    private const string Auth = "https://www.rfc-editor.org/rfc/rfc4954#section-6";

    public static IReadOnlyList<ReplyChapter> Chapters { get; } =
    [
        new("Any server (enhanced status codes)", Registry,
            new("538 5.7.11 Not now", TlsRequired) { Enhanced = "x.7.11" },
            new("432 4.7.12 A password transition is needed", PasswordExpired) { Enhanced = "x.7.12" },
            new("525 5.7.13 Not for you", AccountBlocked) { Enhanced = "x.7.13" },
            new("535 5.7.8 No", WrongCredentials) { Enhanced = "x.7.8", At = Login },
            new("534 5.7.9 No", MechanismUnknown) { Enhanced = "x.7.9", At = Login },
            new("504 5.7.4 No", MechanismUnknown) { Enhanced = "x.7.4", At = Login },
            new("554 5.7.25 No", ReverseNameMissing) { Enhanced = "x.7.25" },
            new("550 5.7.23 No", DomainNotAuthenticated) { Enhanced = "x.7.23", At = Delivery },
            new("550 5.7.26 No", DomainNotAuthenticated) { Enhanced = "x.7.26", At = Delivery },
            new("550 5.7.20 No", DomainNotAuthenticated) { Enhanced = "x.7.20", At = Delivery },
            new("550 5.7.27 No", SenderDomainUnknown) { Enhanced = "x.7.27", At = Delivery },
            new("553 5.7.60 No", SenderNotOwned) { Enhanced = "x.7.60", At = Delivery, Source = "https://learn.microsoft.com/exchange/mail-flow-best-practices/fix-issues-with-printers-scanners-and-lob-applications-that-send-email-using-off" },
            new("550 5.7.54 No", RelayDenied) { Enhanced = "x.7.54", At = Delivery, Source = "https://learn.microsoft.com/exchange/mail-flow/non-delivery-reports-and-bounce-messages/non-delivery-reports-and-bounce-messages" },
            new("550 5.7.64 No", ConnectorMissing) { Enhanced = "x.7.64", At = Delivery, Source = "https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online" },
            new("550 5.1.8 No", SenderDomainUnknown) { Enhanced = "x.1.8", At = Delivery },
            new("553 5.1.7 No", SenderRefused) { Enhanced = "x.1.7", At = Delivery },
            new("550 5.1.1 No", RecipientUnknown) { Enhanced = "x.1.1", At = Recipient | Message },
            new("550 5.1.2 No", RecipientUnknown) { Enhanced = "x.1.2", At = Recipient | Message },
            new("501 5.1.3 No", RecipientUnknown) { Enhanced = "x.1.3", At = Recipient | Message },
            new("550 5.1.6 No", RecipientUnknown) { Enhanced = "x.1.6", At = Recipient | Message },
            new("556 5.1.10 No", RecipientUnknown) { Enhanced = "x.1.10", At = Recipient | Message },
            new("550 5.2.1 No", RecipientDisabled) { Enhanced = "x.2.1", At = Recipient | Message },
            new("452 4.2.2 No", MailboxFull) { Enhanced = "x.2.2", At = Delivery },
            new("552 5.2.3 No", TooLarge) { Enhanced = "x.2.3", At = Delivery },
            new("552 5.3.4 No", TooLarge) { Enhanced = "x.3.4", At = Delivery },
            new("452 4.3.1 No", ServerFault) { Enhanced = "x.3.1" },
            new("453 4.3.2 No", ServerFault) { Enhanced = "x.3.2", At = Delivery },
            new("451 4.3.5 No", ServerFault) { Enhanced = "x.3.5" },
            new("452 4.5.3 No", SendingLimit) { Enhanced = "x.5.3", At = Delivery },
            new("550 5.4.5 No", SendingLimit) { Enhanced = "x.4.5", At = Delivery, Source = "https://support.google.com/a/answer/3726730" }),
        new("Any server (reply codes)", Auth,
            new("538 No", TlsRequired) { Code = 538 },
            new("530 No", LoginRequired) { Code = 530 },
            new("535 No", WrongCredentials) { Code = 535, At = Login },
            new("534 No", MechanismUnknown) { Code = 534, At = Login },
            new("504 No", MechanismUnknown) { Code = 504, At = Login },
            new("503 No", LoginNotAllowedHere) { Code = 503, At = Login },
            new("502 No", LoginNotAllowedHere) { Code = 502, At = Login },
            new("432 No", Throttled) { Code = 432, At = Login },
            new("454 No", LoginUnavailable) { Code = 4, At = Login },
            new("454 No", TlsUnavailable) { Code = 454, At = StartTls, Source = "https://www.rfc-editor.org/rfc/rfc3207#section-4" },
            new("552 No", TooLarge) { Code = 552, At = Sender | Message, Source = "https://www.rfc-editor.org/rfc/rfc1870#section-6.1" }),
    ];
}
