using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Planning;
using EmailSettings.Core.ServerTests.Replies;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>The common part of SMTP and IMAP logins.</summary>
internal sealed class Login(ServerTestContext context)
{
    // Servers count failed logins.
    private const int MaxTries = 3;

    // Warnings until the server rejects the token: only the server knows what it accepts.
    private static readonly string[] TokenWarnings = [TokenFindings.TokenAudience.Id, TokenFindings.TokenRoleMissing.Id, TokenFindings.TokenGraphOnly.Id];

    // Findings that the mechanism may have caused, rather than user and password.
    private static readonly string[] MechanismFaults =
        [AccountFindings.AuthenticateMechanismBroken.Id, AuthenticateFindings.AuthenticateMechanismNotOffered.Id, MechanismFindings.AuthenticateChannelBindingRequired.Id];

    private readonly List<FailedLogin> _failed = [];

    public SaslCredentialKind Kind => context.Plan.UsesToken ? SaslCredentialKind.AccessToken : SaslCredentialKind.Password;

    /// <summary>
    /// Whether TLS is off and the authentication is Basic, which the platform allows. A token is never sent in plaintext.
    /// </summary>
    private bool AllowsPlaintext => context.Plan is { Tls: TlsMode.None, Authentication: TestAuthentication.Basic };

    private bool IsForbidden => context.Plan is { Tls: TlsMode.None, UsesToken: true };

    public static string? SkipReason(ServerTestContext context)
    {
        if (context.Plan.User is null) return "no user name or mailbox was given";
        var hasSecret = context.Plan.UsesToken ? context.Token is not null : context.Secret is not null;
        return hasSecret ? null : context.Plan.UsesToken ? "there is no token" : "no password was given";
    }

    /// <summary>Returns the offered login methods, the strongest first, or only the requested one.</summary>
    public IReadOnlyList<LoginMethod> Ways(IReadOnlyList<string> offered)
    {
        if (context.Plan.Request.Mechanism is not { } asked) return [.. SaslSelection.Choose(Kind, offered).Select(mechanism => new LoginMethod(mechanism))];
        return offered.Contains(SaslSelection.NameOf(asked), StringComparer.OrdinalIgnoreCase) ? [new LoginMethod(asked)] : [];
    }

    /// <summary>Logs in with the first method, and with the next if the mechanism fails.</summary>
    public async Task<StageOutcome> RunAsync(IReadOnlyList<LoginMethod> ways, AuthenticateFacts facts, CancellationToken cancellation)
    {
        if (IsForbidden) return new StageOutcome(facts, OverPlaintext());
        using var credential = new MailCredential(context.Plan.User!, context.Token is { Token: { } token } ? token.Utf8.Span : context.Secret!.Span);
        for (LoginMethod? next = ways[0]; next is { } way;)
        {
            var result = await TryAsync(way, credential, cancellation).ConfigureAwait(false);
            facts = (result.Facts ?? facts) with { TriedBefore = [.. _failed.Select(failed => failed.Way.Name)] };
            if (result.Failure is not { } failure)
            {
                context.IsLoggedIn = true;
                return new StageOutcome(facts, [.. Exposed(way), .. _failed.Select(failed => Fails(failed.Way, failed.Finding, way))]);
            }
            var finding = Judge(failure, way);
            _failed.Add(new(way, finding with { ServerText = failure.ServerText }));
            next = Next(ways, finding, facts);
            if (next is null) return Refused(facts, failure, way, WithScope(finding, facts));
        }
        throw new InvalidOperationException("There must be a login method.");
    }

    /// <summary>Creates the finding if there is no login method.</summary>
    public Finding NotOffered(IReadOnlyList<string> offered)
    {
        var names = offered.Count == 0 ? "none" : string.Join(", ", offered);
        // If a mechanism was requested, others are irrelevant.
        var asked = context.Plan.Request.Mechanism is { } one ? SaslSelection.NameOf(one) : "";
        if (Kind == SaslCredentialKind.Password && offered.FirstOrDefault(name => name.EndsWith($"{asked}-PLUS", StringComparison.OrdinalIgnoreCase)) is { } bound)
            return MechanismFindings.AuthenticateChannelBindingRequired.At(value: bound);
        var finding = AuthenticateFindings.AuthenticateMechanismNotOffered.At(value: Wanted(), detail: names);
        return asked.Length == 0 ? finding : finding with { StepTemplate = AuthenticateFindings.RequestedMechanismStep };
    }

    /// <summary>Turns warnings about the token into errors, once a server has shown that they matter.</summary>
    public static void Escalate(ServerTestContext context) => context.Journal.Escalate(TestStage.Token, TokenWarnings);

    private string Wanted() => (context.Plan.Request.Mechanism, Kind) switch
    {
        ({ } asked, _) => SaslSelection.NameOf(asked),
        (_, SaslCredentialKind.AccessToken) => "OAUTHBEARER or XOAUTH2",
        _ => "PLAIN, LOGIN, CRAM-MD5, NTLM or SCRAM",
    };

