using EmailSettings.Core.Findings;
using EmailSettings.Core.Judging;
using EmailSettings.Core.OAuth;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Planning;
using EmailSettings.Core.ServerTests.Replies;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Core.Settings;
using EmailSettings.Mail;
using EmailSettings.Mail.Redaction;
using EmailSettings.Mail.Smtp;
using EmailSettings.Messages.Sending;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>Composes a real message according to the settings, sends it, and searches for it in a mailbox on request.</summary>
internal sealed class SendMessageStage(ServerTestRunner run) : Stage
{
    // The session is replayed, so this name is never sent.
    private const string ClientName = "localhost";

    public override TestStage Name => TestStage.Message;

    public override TestStage[] Needs => [TestStage.Token, TestStage.Envelope];

    public override string? SkipReason(ServerTestContext context) => context.Plan.Request is OutgoingTestRequest { Message: not null } ? null : "no message was requested";

    /// <summary>Composes the message for the server's capabilities, before its envelope is sent.</summary>
    public static void Compose(ServerTestContext context)
    {
        var request = (OutgoingTestRequest)context.Plan.Request;
        try
        {
            context.Message = Settle(context.Plan, request, context.UsesGraph ? null : context.Smtp.Capabilities, context.Services.Clock);
            if (request.Message!.OutPath is { } path) Write(context.Message, path);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            context.Message?.Dispose();
            context.Message = null;
            context.MessageFault = SettingsFindings.SettingsInvalid.At(value: "message", detail: e.Message);
        }
    }

    /// <summary>Composes the message that a test sends.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="request">What to send.</param>
    /// <param name="offered">What the server offers; null if unknown.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="FormatException">An address is invalid.</exception>
    /// <exception cref="IOException">An attachment cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not read an attachment.</exception>
    public static PreparedMessage Settle(ServerTestPlan plan, OutgoingTestRequest request, SmtpCapabilities? offered, TimeProvider clock)
    {
        var settings = new MessageSettings(plan.Basic, AttachmentSettings.Default, ErrorTexts.Default, plan.Outgoing);
        var takes = offered is null ? EncodingSupport.Typical : new EncodingSupport(offered.EightBitMime, offered is { BinaryMime: true, Chunking: true });
        return PreparedMessage.Compose(request.Message!.Content, request.SenderAddress!, request.RecipientAddress!, settings, takes, clock.GetUtcNow());
    }

