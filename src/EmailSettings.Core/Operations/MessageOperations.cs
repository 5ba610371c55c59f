using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Judging;
using EmailSettings.Core.Storage;
using EmailSettings.Messages.Naming;

namespace EmailSettings.Core.Operations;

/// <summary>Tests what the settings do to given messages. Nothing is written.</summary>
public sealed class MessageOperations
{
    private const int ProgressEvery = 50;
    private const string StandardInput = "-";

    private const StoreParts Parts = StoreParts.Basic | StoreParts.Attachments | StoreParts.ErrorTexts | StoreParts.Outgoing;

    private readonly ISettingsStore _store;
    private readonly AccessGuard _guard;
    private readonly ChangePlanner _planner;
    private readonly TimeProvider _clock;

    internal MessageOperations(ISettingsStore store, AccessGuard guard, CertificateFinder finder, TimeProvider clock)
    {
        _store = store;
        _guard = guard;
        _clock = clock;
        _planner = new ChangePlanner(finder, guard, clock);
    }

    /// <summary>
    /// Tests messages concurrently, returning the results in the order of the files. When settings are compared, equally treated
    /// messages are only counted.
    /// </summary>
    /// <param name="request">The messages and settings.</param>
    /// <param name="summary">Receives the counts at the end.</param>
    /// <param name="progress">Receives how many files have been returned and found so far, occasionally and from any
    /// thread.</param>
    /// <param name="cancellation">Cancels the test.</param>
    /// <exception cref="EmailSettingsException">A file does not exist, or a document would be refused.</exception>
    /// <exception cref="OperationCanceledException">The test was canceled.</exception>
    public async IAsyncEnumerable<JudgedMessage> TestAsync(
        MessageTestRequest request, Action<MessageSummary> summary, Action<int, int> progress, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(progress);
        RequireExisting(request.Paths);
        var judge = new MessageJudge(request.Direction, Read(request.DocumentPath), request.CompareWithPath is { } path ? Read(path) : null);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var run = new Run(judge, request, _clock.GetLocalNow());
        try
        {
            await foreach (var message in run.MessagesAsync(stop.Token).ConfigureAwait(false))
            {
                if (message.Differences is not { Count: 0 }) yield return message;
                if (run.Done % ProgressEvery == 0) progress(run.Done, Math.Max(run.Found, run.Done + 1));
            }
        }
        finally
        {
            // Stop all work when the caller stops enumerating.
            await stop.CancelAsync().ConfigureAwait(false);
        }
        progress(run.Done, run.Done);
        summary(run.Summary);
    }

    private static void RequireExisting(IEnumerable<string> paths)
    {
        var faults = paths.Where(path => !File.Exists(path) && !Directory.Exists(path))
            .Select(path => StoreErrors.FileUnusable.At("path", path, detail: "it does not exist")).ToList();
        if (faults.Count > 0) throw new EmailSettingsException(faults);
    }

    private MessageSettings Read(string? documentPath)
    {
        _guard.Require(OperationTable.Viewing(Parts));
        var stored = _store.Read(documentPath is null ? Parts : Parts | StoreParts.Incoming | StoreParts.Certificate | StoreParts.Secrets);
        if (documentPath is null) return new MessageSettings(stored.Basic, stored.Attachments, stored.ErrorTexts, stored.OutgoingServer);
        var draft = _planner.Preview(stored, DocumentReader.ReadChange(DocumentFile.Read(documentPath), documentPath));
        return new MessageSettings(draft.Basic.After, draft.Attachments.After, draft.ErrorTexts.After, draft.Outgoing.After);
    }

    /// <summary>One run: reads ahead as many files as there are processors, and returns their messages in order.</summary>
    private sealed class Run(MessageJudge judge, MessageTestRequest request, DateTimeOffset now)
    {
        private readonly string _day = now.ToString(@"yyyy\\MM\\dd\\", CultureInfo.InvariantCulture);
        private readonly UniqueNames _names = new();
        private int _found;

        public MessageSummary Summary { get; private set; } = new() { Different = request.CompareWithPath is null ? null : 0 };

        /// <summary>The number of files found so far.</summary>
        public int Found => Volatile.Read(ref _found);

        /// <summary>The number of files returned.</summary>
        public int Done { get; private set; }

        public async IAsyncEnumerable<JudgedMessage> MessagesAsync([EnumeratorCancellation] CancellationToken stop)
        {
            if (request.Input is { } input)
            {
                await using var spooled = await SpooledInput.ReadAsync(input, stop).ConfigureAwait(false);
                foreach (var message in judge.Judge(StandardInput, spooled, stop)) yield return Count(message);
            }
            var ahead = Channel.CreateBounded<Task<IEnumerable<JudgedMessage>?>>(4 * Environment.ProcessorCount);
            // On another thread, since listing a large folder takes time.
            var finding = Task.Run(() => FindAsync(ahead.Writer, stop), stop);
            await foreach (var file in ahead.Reader.ReadAllAsync(stop).ConfigureAwait(false))
            {
                var messages = await file.ConfigureAwait(false);
                if (messages is null) Summary = Summary with { NotMail = Summary.NotMail + 1 };
                foreach (var message in messages ?? []) yield return Count(message);
                Done++;
            }
            await finding.ConfigureAwait(false);
        }

        private async Task FindAsync(ChannelWriter<Task<IEnumerable<JudgedMessage>?>> ahead, CancellationToken stop)
        {
            Exception? fault = null;
            try
            {
                foreach (var file in MessageFiles.Find(request.Paths, request.Recurse, stop))
                {
                    await ahead.WaitToWriteAsync(stop).ConfigureAwait(false);
                    Interlocked.Increment(ref _found);
                    await ahead.WriteAsync(Task.Run(() => judge.Judge(file, stop), stop), stop).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException e)
            {
                fault = e;
            }
            ahead.Complete(fault);
        }

        private JudgedMessage Count(JudgedMessage message)
        {
            var placed = message with { Attachments = [.. message.Attachments.Select(Place)] };
            Summary = Summary.With(placed);
            return placed;
        }

        // Equal names of the same day share a folder, whichever messages they come from.
        private JudgedAttachment Place(JudgedAttachment attachment) =>
            attachment.GoesTo == AttachmentPlace.Folder ? attachment with { Path = _day + _names.Take(attachment.SafeName) } : attachment;
    }
}