    private Task<MailResult<AuthenticateFacts>> TryAsync(LoginMethod way, MailCredential credential, CancellationToken cancellation) => way.Mechanism is { } mechanism
        ? context.Session!.AuthenticateAsync(new AuthenticateRequest { Mechanism = mechanism, Credential = credential, AllowPlaintext = AllowsPlaintext }, cancellation)
        : context.Imap.LoginAsync(credential, AllowsPlaintext, cancellation);

    // If a mechanism cannot be performed, try the next. A correct response may also be rejected if the server stores passwords in
    // a form that the mechanism cannot use: sending the password itself settles it, but only over TLS.
    private LoginMethod? Next(IReadOnlyList<LoginMethod> ways, Finding finding, AuthenticateFacts facts)
    {
        if (context.IsConnectionLost || _failed.Count == MaxTries) return null;
        var further = ways.SkipWhile(way => way != _failed[^1].Way).Skip(1);
        var wasProofRefused = finding.Id == AuthenticateFindings.AuthenticateRejected.Id && !_failed[^1].Way.SendsSecret;
        if (wasProofRefused && facts.HasProved) return context.Session!.IsEncrypted ? further.FirstOrDefault(way => way.SendsSecret) : null;
        return wasProofRefused || MechanismFaults.Contains(finding.Id) ? further.FirstOrDefault() : null;
    }

    private StageOutcome Refused(AuthenticateFacts facts, MailFailure failure, LoginMethod way, Finding finding)
    {
        if (failure.Kind == MailFailureKind.Refused) Escalate(context);
        return new StageOutcome(facts, [.. Exposed(way), finding]);
    }

    private Finding Judge(MailFailure failure, LoginMethod way) => failure.Kind switch
    {
        MailFailureKind.NotOffered => AuthenticateFindings.AuthenticateMechanismNotOffered.At(value: failure.Command ?? "the login", detail: failure.Detail),
        MailFailureKind.MechanismFailed => OfMechanism(failure, way),
        _ => OfTicket(way, RejectedReplies.Describe(context, failure, ReplyPosition.Login,
            () => AuthenticateFindings.AuthenticateRejected.For(context.Plan, failure.Command ?? "the login", serverText: failure.ServerText))),
    };

    // At this point the KDC has accepted the user and password.
    private Finding OfTicket(LoginMethod way, Finding finding) => way.Mechanism == SaslMechanism.Gssapi && finding.Id == AuthenticateFindings.AuthenticateRejected.Id
        ? MechanismFindings.AuthenticateTicketRejected.At(value: context.Target, serverText: finding.ServerText) : finding;

    private Finding OfMechanism(MailFailure failure, LoginMethod way) => failure.SaslFault switch
    {
        SaslFault.NotPossibleHere => MechanismFindings.AuthenticateMechanismUnusable.At(value: way.Name, detail: failure.Detail),
        SaslFault.KdcNotFound => MechanismFindings.AuthenticateKdcNotFound.At(value: context.Plan.User, detail: failure.Detail),
        SaslFault.TicketRefused => MechanismFindings.AuthenticateTicketRefused.At(value: context.Plan.User, detail: failure.Detail),
        SaslFault.ServiceUnknown => MechanismFindings.AuthenticateServiceUnknown.At(value: failure.Detail),
        SaslFault.ChannelBinding => MechanismFindings.AuthenticateChannelBindingRequired.At(value: way.Name, serverText: failure.Detail),
        SaslFault.ServerNotProven => MechanismFindings.AuthenticateServerNotProven.At(value: way.Name, serverText: failure.ServerText),
        _ => AccountFindings.AuthenticateMechanismBroken.At(value: way.Name, serverText: failure.ServerText),
    };

    private static Finding Fails(LoginMethod way, Finding finding, LoginMethod works) =>
        MechanismFindings.AuthenticateMechanismFails.At(value: way.Name, detail: works.Name, serverText: finding.ServerText);

    // What was sent in plaintext may be read, including the password if the method sends it.
    private IEnumerable<Finding> Exposed(LoginMethod way)
    {
        if (!AllowsPlaintext) yield break;
        yield return way.SendsSecret ? OverPlaintext() : OverPlaintext() with { CauseTemplate = MechanismFindings.GuessableCause };
    }

    private Finding OverPlaintext() =>
        IsForbidden ? AuthenticateFindings.TokenOverPlaintext(context.Target) : AuthenticateFindings.AuthenticateOverPlaintext.At(value: context.Target);

    // The XOAUTH2 error (and RFC 7628 section 3.2.2) contains the required scope of the token.
    private static Finding WithScope(Finding finding, AuthenticateFacts facts) =>
        facts.OAuthScope is { } scope ? finding with { CauseTemplate = finding.CauseTemplate + " It requires a token with the scope {limit}.", Limit = scope } : finding;

    private sealed record FailedLogin(LoginMethod Way, Finding Finding);
}
