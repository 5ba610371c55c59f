using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Planning;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail;
using EmailSettings.Mail.Probes;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>Creates findings for failures that may occur in any stage.</summary>
internal static class StageFailures
{
    /// <summary>Describes a failure that has the same meaning in every stage; null for others.</summary>
    public static Finding? TryDescribe(ServerTestContext context, MailFailure failure)
    {
        var answer = ReplyFindings.Answer(failure.Command);
        var text = failure.ServerText;
        context.IsConnectionLost |= failure.Kind is MailFailureKind.Malformed or MailFailureKind.TooLong or MailFailureKind.TimedOut
            or MailFailureKind.Disconnected or MailFailureKind.NotThisProtocol;
        return failure.Kind switch
        {
            MailFailureKind.Malformed => ReplyFindings.ReplyMalformed.At(value: answer, serverText: text),
            MailFailureKind.TooLong => ReplyFindings.ReplyTooLong.At(value: answer, serverText: text),
            MailFailureKind.TimedOut => ReplyFindings.ReplyTimedOut.At(value: answer, detail: Seconds(context.LimitOf(failure.Command)), serverText: text),
            MailFailureKind.Disconnected => ReplyFindings.ReplyDisconnected.At(value: answer, serverText: text),
            MailFailureKind.NotThisProtocol => OtherProtocol(context, failure.Speaks?.ToString() ?? "something else", text),
            MailFailureKind.InvalidInput => SettingsFindings.SettingsInvalid.At(value: failure.Argument, detail: "it cannot be sent to a mail server"),
            MailFailureKind.PlaintextNotAllowed => AuthenticateFindings.AuthenticateOverPlaintext.At(value: context.Target) with { Severity = Severity.Error },
            _ => null,
        };
    }

    /// <summary>Describes a failure: as in every stage, or by the stage's own finding.</summary>
    public static Finding Describe(ServerTestContext context, MailFailure failure, FindingCode refused) =>
        TryDescribe(context, failure) ?? refused.For(context.Plan, context.Target, failure.Detail, serverText: failure.ServerText);

    /// <summary>Returns the expected protocol.</summary>
    public static PeerProtocol Expected(ServerTestContext context) => context.Plan.Kind == TestKind.Outgoing ? PeerProtocol.Smtp : PeerProtocol.Imap;

    /// <summary>Creates the finding for an unexpected protocol.</summary>
    public static Finding OtherProtocol(ServerTestContext context, string speaks, string? text) => ConnectionFindings.GreetingNotThisProtocol.At(
        value: context.Target, detail: speaks.ToUpperInvariant(), limit: Expected(context).ToString().ToUpperInvariant(), serverText: FirstLine(text));

    /// <summary>Returns the line that identifies a protocol; the rest, such as a web page, is irrelevant.</summary>
    public static string? FirstLine(string? text) => text?.TrimStart().Split('\r', '\n')[0];

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";
}
