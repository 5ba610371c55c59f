using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Replies;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>CAPABILITY; again after STARTTLS.</summary>
internal sealed class ImapCapabilitiesStage : ConnectionStage
{
    public override TestStage Name => TestStage.Capabilities;

    public override TestStage[] Needs => [TestStage.Greeting, TestStage.StartTls, TestStage.Tls];

    public override async Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation)
    {
        var result = await context.Imap.CapabilityAsync(cancellation).ConfigureAwait(false);
        if (result.Failure is { } failure)
        {
            return new StageOutcome(null, RejectedReplies.Describe(context, failure, ReplyPosition.Hello,
                () => ConnectionFindings.CapabilitiesRefused.At(value: "CAPABILITY", serverText: failure.ServerText) with { StepTemplate = ConnectionFindings.ImapCapabilitiesStep }));
        }
        var found = result.Facts!;
        if (found.Imap4 || context.Journal.Has(Name, ConnectionFindings.CapabilitiesMissing)) return new StageOutcome(found);
        return new StageOutcome(found, ConnectionFindings.CapabilitiesMissing.At(value: "IMAP4rev1 (RFC 3501 section 6.1.1)", serverText: string.Join(' ', found.Offered)));
    }
}
