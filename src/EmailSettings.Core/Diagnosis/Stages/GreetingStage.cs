using EmailSettings.Core.Diagnosis.Facts;
using EmailSettings.Core.Diagnosis.Findings;
using EmailSettings.Core.Diagnosis.Running;
using EmailSettings.Mail;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Probes;
using EmailSettings.Mail.Smtp;

namespace EmailSettings.Core.Diagnosis.Stages;

/// <summary>The server's first line; where there is none, further looks at what speaks there.</summary>
internal sealed class GreetingStage : ConnectionStage
{
    public override TestStage Name => TestStage.Greeting;

    // Only implicit TLS comes before the greeting; a handshake after STARTTLS has not been tried yet.
    public override IReadOnlyList<TestStage> Needs => [TestStage.Connect, TestStage.Tls];

    public override async Task<StageOutcome> RunAsync(TestContext context, CancellationToken cancellation)
    {
        var result = await context.Session!.ReadGreetingAsync(cancellation).ConfigureAwait(false);
        if (result.Failure is { } failure) return await ExplainAsync(context, failure, cancellation).ConfigureAwait(false);

        var greeting = result.Facts!;
        var facts = new GreetingStageFacts { Line = context.Show(greeting.Line), PreAuthenticated = greeting.PreAuthenticated };
        if (!greeting.PreAuthenticated) return new StageOutcome(facts);
        context.IsLoggedIn = true;
        var finding = ConnectionFindings.GreetingPreAuthenticated.At(context.Target, serverText: context.Clean(greeting.Line));
        return new StageOutcome(facts, context.Plan.Tls == TlsMode.StartTls ? finding with { Severity = Severity.Error } : finding);
    }

    private static Task<StageOutcome> ExplainAsync(TestContext context, MailFailure failure, CancellationToken cancellation)
    {
        if (failure.Kind is MailFailureKind.TimedOut or MailFailureKind.Disconnected && string.IsNullOrEmpty(failure.ServerText))
            return LookAsync(context, failure, cancellation);
        var facts = new GreetingStageFacts { Line = context.Show(failure.ServerText), Speaks = failure.Speaks?.ToString() };
        var row = IsTransient(failure) ? ConnectionFindings.GreetingTryLater : ConnectionFindings.GreetingRefused;
        return Task.FromResult(new StageOutcome(facts, StepFailures.Describe(context, failure, row)));
    }

    private static bool IsTransient(MailFailure failure) => failure.Reply switch
    {
        SmtpReply smtp => smtp.IsTransient,
        ImapReply imap => imap.ResponseCode is "UNAVAILABLE" or "INUSE" or "LIMIT" || ServerWords.SaysTooMany(imap.Text) || ServerWords.SaysLater(imap.Text),
        _ => false,
    };

    // Silence where a greeting belongs: TLS from the first byte waits for us, and so does HTTP.
    private static async Task<StageOutcome> LookAsync(TestContext context, MailFailure failure, CancellationToken cancellation)
    {
        var probe = context.Services.Sessions.Probe;
        if (context.Plan.Tls != TlsMode.Implicit)
        {
            var tls = await probe.TryTlsAsync(context.SessionOptions(), cancellation).ConfigureAwait(false);
            context.Note($"A second connection that speaks TLS at once: {tls.Facts?.Protocol.ToString() ?? "no answer"}.");
            if (tls.Facts?.Protocol == PeerProtocol.Tls)
                return new StageOutcome(new GreetingStageFacts { Speaks = nameof(PeerProtocol.Tls) }, TlsFindings.ImplicitPort.At(context.Target));
        }
        var speaker = await probe.FindSpeakerAsync(context.SessionOptions(), cancellation).ConfigureAwait(false);
        context.Note($"A further connection that sends a line: {speaker.Facts?.Protocol.ToString() ?? "no answer"}.");
        var expected = context.Plan.Kind == TestKind.Outgoing ? PeerProtocol.Smtp : PeerProtocol.Imap;
        return speaker.Facts is { Protocol: not (PeerProtocol.Silent or PeerProtocol.Unknown or PeerProtocol.Tls) } found && found.Protocol != expected
            ? new StageOutcome(new GreetingStageFacts { Speaks = found.Protocol.ToString() }, StepFailures.OtherProtocol(context, found.Protocol.ToString(), context.Clean(found.Text)))
            : new StageOutcome(null, StepFailures.TryDescribe(context, failure)!);
    }
}
