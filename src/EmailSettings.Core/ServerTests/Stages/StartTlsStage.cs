using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Replies;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail;
using EmailSettings.Mail.Connection;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>STARTTLS; required if requested.</summary>
internal sealed class StartTlsStage : ConnectionStage
{
    public override TestStage Name => TestStage.StartTls;

    public override TestStage[] Needs => [TestStage.Capabilities];

    public override string? SkipReason(ServerTestContext context) => base.SkipReason(context) ?? context.Plan.Tls switch
    {
        TlsMode.None => "no secure connection is requested",
        TlsMode.Implicit => "the connection uses implicit TLS",
        _ => null,
    };

    public override async Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation)
    {
        var result = await context.Session!.StartTlsAsync(cancellation).ConfigureAwait(false);
        return result.Failure is { } failure ? new StageOutcome(result.Facts, Describe(context, failure, result.Facts)) : new StageOutcome(result.Facts);
    }

    private static Finding Describe(ServerTestContext context, MailFailure failure, StartTlsFacts? facts) => failure.Kind switch
    {
        MailFailureKind.NotOffered => FilteredCapabilities.TryDescribe(context) ?? ConnectionFindings.StartTlsNotOffered.At(value: context.Target),
        MailFailureKind.Injection => ConnectionFindings.StartTlsInjection.At(value: context.Target, detail: facts?.InjectedBytes.ToString(CultureInfo.InvariantCulture)),
        _ => RejectedReplies.Describe(context, failure, ReplyPosition.StartTls, () => ConnectionFindings.StartTlsRefused.At(value: context.Target, serverText: failure.ServerText)),
    };
}
