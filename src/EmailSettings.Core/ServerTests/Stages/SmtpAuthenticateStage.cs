using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>SMTP AUTH.</summary>
internal sealed class SmtpAuthenticateStage : ConnectionStage
{
    public override TestStage Name => TestStage.Authenticate;

    public override TestStage[] Needs =>
        [TestStage.Secret, TestStage.Capabilities, TestStage.StartTls, TestStage.Tls, TestStage.Token];

    public override string? SkipReason(ServerTestContext context) =>
        base.SkipReason(context) ?? (context.Plan.Authentication == TestAuthentication.Anonymous ? "Anonymous needs no login" : Login.SkipReason(context));

    public override async Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation)
    {
        var login = new Login(context);
        var facts = new AuthenticateFacts { Offered = context.Smtp.Capabilities?.AuthMechanisms ?? [] };
        var ways = login.Ways(facts.Offered);
        if (ways.Count > 0) return await login.RunAsync(ways, facts, cancellation).ConfigureAwait(false);
        var isTlsNeeded = context.Plan.Tls == TlsMode.None && context.Smtp.Capabilities is { StartTls: true };
        return new StageOutcome(facts, isTlsNeeded ? RejectedReplies.SecureFirst(context) : login.NotOffered(facts.Offered));
    }
}
