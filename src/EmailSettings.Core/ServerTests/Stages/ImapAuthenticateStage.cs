using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>IMAP AUTHENTICATE, or LOGIN if the server offers no working password mechanism.</summary>
internal sealed class ImapAuthenticateStage : ConnectionStage
{
    public override TestStage Name => TestStage.Authenticate;

    public override TestStage[] Needs =>
        [TestStage.Secret, TestStage.Capabilities, TestStage.StartTls, TestStage.Tls, TestStage.Token];

    public override string? SkipReason(ServerTestContext context) =>
        base.SkipReason(context) ?? (context.IsLoggedIn ? "the connection is already logged in" : Login.SkipReason(context));

    public override async Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation)
    {
        var login = new Login(context);
        var capabilities = context.Imap.Capabilities;
        var facts = new AuthenticateFacts { Offered = capabilities?.AuthMechanisms ?? [] };
        // GNU imap4d announces XTLSREQUIRED instead of LOGINDISABLED (RFC 3501 section 6.2.3).
        var wantsTls = context.Plan.Tls == TlsMode.None && capabilities?.Offered.Contains("XTLSREQUIRED", StringComparer.OrdinalIgnoreCase) == true;
        var isCommandPossible = login.Kind == SaslCredentialKind.Password && capabilities is not { LoginDisabled: true } && !wantsTls
            && context.Plan.Request.Mechanism is null or SaslMechanism.Login;
        IReadOnlyList<LoginMethod> ways = [.. login.Ways(facts.Offered), .. isCommandPossible ? [LoginMethod.Command] : (LoginMethod[])[]];
        if (ways.Count > 0) return await login.RunAsync(ways, facts, cancellation).ConfigureAwait(false);
        var isTlsNeeded = wantsTls || (context.Plan.Tls == TlsMode.None && capabilities is { StartTls: true });
        return new StageOutcome(facts, isTlsNeeded ? RejectedReplies.SecureFirst(context) : login.NotOffered(facts.Offered));
    }
}
