using System.Net.Security;
using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Replies;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Probes;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>The TLS handshake; if it fails, further connections investigate what the server supports.</summary>
internal sealed class TlsStage : ConnectionStage
{
    private const int HandshakeFailure = 40;
    private const int IllegalParameter = 47;
    private const int AccessDenied = 49;
    private const int InternalError = 80;
    private const int UnrecognizedName = 112;

    // Replies of Haraka, smtp-server, Exim, Postfix postscreen and Sendmail to clients that talk before the greeting. A server
    // that replies so to a ClientHello speaks plaintext.
    private static readonly string[] EarlyTalk = ["too soon", "synchronization error", "protocol error", "pre-greeting", "early talker"];

    public override TestStage Name => TestStage.Tls;

    public override TestStage[] Needs => [TestStage.Connect, TestStage.StartTls];

    public override string? SkipReason(ServerTestContext context) =>
        base.SkipReason(context) ?? (context.Plan.Tls == TlsMode.None ? "no secure connection is requested" : null);

    public override async Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation)
    {
        var result = await context.Session!.SecureAsync(cancellation).ConfigureAwait(false);
        var facts = result.Facts!;
        if (result.Failure is not { } failure)
            return new StageOutcome(facts, [.. CertificateFindings.OfAccepted(facts, context.Services.Clock)]);
        if (failure.Kind == MailFailureKind.CertificateRefused)
            return new StageOutcome(facts, [.. CertificateFindings.OfRefused(facts, context.Plan.Host)]);
        if (failure.Kind == MailFailureKind.ClientCertificateRequired || failure.Reply is not null)
            return new StageOutcome(facts, RejectedReplies.Describe(context, failure, ReplyPosition.StartTls, () => ConnectionFindings.StartTlsRefused.At(value: context.Target, serverText: failure.ServerText)));
        // A server that closes the connection instead of answering has failed the handshake.
        var isHandshake = failure.Kind is MailFailureKind.HandshakeFailed or MailFailureKind.CertificateRefused or MailFailureKind.Disconnected;
        if (!isHandshake) return new StageOutcome(facts, StageFailures.Describe(context, failure, TlsFindings.TlsHandshake));
        return await LookAsync(context, failure, facts, cancellation).ConfigureAwait(false);
    }

    private static async Task<StageOutcome> LookAsync(ServerTestContext context, MailFailure failure, TlsFacts facts, CancellationToken cancellation)
    {
        var answer = failure.TlsAnswer;
        if (answer is { Kind: TlsPeerAnswerKind.Plaintext })
            return new StageOutcome(facts, await TryRefusalAsync(context, failure, cancellation).ConfigureAwait(false) ?? Plaintext(context, failure));

        // Further connections would ask for the same name.
        if (!context.MayProbe || answer?.AlertCode == UnrecognizedName) return new StageOutcome(facts, Failed(context, failure, ""));
        var protocol = context.Plan.Kind == TestKind.Outgoing ? MailProtocol.Smtp : MailProtocol.Imap;
        var looked = await context.Services.Sessions.Probe.FindTlsVersionsAsync(context.SessionOptions(), protocol, cancellation).ConfigureAwait(false);
        if (looked.Facts is not { } versions) return new StageOutcome(facts, Failed(context, failure, ""));

        var supported = versions.Answers.Where(one => one.Accepted).Select(one => NameOf(one.Version)).ToList();
        context.Note($"Further connections: the server supports {(supported.Count == 0 ? "no TLS version" : string.Join(", ", supported))}.");
        var suites = versions.Answers.Select(one => one.CipherSuite).OfType<TlsCipherSuite>().ToList();
        facts = facts with { SupportedVersions = supported, ChosenCipherSuites = [.. suites.Select(suite => suite.ToString())] };
        if (versions.SupportsOnlyOld) return new StageOutcome(facts, TlsFindings.TlsOldVersion.At(value: context.Target, detail: string.Join(", ", supported)));
        var reason = failure.HandshakeReason ?? (IsInconclusive(answer) && failure.TlsOffer is { } offer ? versions.ReasonFor(offer) : null);
        if (reason is { } known) return new StageOutcome(facts, HandshakeReasons.Describe(known, context.Target, versions.Answers));
        return new StageOutcome(facts, Failed(context, failure,
            supported.Count == 0 ? "; further connections found no TLS version that it supports" : $"; according to further connections it supports {string.Join(", ", supported)}"));
    }

    // No alert, or one that a server sends if it finds nothing in common (RFC 8446 section 6.2).
    private static bool IsInconclusive(TlsPeerAnswer? answer) => answer?.AlertCode is null or HandshakeFailure or IllegalParameter;

    // A TLS server may reject a connection in plaintext: such a line alone does not prove a plaintext port.
    private static async Task<Finding?> TryRefusalAsync(ServerTestContext context, MailFailure failure, CancellationToken cancellation)
    {
        if (context.Plan.Tls != TlsMode.Implicit || !IsRefusal(failure.TlsAnswer?.Text) || !context.MayProbe) return null;
        var again = await context.Services.Sessions.Probe.TryTlsAsync(context.SessionOptions(), cancellation).ConfigureAwait(false);
        context.Note($"A second connection that speaks TLS: {again.Facts?.Protocol.ToString() ?? "no answer"}.");
        var line = again.Facts is { Protocol: not (PeerProtocol.Tls or PeerProtocol.Silent), Text: { } text } ? text : failure.ServerText ?? failure.TlsAnswer!.Text!;
        return IsRefusal(line) ? RejectedReplies.OfLine(context, failure, line) : null;
    }

    private static bool IsRefusal(string? text) => text is not null && !EarlyTalk.Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase))
        && (text.StartsWith("* BYE", StringComparison.Ordinal) || (text.Length >= 3 && text[0] is '4' or '5' && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2])));

    // After STARTTLS plaintext does not mean a wrong port, but unexpected bytes.
    private static Finding Plaintext(ServerTestContext context, MailFailure failure)
    {
        var text = failure.ServerText ?? failure.TlsAnswer?.Text;
        if (context.Plan.Tls == TlsMode.StartTls)
            return TlsFindings.TlsHandshake.At(value: context.Target, detail: "plaintext was received instead of the handshake", serverText: text) with { StepTemplate = TlsFindings.AfterStartTlsStep };
        // Suggest STARTTLS only if a protocol that supports it was recognized. Unknown bytes may contain line breaks anywhere.
        return failure.Speaks switch
        {
            { } speaks when speaks == StageFailures.Expected(context) => TlsFindings.TlsPlaintextPort.At(value: context.Target, serverText: StageFailures.FirstLine(text)),
            { } speaks and not (PeerProtocol.Unknown or PeerProtocol.Silent) => StageFailures.OtherProtocol(context, speaks.ToString(), text),
            _ => GreetingStage.NotThisProtocol(context, ConnectionFindings.UnknownSpeaker, text),
        };
    }

    private static Finding Failed(ServerTestContext context, MailFailure failure, string versions)
    {
        if (failure.HandshakeReason is { } reason) return HandshakeReasons.Describe(reason, context.Target, []);
        var answer = failure.TlsAnswer switch
        {
            { AlertCode: UnrecognizedName } alert => $"the server does not know the name it was asked for, '{context.Plan.Host}' (alert {alert.AlertName})",
            { Kind: TlsPeerAnswerKind.Alert } alert => $"the server sent the alert {alert.AlertName}",
            { Kind: TlsPeerAnswerKind.Nothing } => "the server closed the connection without an answer",
            _ => failure.Detail is { } words ? $"this machine's TLS library gave up ({words})" : "no details are known",
        };
        return TlsFindings.TlsHandshake.At(value: context.Target, detail: answer + versions) with { StepTemplate = HandshakeStep(failure.TlsAnswer) };
    }

    // The alert, if any, shows whose fault it is (RFC 8446 section 6.2).
    private static string HandshakeStep(TlsPeerAnswer? answer) => answer switch
    {
        { Kind: TlsPeerAnswerKind.Alert, AlertCode: AccessDenied } => TlsFindings.AccessDeniedStep,
        { Kind: TlsPeerAnswerKind.Alert, AlertCode: InternalError } => TlsFindings.InternalErrorStep,
        { Kind: TlsPeerAnswerKind.Alert, AlertCode: UnrecognizedName } => TlsFindings.NameNotServedStep,
        _ => TlsFindings.TlsHandshake.NextStep,
    };

    private static string NameOf(TlsVersion version) => version switch
    {
        TlsVersion.Ssl30 => "SSL 3.0",
        TlsVersion.Tls10 => "TLS 1.0",
        TlsVersion.Tls11 => "TLS 1.1",
        TlsVersion.Tls12 => "TLS 1.2",
        _ => "TLS 1.3",
    };
}
