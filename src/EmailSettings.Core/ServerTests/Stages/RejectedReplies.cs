using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Replies;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Smtp;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>
/// Creates findings for rejected commands: first by failures common to all stages, then by the table of replies, and by the
/// command as the last resort.
/// </summary>
internal static class RejectedReplies
{
    /// <summary>Describes a failed command.</summary>
    /// <param name="context">The test.</param>
    /// <param name="failure">The failure.</param>
    /// <param name="place">Where in the session the reply occurred.</param>
    /// <param name="lastResort">Creates the finding by the command alone, if the text is not recognized.</param>
    public static Finding Describe(ServerTestContext context, MailFailure failure, ReplyPosition place, Func<Finding> lastResort)
    {
        if (StageFailures.TryDescribe(context, failure) is { } common) return common;
        if (failure.Kind == MailFailureKind.ClientCertificateRequired) return Ended(context, TlsFindings.TlsClientCertificateRequired, failure);
        if (failure.Reply is not { } reply) return lastResort();
        context.IsConnectionLost |= reply.EndsSession;
        if (TryJudge(context, failure, place) is { } judged) return judged;
        return reply.EndsSession && place != ReplyPosition.Greeting ? Ended(context, ReplyFindings.ReplySessionEnded, failure) : lastResort();
    }

    /// <summary>Returns a last resort that says that it is based only on the command.</summary>
    public static Func<Finding> LastResort(ServerTestContext context, FindingCode row, MailFailure failure) => () =>
    {
        var step = failure.Reply is SmtpReply { IsTransient: true } ? DeliveryFindings.LaterStep : DeliveryFindings.UnknownWordsStep;
        return row.At(value: failure.Command, serverText: failure.ServerText) with { StepTemplate = step };
    };

    /// <summary>Creates the finding for required TLS, adapted to the test.</summary>
    public static Finding SecureFirst(ServerTestContext context, string? serverText = null)
    {
        var finding = ConnectionFindings.StartTlsRequired.At(value: context.Target, serverText: serverText);
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

    /// <summary>Describes a rejection instead of a greeting, of which only the line is known.</summary>
    public static Finding OfLine(ServerTestContext context, MailFailure failure, string line)
    {
        var pasted = PastedReply.Read(line);
        var text = line;
        var judged = pasted.Count == 0 ? null : TryJudge(context, pasted[0].Reply, ReplyContexts.Of(context, failure, ReplyPosition.Greeting), text);
        return judged ?? (line.StartsWith('5') ? ConnectionFindings.GreetingRefused : ConnectionFindings.GreetingTryLater).At(value: context.Target, serverText: text);
    }

    private static Finding? TryJudge(ServerTestContext context, MailFailure failure, ReplyPosition place) =>
        TryJudge(context, NormalizedReply.Of(failure.Reply!), ReplyContexts.Of(context, failure, place), failure.ServerText);

    // By the table; null if no rule matches.
    private static Finding? TryJudge(ServerTestContext context, NormalizedReply reply, ReplyContext known, string? text)
    {
        if (ReplyTable.Find(reply, known) is not { } found) return null;
        // A code alone is less specific than the end of the session.
        if (context.IsConnectionLost && found.Rule.Words.Length == 0 && known.Place != ReplyPosition.Greeting) return null;
        if (found.Rule.Means == ReplyMeaning.TlsRequired) return SecureFirst(context, text);
        var verdict = ReplyVerdicts.Of(found.Rule.Means, known);
        var finding = verdict.Code.At(value: verdict.Value, detail: verdict.Detail ?? Offered(context), serverText: text) with { StepTemplate = verdict.StepFor(known) };
        return verdict.Code == AuthenticateFindings.AuthenticateRejected ? finding : Weigh(context, finding);
    }

    // If the mailbox cannot be opened, warnings about the token matter.
    private static Finding Weigh(ServerTestContext context, Finding finding)
    {
        if (finding.Id == AuthenticateFindings.MailboxNotConnected.Id || finding.Id == AuthenticateFindings.MailboxNotFound.Id) Login.Escalate(context);
        return finding;
    }

    private static Finding Ended(ServerTestContext context, FindingCode row, MailFailure failure)
    {
        context.IsConnectionLost = true;
        return row.At(value: context.Target, serverText: failure.ServerText);
    }

    private static string Offered(ServerTestContext context)
    {
        var capabilities = context.Session switch
        {
            ISmtpSession smtp => (IServerCapabilities?)smtp.Capabilities,
            IImapSession imap => imap.Capabilities,
            _ => null,
        };
        return capabilities is { AuthMechanisms: { Count: > 0 } mechanisms } ? $"{string.Join(", ", mechanisms)} but rejects what it offers" : "none";
    }
}
