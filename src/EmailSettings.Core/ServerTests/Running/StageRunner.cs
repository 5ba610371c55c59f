using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Reports;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>Runs the stages of a test within its time limit.</summary>
internal sealed class StageRunner(ServerTestContext context)
{
    private const string TestTimeLimit = "the time limit of the test";

    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public async Task RunAsync(IReadOnlyList<Stage> stages, CancellationToken caller)
    {
        var clock = context.Services.Clock;
        using var limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(caller, limit.Token);
        string? ended = null;
        var trials = new AddressTrials(context);
        for (var at = 0; at < stages.Count; at++)
        {
            var stage = stages[at];
            caller.ThrowIfCancellationRequested();
            if ((ended ?? context.Journal.BlockedBy(stage.Needs)) is { } reason) context.Journal.Block(stage.Name, reason);
            else if (stage.SkipReason(context) is { } inapplicable) context.Journal.Skip(stage.Name, inapplicable);
            else if (!await TryRunAsync(stage, either.Token, caller).ConfigureAwait(false)) ended = "the test timed out";

            // The plan's limits are valid only after the Settings stage has passed.
            if (stage.Name == TestStage.Settings && context.Journal.BlockedBy(TestStage.Settings) is null) limit.CancelAfter(context.Plan.Request.Timeouts.Total);

            var endsTrial = AddressTrials.Holds(stage) && !(at + 1 < stages.Count && AddressTrials.Holds(stages[at + 1]));
            if (endsTrial && ended is null && trials.IsOneOfSeveral && await TryNextAddressAsync(trials, either.Token, caller).ConfigureAwait(false)) at = FirstOfTrial(stages) - 1;
        }
    }

    private static int FirstOfTrial(IReadOnlyList<Stage> stages)
    {
        var first = 0;
        while (!AddressTrials.Holds(stages[first])) first++;
        return first;
    }

    private static async Task<bool> TryNextAddressAsync(AddressTrials trials, CancellationToken either, CancellationToken caller)
    {
        try
        {
            return await trials.ShouldContinueAsync(either).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            // Timed out: the next stage reports it.
            return true;
        }
    }

    private async Task<bool> TryRunAsync(Stage stage, CancellationToken either, CancellationToken caller)
    {
        var start = context.Services.Clock.GetTimestamp();
        try
        {
            var outcome = await stage.RunAsync(context, either).ConfigureAwait(false);
            context.Journal.Add(stage.Name, context.Services.Clock.GetElapsedTime(start), outcome);
            return true;
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            context.Journal.Add(stage.Name, context.Services.Clock.GetElapsedTime(start), new StageOutcome(null, TimeUp(stage.Name)));
            return false;
        }
        catch (OperationCanceledException)
        {
            throw new OperationCanceledException(caller);
        }
    }

    private Finding TimeUp(TestStage stage)
    {
        var seconds = context.Plan.Request.Timeouts.Total.TotalSeconds.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);
        var detail = $"{TestTimeLimit}, {seconds} s, ended it";
        return stage switch
        {
            TestStage.Dns => ConnectionFindings.DnsFailed.At(value: context.Plan.Host, detail: detail),
            TestStage.Connect => ConnectionFindings.ConnectTimedOut.At(value: context.Target, detail: detail),
            TestStage.Token when context.IsDeviceCodeShown => TokenFindings.TokenDeviceCodeNotConfirmed.At(),
            TestStage.Token => TokenFindings.TokenUnreachable.At(value: context.Plan.Address?.Authority, detail: $"{detail}."),
            TestStage.Mailbox when context.UsesGraph => AuthenticateFindings.MailboxGraphUnreachable.At(value: context.GraphRoot.Authority, detail: $"{detail}."),
            _ => ReplyFindings.ReplyTimedOut.At(value: context.Session?.EndedBy is { } ended ? ReplyFindings.Answer(ended.Command) : $"stage {stage}", detail: $"{TestTimeLimit}, {seconds} s") with { StepTemplate = ReplyFindings.TotalStep },
        };
    }
}
