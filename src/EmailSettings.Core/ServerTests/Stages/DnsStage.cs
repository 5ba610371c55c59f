using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>The host's addresses.</summary>
internal sealed class DnsStage : ConnectionStage
{
    public override TestStage Name => TestStage.Dns;

    public override TestStage[] Needs => [TestStage.Settings];

    public override async Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation)
    {
        var result = await context.OpenSession().ResolveAsync(cancellation).ConfigureAwait(false);
        if (result.Failure is { } failure) return new StageOutcome(result.Facts, Describe(context, failure));
        var addresses = result.Facts!.Addresses;
        if (addresses.Count > 1) await context.ConnectToAsync(addresses, cancellation).ConfigureAwait(false);
        return new StageOutcome(result.Facts);
    }

    private static Finding Describe(ServerTestContext context, MailFailure failure) => failure.Kind switch
    {
        MailFailureKind.HostNotFound when context.Plan.Request.AddressFamily is not TestAddressFamily.Auto and var family =>
            ConnectionFindings.DnsNotFound.At(value: context.Plan.Host, detail: family.ToString()) with { CauseTemplate = ConnectionFindings.NoAddressOfFamily },
        MailFailureKind.HostNotFound => ConnectionFindings.DnsNotFound.At(value: context.Plan.Host),
        MailFailureKind.ResolutionFailed => ConnectionFindings.DnsFailed.At(value: context.Plan.Host, detail: failure.Detail),
        _ => StageFailures.Describe(context, failure, ConnectionFindings.DnsFailed),
    };
}
