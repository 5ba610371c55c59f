using EmailSettings.Core.Diagnosis.Findings;
using EmailSettings.Core.Diagnosis.Running;
using EmailSettings.Mail;
using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Smtp;

namespace EmailSettings.Core.Diagnosis.Stages;

/// <summary>
/// What a refused login means. Codes come first: RFC 4954 and RFC 3463 for SMTP with the codes that Microsoft and Google
/// add, RFC 5530 for IMAP; words decide where a code leaves it open.
/// </summary>
internal static class LoginRefusals
{
    public static Finding Judge(TestContext context, MailFailure failure)
    {
        var row = failure switch
        {
            { Kind: MailFailureKind.NotOffered } => AuthenticateFindings.MechanismNotOffered,
            { Reply: SmtpReply smtp } => Row(smtp),
            { Reply: ImapReply imap } => Row(imap),
            _ => AuthenticateFindings.Rejected,
        };
        return Describe(context, row, failure.Command ?? "the login", failure);
    }

    /// <summary>The finding for a row, which names what its text asks for.</summary>
    /// <param name="context">The test.</param>
    /// <param name="row">The row.</param>
    /// <param name="value">What the text names first where the row has no rule of its own.</param>
    /// <param name="failure">What was refused.</param>
    public static Finding Describe(TestContext context, FindingCode row, string value, MailFailure failure)
    {
        var text = context.Clean(Text(failure));
        if (row == ConnectionFindings.StartTlsRequired) return row.For(context.Plan, context.Target, serverText: text);
        if (row != AuthenticateFindings.Required) return row.For(context.Plan, value, failure.Detail ?? "none of them", serverText: text);
        return context.Plan.Authentication == TestAuthentication.Anonymous
            ? row.For(context.Plan, "the settings say Anonymous", serverText: text)
            : row.At("does not count the one that was made", serverText: text) with { NextStep = AuthenticateFindings.OtherLoginStep };
    }

    /// <summary>The row for a refusal that has to do with the login, whatever command it answers; null for others.</summary>
    public static FindingCode? Shared(SmtpReply reply) => (reply.Code, reply.EnhancedStatus?.ToString()) switch
    {
        (_, "5.7.139") when ServerWords.SaysWrongCredentials(reply.Text) => AuthenticateFindings.Rejected,
        (_, "5.7.139") or (550, "5.7.30") => AuthenticateFindings.Disabled,
        (530, "5.7.57") => AuthenticateFindings.Required,
        (534, "5.7.9") => AuthenticateFindings.AppPasswordRequired,
        (538, _) or (_, "5.7.11") => ConnectionFindings.StartTlsRequired,
        (530, _) when ServerWords.SaysSecureFirst(reply.Text) => ConnectionFindings.StartTlsRequired,
        (530, _) => AuthenticateFindings.Required,
        _ => null,
    };

    private static FindingCode Row(SmtpReply reply)
    {
        if (Shared(reply) is { } shared) return shared;
        if (ServerWords.SaysAppPassword(reply.Text)) return AuthenticateFindings.AppPasswordRequired;
        if (reply.IsTransient) return reply.Code == 432 || ServerWords.SaysTooMany(reply.Text) ? AuthenticateFindings.Throttled : AuthenticateFindings.Unavailable;
        if (ServerWords.SaysSwitchedOff(reply.Text)) return AuthenticateFindings.Disabled;
        return reply.Code == 504 ? AuthenticateFindings.MechanismNotOffered : AuthenticateFindings.Rejected;
    }

    /// <summary>The row for an answer that says "not now", whatever command it answers; null for others.</summary>
    public static FindingCode? NotNow(ImapReply reply) => reply.ResponseCode switch
    {
        "LIMIT" or "OVERQUOTA" => AuthenticateFindings.Throttled,
        _ when ServerWords.SaysTooMany(reply.Text) => AuthenticateFindings.Throttled,
        "UNAVAILABLE" or "SERVERBUG" or "INUSE" => AuthenticateFindings.Unavailable,
        _ => null,
    };

    private static FindingCode Row(ImapReply reply)
    {
        if (reply.ResponseCode == "PRIVACYREQUIRED") return ConnectionFindings.StartTlsRequired;
        if (ServerWords.SaysAppPassword(reply.Text)) return AuthenticateFindings.AppPasswordRequired;
        if (NotNow(reply) is { } row) return row;
        if (ServerWords.SaysSwitchedOff(reply.Text)) return AuthenticateFindings.Disabled;
        return reply.Kind == ImapStatus.Bye ? AuthenticateFindings.Unavailable : AuthenticateFindings.Rejected;
    }

    private static string? Text(MailFailure failure) => failure.Reply is { } reply ? $"{reply.Status} {reply.Text}" : failure.ServerText;
}
