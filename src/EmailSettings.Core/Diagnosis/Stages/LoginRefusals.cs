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
        var value = row == ConnectionFindings.StartTlsRequired ? context.Target : failure.Command ?? "the login";
        return row.For(context.Plan, value, failure.Detail ?? "none of them", serverText: context.Clean(Text(failure)));
    }

    /// <summary>The row for a refusal that has to do with the login, whatever command it answers; null for others.</summary>
    public static FindingCode? Shared(SmtpReply reply) => (reply.Code, reply.EnhancedStatus?.ToString()) switch
    {
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

    private static FindingCode Row(ImapReply reply) => reply.ResponseCode switch
    {
        "UNAVAILABLE" or "SERVERBUG" or "INUSE" => ServerWords.SaysTooMany(reply.Text) ? AuthenticateFindings.Throttled : AuthenticateFindings.Unavailable,
        "LIMIT" or "OVERQUOTA" => AuthenticateFindings.Throttled,
        "PRIVACYREQUIRED" => ConnectionFindings.StartTlsRequired,
        _ when ServerWords.SaysAppPassword(reply.Text) => AuthenticateFindings.AppPasswordRequired,
        _ when ServerWords.SaysTooMany(reply.Text) => AuthenticateFindings.Throttled,
        _ when ServerWords.SaysSwitchedOff(reply.Text) => AuthenticateFindings.Disabled,
        _ when reply.Kind == ImapStatus.Bye => AuthenticateFindings.Unavailable,
        _ => AuthenticateFindings.Rejected,
    };

    private static string? Text(MailFailure failure) => failure.Reply is { } reply ? $"{reply.Status} {reply.Text}" : failure.ServerText;
}
