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

/// <summary>The server's first line; if there is none, further connections find out what is listening.</summary>
internal sealed class GreetingStage : ConnectionStage
{
    public override TestStage Name => TestStage.Greeting;

    // Only implicit TLS precedes the greeting; a handshake after STARTTLS has not happened yet.
    public override TestStage[] Needs => [TestStage.Connect, TestStage.Tls];

    public override async Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation)
    {
        var result = await context.Session!.ReadGreetingAsync(cancellation).ConfigureAwait(false);
        if (result.Failure is not { } failure) return Greeted(context, result.Facts!);
        if (!IsSilence(failure)) return Refused(context, result.Facts!, failure);
        // Only after the session has ended: a greeting might still come, and parallel connections look like an attack.
        var seen = context.MayProbe ? await LookAsync(context, cancellation).ConfigureAwait(false) : null;
        return seen ?? new StageOutcome(null, StageFailures.TryDescribe(context, failure)!);
    }

    private static StageOutcome Greeted(ServerTestContext context, GreetingFacts facts)
    {
        context.Greeting = facts.Line;
        if (!facts.PreAuthenticated) return new StageOutcome(facts);
        context.IsLoggedIn = true;
        var finding = ConnectionFindings.GreetingPreAuthenticated.At(value: context.Target, serverText: facts.Line);
        // If a login should be tested but cannot be made, the test has failed.
        var isFailure = context.Plan.Tls == TlsMode.StartTls || context.Plan.User is not null;
        return new StageOutcome(facts, isFailure ? finding with { Severity = Severity.Error } : finding);
    }

    private static StageOutcome Refused(ServerTestContext context, GreetingFacts facts, MailFailure failure)
    {
        if (failure is { Kind: MailFailureKind.NotThisProtocol, Speaks: PeerProtocol.Http } && CaptivePortals.TryDescribe(context, failure.ServerText) is { } portal)
            return new StageOutcome(facts, portal);
        return new StageOutcome(facts, RejectedReplies.Describe(context, failure, ReplyPosition.Greeting,
            () => (IsTransient(failure) ? ConnectionFindings.GreetingTryLater : ConnectionFindings.GreetingRefused).At(value: context.Target, serverText: failure.ServerText)));
    }

    private static bool IsTransient(MailFailure failure) => failure.Reply is SmtpReply { IsTransient: true } or ImapReply { ResponseCode: "UNAVAILABLE" or "INUSE" or "LIMIT" };

    private static bool IsSilence(MailFailure failure) =>
        failure.Kind is MailFailureKind.TimedOut or MailFailureKind.Disconnected && string.IsNullOrEmpty(failure.ServerText);

    // No greeting: with implicit TLS or HTTP the client must send first. At most two further connections find out.
    private static async Task<StageOutcome?> LookAsync(ServerTestContext context, CancellationToken cancellation)
    {
        if (context.Plan.Tls == TlsMode.Implicit || !await SpeaksTlsAsync(context, cancellation).ConfigureAwait(false))
            return await FindSpeakerAsync(context, context.SessionOptions(), cancellation).ConfigureAwait(false);
        // Suggest implicit TLS only if the requested protocol may be inside; also if the certificate prevents finding out.
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
        if (speaker.Facts is not { Protocol: not (PeerProtocol.Silent or PeerProtocol.Unknown or PeerProtocol.Tls) } found || found.Protocol == StageFailures.Expected(context)) return null;
        var portal = found.Protocol == PeerProtocol.Http ? CaptivePortals.TryDescribe(context, found.Text) : null;
        return new StageOutcome(new GreetingFacts { Speaks = found.Protocol },
            portal ?? NotThisProtocol(context, $"{found.Protocol.ToString().ToUpperInvariant()}{over}", StageFailures.FirstLine(found.Text)));
    }

    /// <summary>Creates the finding for an unexpected protocol.</summary>
    /// <param name="context">The test.</param>
    /// <param name="speaks">The protocol that answers.</param>
    /// <param name="text">Its answer, without the user's name.</param>
    public static Finding NotThisProtocol(ServerTestContext context, string speaks, string? text) => ConnectionFindings.GreetingNotThisProtocol.At(
        value: context.Target, detail: speaks, limit: StageFailures.Expected(context).ToString().ToUpperInvariant(), serverText: text);
}
