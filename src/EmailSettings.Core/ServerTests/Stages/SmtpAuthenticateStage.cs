using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>SMTP AUTH.</summary>
internal sealed class SmtpAuthenticateStage : ConnectionStage
{
    public override TestStage Name => TestStage.Authenticate;

    public override IReadOnlyList<TestStage> Needs =>
        [TestStage.Secret, TestStage.Capabilities, TestStage.StartTls, TestStage.Tls, TestStage.Token];

    public override string? SkipReason(ServerTestContext context) =>
        base.SkipReason(context) ?? (context.Plan.Authentication == TestAuthentication.Anonymous ? "Anonymous needs no login" : Login.SkipReason(context));

    public override async Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation)
    {
        var login = new Login(context);
        var offered = context.Smtp.Capabilities?.AuthMechanisms ?? [];
        var facts = new AuthenticateFacts { Offered = offered };
        if (SaslSelection.Choose(login.Kind, offered) is not { } mechanism)
        {
            var isTlsNeeded = context.Plan.Tls == TlsMode.None && context.Smtp.Capabilities is { StartTls: true };
            return new StageOutcome(facts, isTlsNeeded ? RefusedReplies.SecureFirst(context) : login.NotOffered(facts.Offered));
        }
        if (login.IsForbidden) return new StageOutcome(facts, login.OverPlaintext);

        using var credential = login.Credential();
        var result = await context.Session!.AuthenticateAsync(login.Request(mechanism, credential), cancellation).ConfigureAwait(false);
        return login.Conclude(result.Facts ?? facts, result.Failure);
    }
}
