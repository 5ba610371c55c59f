using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Planning;
using EmailSettings.Core.ServerTests.Replies;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>What SMTP's and IMAP's logins have in common.</summary>
internal sealed class Login(ServerTestContext context)
{
    // Their severity waits for the server: it alone knows what it takes.
    private static readonly string[] TokenWarnings = [TokenFindings.TokenAudience.Id, TokenFindings.TokenRoleMissing.Id, TokenFindings.TokenGraphOnly.Id];

    public SaslCredentialKind Kind => context.Plan.UsesToken ? SaslCredentialKind.AccessToken : SaslCredentialKind.Password;

    /// <summary>The settings switch TLS off and say Basic: the page allows that. A token is never sent in clear.</summary>
    public bool AllowsPlaintext => context.Plan is { Tls: TlsMode.None, Authentication: TestAuthentication.Basic };

    public bool IsForbidden => context.Plan is { Tls: TlsMode.None, UsesToken: true };

    public Finding OverPlaintext => IsForbidden ? AuthenticateFindings.TokenOverPlaintext(context.Target) : AuthenticateFindings.AuthenticateOverPlaintext.At(value: context.Target);

    public static string? SkipReason(ServerTestContext context)
    {
        if (context.Plan.User is null) return "no user name or mailbox was given";
        var hasSecret = context.Plan.UsesToken ? context.Token is not null : context.Secret is not null;
        return hasSecret ? null : context.Plan.UsesToken ? "there is no token" : "no password was given";
    }

    public MailCredential Credential() => new(context.Plan.User!, context.Token is { Token: { } token } ? token.Utf8.Span : context.Secret!.Span);

    public AuthenticateRequest Request(SaslMechanism mechanism, MailCredential credential) =>
        new() { Mechanism = mechanism, Credential = credential, AllowPlaintext = AllowsPlaintext };

    public Finding NotOffered(IReadOnlyList<string> offered) => AuthenticateFindings.AuthenticateMechanismNotOffered.At(
        value: string.Join(" or ", SaslSelection.For(Kind).Select(SaslSelection.NameOf)), detail: offered.Count == 0 ? "none" : string.Join(", ", offered));

    /// <summary>The end of the login: what the server said, and what it makes of earlier warnings.</summary>
    public StageOutcome Conclude(AuthenticateFacts facts, MailFailure? failure)
    {
        var findings = new List<Finding>();
        if (AllowsPlaintext) findings.Add(OverPlaintext);
        if (failure is null)
        {
            context.IsLoggedIn = true;
            return new StageOutcome(facts, findings);
        }
        findings.Add(WithScope(Judge(context, failure), facts));
        if (failure.Kind == MailFailureKind.Refused) Escalate(context);
        return new StageOutcome(facts, findings);
    }

    private static Finding Judge(ServerTestContext context, MailFailure failure)
    {
        return failure.Kind == MailFailureKind.NotOffered
            ? AuthenticateFindings.AuthenticateMechanismNotOffered.At(value: failure.Command ?? "the login", detail: failure.Detail)
            : RefusedReplies.Describe(context, failure, ReplyPlace.Login,
                () => AuthenticateFindings.AuthenticateRejected.For(context.Plan, failure.Command ?? "the login", serverText: failure.ServerText));
    }

    // The error within XOAUTH2 (and RFC 7628 section 3.2.2) names the scope that a token must have.
    private static Finding WithScope(Finding finding, AuthenticateFacts facts) =>
        facts.OAuthScope is { } scope ? finding with { CauseTemplate = finding.CauseTemplate + " It asks for a token with the scope {limit}.", Limit = scope } : finding;

    /// <summary>Makes errors of warnings about the token, once a server has shown that they matter.</summary>
    public static void Escalate(ServerTestContext context) => context.Journal.Escalate(TestStage.Token, TokenWarnings);
}
