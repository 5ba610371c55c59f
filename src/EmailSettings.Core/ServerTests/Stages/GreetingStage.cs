using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Replies;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Probes;
using EmailSettings.Mail.Smtp;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>The server's first line; where there is none, further looks at what speaks there.</summary>
internal sealed class GreetingStage : ConnectionStage
{
    public override TestStage Name => TestStage.Greeting;

    // Only implicit TLS comes before the greeting; a handshake after STARTTLS has not been tried yet.
    public override IReadOnlyList<TestStage> Needs => [TestStage.Connect, TestStage.Tls];

    public override async Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation)
    {
        var result = await context.Session!.ReadGreetingAsync(cancellation).ConfigureAwait(false);
        if (result.Failure is not { } failure) return Greeted(context, result.Facts!);
        if (!IsSilence(failure)) return Refused(context, result.Facts!, failure);
        // The session has ended: until then a greeting might have come, and connections beside it look like an attack.
        var seen = context.MayProbe ? await LookAsync(context, cancellation).ConfigureAwait(false) : null;
        return seen ?? new StageOutcome(null, StepFailures.TryDescribe(context, failure)!);
    }

    private static StageOutcome Greeted(ServerTestContext context, GreetingFacts facts)
    {
        context.Greeting = facts.Line;
        if (!facts.PreAuthenticated) return new StageOutcome(facts);
        context.IsLoggedIn = true;
        var finding = ConnectionFindings.GreetingPreAuthenticated.At(value: context.Target, serverText: facts.Line);
        // A login that was to be tested and cannot be made is a test that failed.
        var isFailure = context.Plan.Tls == TlsMode.StartTls || context.Plan.User is not null;
        return new StageOutcome(facts, isFailure ? finding with { Severity = Severity.Error } : finding);
    }

    private static StageOutcome Refused(ServerTestContext context, GreetingFacts facts, MailFailure failure)
    {
        if (failure is { Kind: MailFailureKind.NotThisProtocol, Speaks: PeerProtocol.Http } && PortalPages.TryDescribe(context, failure.ServerText) is { } portal)
            return new StageOutcome(facts, portal);
        return new StageOutcome(facts, RefusedReplies.Describe(context, failure, ReplyPlace.Greeting,
            () => (IsTransient(failure) ? ConnectionFindings.GreetingTryLater : ConnectionFindings.GreetingRefused).At(value: context.Target, serverText: failure.ServerText)));
    }

    private static bool IsTransient(MailFailure failure) => failure.Reply is SmtpReply { IsTransient: true } or ImapReply { ResponseCode: "UNAVAILABLE" or "INUSE" or "LIMIT" };

    private static bool IsSilence(MailFailure failure) =>
        failure.Kind is MailFailureKind.TimedOut or MailFailureKind.Disconnected && string.IsNullOrEmpty(failure.ServerText);

    // Silence where a greeting belongs: TLS from the first byte waits for us, and so does HTTP. At most two further connections
    // look.
    private static async Task<StageOutcome?> LookAsync(ServerTestContext context, CancellationToken cancellation)
    {
        if (context.Plan.Tls == TlsMode.Implicit || !await SpeaksTlsAsync(context, cancellation).ConfigureAwait(false))
            return await FindSpeakerAsync(context, context.SessionOptions(), cancellation).ConfigureAwait(false);
        // Implicit TLS is the advice only where the protocol asked for may be within; so it is, too, where the certificate ends
        // this look.
        var options = context.SessionOptions();
        options = options with { Endpoint = options.Endpoint with { TlsMode = TlsMode.Implicit } };
        return await FindSpeakerAsync(context, options, cancellation).ConfigureAwait(false)
            ?? new StageOutcome(new GreetingFacts { Speaks = PeerProtocol.Tls }, ImplicitPort(context));
    }

    private static Finding ImplicitPort(ServerTestContext context)
    {
        var finding = TlsFindings.TlsImplicitPort.At(value: context.Target);
        return context.Plan.Kind == TestKind.Outgoing ? finding with { StepTemplate = TlsFindings.OutgoingImplicitStep } : finding;
    }

    private static async Task<bool> SpeaksTlsAsync(ServerTestContext context, CancellationToken cancellation)
    {
        var tls = await context.Services.Sessions.Probe.TryTlsAsync(context.SessionOptions(), cancellation).ConfigureAwait(false);
        context.Note($"A second connection that speaks TLS at once: {tls.Facts?.Protocol.ToString() ?? "no answer"}.");
        return tls.Facts?.Protocol == PeerProtocol.Tls;
    }

    private static async Task<StageOutcome?> FindSpeakerAsync(ServerTestContext context, MailSessionOptions options, CancellationToken cancellation)
    {
        var over = options.Endpoint.TlsMode == TlsMode.Implicit ? " over TLS" : "";
        var speaker = await context.Services.Sessions.Probe.FindSpeakerAsync(options, cancellation).ConfigureAwait(false);
        context.Note($"A further connection that sends a line{over}: {speaker.Facts?.Protocol.ToString() ?? "no answer"}.");
        if (speaker.Facts is not { Protocol: not (PeerProtocol.Silent or PeerProtocol.Unknown or PeerProtocol.Tls) } found || found.Protocol == StepFailures.Expected(context)) return null;
        var portal = found.Protocol == PeerProtocol.Http ? PortalPages.TryDescribe(context, found.Text) : null;
        return new StageOutcome(new GreetingFacts { Speaks = found.Protocol },
            portal ?? NotThisProtocol(context, $"{found.Protocol.ToString().ToUpperInvariant()}{over}", StepFailures.FirstLine(found.Text)));
    }

    /// <summary>What answers is not what was asked for.</summary>
    /// <param name="context">The test.</param>
    /// <param name="speaks">What it is.</param>
    /// <param name="text">What it said, without the user's name.</param>
    public static Finding NotThisProtocol(ServerTestContext context, string speaks, string? text) => ConnectionFindings.GreetingNotThisProtocol.At(
        value: context.Target, detail: speaks, limit: StepFailures.Expected(context).ToString().ToUpperInvariant(), serverText: text);
}