    public override async Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation)
    {
        // Graph has no separate envelope stage, which otherwise composes the message.
        if (context.UsesGraph) Compose(context);
        if (context.Message is not { } settled) return new StageOutcome(null, context.MessageFault!);
        var request = (OutgoingTestRequest)context.Plan.Request;
        var facts = new MessageStageFacts
        {
            MessageId = DisplayText.Escape(settled.Message.MessageId),
            SizeBytes = settled.Message.SizeBytes,
            BodyEncoding = settled.BodyEncoding.Name,
            Attachments = [.. settled.Attachments.Select(attachment => $"{DisplayText.Shorten(attachment.Name, 200)}: {attachment.Encoding.Name}")],
        };
        // Do not send what the platform would not send.
        if (!settled.IsSendable) return new StageOutcome(facts, settled.Findings);
        var (sent, failure) = context.UsesGraph
            ? await SendOverGraphAsync(context, settled, facts, cancellation).ConfigureAwait(false)
            : await SendOverSmtpAsync(context, settled, facts, cancellation).ConfigureAwait(false);
        if (failure is not null) return new StageOutcome(sent, [.. settled.Findings, failure]);
        if (context.Plan.FindAgain is not { } plan) return new StageOutcome(sent, settled.Findings);
        var search = new MessageSearch(settled.Message.MessageId, request.Message!.FindWithin, context.Services.Clock.GetUtcNow())
        {
            Attachments = settled.Attachments,
            FromDomain = request.SenderAddress!.Split('@')[^1],
            AuthenticationServer = request.Message.AuthenticationServer,
        };
        var (found, findings) = await FindAsync(context, plan, search, sent, cancellation).ConfigureAwait(false);
        return new StageOutcome(found, [.. settled.Findings, .. findings]);
    }

    private static async Task<(MessageStageFacts Facts, Finding? Failure)> SendOverSmtpAsync(
        ServerTestContext context, PreparedMessage settled, MessageStageFacts facts, CancellationToken cancellation)
    {
        var request = (OutgoingTestRequest)context.Plan.Request;
        var delivery = new MessageDelivery(settled.Message, request.SenderAddress!, [request.RecipientAddress!], ClientName);
        var result = await context.Smtp.LendAsync(
            (stream, token) => MessageSender.SendAsync(stream, context.Plan.Host!, context.Plan.Port, delivery, token), cancellation).ConfigureAwait(false);
        facts = facts with { Reply = (result.Facts ?? result.Failure?.Reply)?.Line };
        return (facts, result.Failure is { } failure ? Describe(context, failure) : null);
    }

    private static async Task<(MessageStageFacts Facts, Finding? Failure)> SendOverGraphAsync(
        ServerTestContext context, PreparedMessage settled, MessageStageFacts facts, CancellationToken cancellation)
    {
        using var message = new MemoryStream();
        settled.Message.WriteTo(message, cancellation);
        using var client = new GraphClient(context.HttpOptions);
        var mailbox = context.Plan.User ?? ((OutgoingTestRequest)context.Plan.Request).SenderAddress!;
        var outcome = await client.SendMailAsync(context.GraphRoot, mailbox, message.GetBuffer().AsMemory(0, (int)message.Length), context.Token!.Token!, cancellation).ConfigureAwait(false);
        facts = facts with { Via = "Graph", RequestId = outcome.RequestId, Reply = outcome.HttpStatus is { } status ? $"HTTP {status}" : null };
        if (outcome.Status == GraphStatus.Done) return (facts, null);
        return (facts, outcome.MayBeDone ? SendingFindings.MessageOutcomeUnknown.At(serverText: outcome.Detail) : GraphFindings.Describe(context, outcome));
    }

    private static void Write(PreparedMessage settled, string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        settled.Message.WriteTo(file, CancellationToken.None);
    }

    // A server that accepted the message but could not confirm it looks like one that did not accept it. Only the user may send
    // it again.
    private static Finding Describe(ServerTestContext context, MailFailure failure)
    {
        if (failure is { Command: SmtpCommands.EndOfData, Kind: MailFailureKind.TimedOut or MailFailureKind.Disconnected })
        {
            context.IsConnectionLost = true;
            return SendingFindings.MessageOutcomeUnknown.At(serverText: failure.ServerText);
        }
        return RejectedReplies.Describe(context, failure, ReplyPosition.Message, RejectedReplies.LastResort(context, DeliveryFindings.MessageRefused, failure));
    }

    private async Task<(MessageStageFacts Facts, IReadOnlyList<Finding> Findings)> FindAsync(
        ServerTestContext context, ServerTestPlan plan, MessageSearch search, MessageStageFacts facts, CancellationToken cancellation)
    {
        var report = await run.RunAsync(plan with { Search = search }, cancellation).ConfigureAwait(false);
        context.FoundAgain = report;
        var stage = report.Stages.FirstOrDefault(stage => stage.Stage == TestStage.Message);
        if (stage?.Facts is not MessageStageFacts { FoundAgain: true } found)
        {
            var missing = report.Findings.FirstOrDefault(finding => finding.Id == DeliveryFindings.MessageNotFoundAgain.Id);
            return (facts with { FoundAgain = false }, [missing ?? DeliveryFindings.MessageNotFoundAgain.At(value: report.Target, detail: report.Primary?.Cause ?? "the mailbox was not opened")]);
        }
        facts = facts with
        {
            FoundAgain = true,
            Folder = found.Folder,
            UnderWayMs = found.UnderWayMs,
            AttachmentsIntact = found.AttachmentsIntact,
            Hops = found.Hops,
            AuthenticationServer = found.AuthenticationServer,
            Authentication = found.Authentication,
        };
        return (facts, stage.Findings);
    }
}
