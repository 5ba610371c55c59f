using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Planning;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Smtp;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>
/// What a refused login means. Codes come first: RFC 4954 and RFC 3463 for SMTP with the codes that Microsoft and Google
/// add, RFC 5530 for IMAP; words decide where a code leaves it open.
/// </summary>
internal static class LoginRefusals
{
    public static Finding Judge(ServerTestContext context, MailFailure failure)
    {
        var row = failure switch
        {
            { Kind: MailFailureKind.NotOffered } => AuthenticateFindings.AuthenticateMechanismNotOffered,
            { Reply: SmtpReply smtp } => Row(smtp),
            { Reply: ImapReply imap } => Row(imap),
            _ => AuthenticateFindings.AuthenticateRejected,
        };
        var finding = Describe(context, row, failure.Command ?? "the login", failure);
        return StepOf(failure.Reply) is { } step ? finding with { StepTemplate = step } : finding;
    }

    /// <summary>The finding for a row, which names what its text asks for.</summary>
    /// <param name="context">The test.</param>
    /// <param name="row">The row.</param>
    /// <param name="value">What the text names first where the row has no rule of its own.</param>
    /// <param name="failure">What was refused.</param>
    public static Finding Describe(ServerTestContext context, FindingCode row, string value, MailFailure failure)
    {
        var text = failure.ServerText;
        if (row == ConnectionFindings.StartTlsRequired) return SecureFirst(context) with { ServerText = text };
        if (row != AuthenticateFindings.AuthenticateRequired) return row.For(context.Plan, value, failure.Detail ?? Offered(context), serverText: text);
        return context.Plan.Authentication == TestAuthentication.Anonymous
            ? row.For(context.Plan, "the settings say Anonymous", serverText: text)
            : row.At(value: "does not count the one that was made", serverText: text) with { StepTemplate = AuthenticateFindings.OtherLoginStep };
    }

    private static string Offered(ServerTestContext context)
    {
        var capabilities = context.Session switch
        {
            ISmtpSession smtp => (IServerCapabilities?)smtp.Capabilities,
            IImapSession imap => imap.Capabilities,
            _ => null,
        };
        return capabilities is { AuthMechanisms: { Count: > 0 } mechanisms } ? $"{string.Join(", ", mechanisms)}, and refuses what it offers" : "none";
    }

    /// <summary>The server wants TLS first, in the words of what was tested.</summary>
    public static Finding SecureFirst(ServerTestContext context)
    {
        var finding = ConnectionFindings.StartTlsRequired.At(value: context.Target);
        if (context.Plan.Tls != TlsMode.None)
        {
            return finding with
            {
                CauseTemplate = ConnectionFindings.SecuredCause,
                StepTemplate = ConnectionFindings.SecuredStep,
            };
        }
        return context.Plan.Kind == TestKind.Incoming ? finding with { StepTemplate = ConnectionFindings.SecureMailboxStep } : finding;
    }

    /// <summary>The row for a refusal that has to do with the login, whatever command it answers; null for others.</summary>
    public static FindingCode? Shared(SmtpReply reply) => (reply.Code, reply.EnhancedStatus?.ToString()) switch
    {
        (_, "5.7.139") when ServerWords.SaysWrongCredentials(reply.Text) => AuthenticateFindings.AuthenticateRejected,
        (_, "5.7.139") or (550, "5.7.30") => AuthenticateFindings.AuthenticateDisabled,
        (530, "5.7.57") => AuthenticateFindings.AuthenticateRequired,
        (534, "5.7.9") => AuthenticateFindings.AuthenticateAppPasswordRequired,
        (538, _) or (_, "5.7.11") => ConnectionFindings.StartTlsRequired,
        (530, _) when ServerWords.SaysSecureFirst(reply.Text) => ConnectionFindings.StartTlsRequired,
        (530, _) => AuthenticateFindings.AuthenticateRequired,
        _ => null,
    };

    private static FindingCode Row(SmtpReply reply)
    {
        if (Shared(reply) is { } shared) return shared;
        if (ServerWords.SaysAppPassword(reply.Text)) return AuthenticateFindings.AuthenticateAppPasswordRequired;
        // RFC 4954 section 6 has 432 for a password to be entered anew, Exchange Online for too many connections.
        if (reply is { Code: 432, EnhancedStatus: { Subject: 7, Detail: 12 } }) return AuthenticateFindings.AuthenticateRejected;
        if (reply.IsTransient) return reply.Code == 432 || ServerWords.SaysTooMany(reply.Text) ? AuthenticateFindings.AuthenticateThrottled : AuthenticateFindings.AuthenticateUnavailable;
        if (ServerWords.SaysSwitchedOff(reply.Text)) return AuthenticateFindings.AuthenticateDisabled;
        return reply.Code == 504 ? AuthenticateFindings.AuthenticateMechanismNotOffered : AuthenticateFindings.AuthenticateRejected;
    }

    // Codes that name a step of their own: RFC 5530 section 3, and what Google adds.
    private static string? StepOf(ServerReply? reply) => reply switch
    {
        ImapReply { ResponseCode: "EXPIRED" } or SmtpReply { Code: 432, EnhancedStatus: { Subject: 7, Detail: 12 } } => AuthenticateFindings.NewPasswordStep,
        ImapReply { ResponseCode: "CONTACTADMIN" } => AuthenticateFindings.AdministratorStep,
        ImapReply { ResponseCode: "WEBALERT" } or SmtpReply { EnhancedStatus: { Subject: 7, Detail: 14 } } => AuthenticateFindings.BrowserStep,
        _ => null,
    };

    /// <summary>The row for an answer that says "not now", whatever command it answers; null for others.</summary>
    public static FindingCode? NotNow(ImapReply reply) => reply.ResponseCode switch
    {
        "LIMIT" or "OVERQUOTA" => AuthenticateFindings.AuthenticateThrottled,
        _ when ServerWords.SaysTooMany(reply.Text) => AuthenticateFindings.AuthenticateThrottled,
        "UNAVAILABLE" or "SERVERBUG" or "INUSE" => AuthenticateFindings.AuthenticateUnavailable,
        _ when reply.Kind == ImapStatus.Bye => AuthenticateFindings.AuthenticateUnavailable,
        _ => null,
    };

    private static FindingCode Row(ImapReply reply)
    {
        if (reply.ResponseCode == "PRIVACYREQUIRED") return ConnectionFindings.StartTlsRequired;
        if (ServerWords.SaysAppPassword(reply.Text)) return AuthenticateFindings.AuthenticateAppPasswordRequired;
        return ServerWords.SaysSwitchedOff(reply.Text) ? AuthenticateFindings.AuthenticateDisabled : NotNow(reply) ?? AuthenticateFindings.AuthenticateRejected;
    }
}
