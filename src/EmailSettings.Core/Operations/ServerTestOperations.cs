using System.Runtime.CompilerServices;
using System.Threading.Channels;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Health;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Planning;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Core.ServerTests.Stages;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.Operations;

/// <summary>
/// Tests of servers: stored settings, overrides, and settings not yet saved. Nothing throws for a failing server; only a
/// wrong call is an error. Nothing is written.
/// </summary>
public sealed class ServerTestOperations
{
    private readonly ISettingsStore _store;
    private readonly CertificateFinder _finder;
    private readonly ChangePlanner _planner;
    private readonly TestServices _services;

    internal ServerTestOperations(ISettingsStore store, CertificateFinder finder, TestServices services)
    {
        _store = store;
        _finder = finder;
        _services = services;
        _planner = new ChangePlanner(finder, services.Clock);
    }

    /// <summary>
    /// Begins what every secured test needs and nothing of the settings decides, so that it is done while a caller still reads
    /// what to test or waits for a secret. Nothing has to call it.
    /// </summary>
    public static void ReadAhead() => SystemRoots.ReadAhead();

    /// <summary>Tests the outgoing server.</summary>
    /// <param name="request">What to test.</param>
    /// <param name="cancellation">Ends the test at once.</param>
    /// <exception cref="EmailSettingsException">The call is wrong: no such document or server, or a document that would be refused.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<ServerTestReport> TestOutgoingAsync(OutgoingTestRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var settings = Read(request.DocumentPath);
        var plan = Plan(request, path => path == request.DocumentPath ? settings : Read(path));
        using var secrets = new SecretOpening(settings.Stored, _finder, _services.Clock);
        return await new TestRun(_services, secrets).RunAsync(plan, cancellation).ConfigureAwait(false);
    }

    /// <summary>The message that a test would send, as it would stand in a file; the server is not asked what it takes.</summary>
    /// <param name="request">What would be tested, with a message.</param>
    /// <param name="target">Takes the message; not disposed.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <exception cref="EmailSettingsException">The call is wrong: no such document, no address, or an attachment that cannot be read.</exception>
    public void WriteMessage(OutgoingTestRequest request, Stream target, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request is not { Message: not null, SenderAddress: not null, RecipientAddress: not null })
            throw ServerTestErrors.ServerNotNamed.Error("message", limit: "a sender and a recipient");
        var plan = Plan(request, Read);
        try
        {
            using var settled = SendMessageStage.Settle(plan, request, null, _services.Clock);
            settled.Message.WriteTo(target, cancellation);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw ServerTestErrors.MessageInvalid.Error("message", detail: e.Message, inner: e);
        }
    }

    /// <summary>Tests one incoming server, or any IMAP mailbox.</summary>
    /// <inheritdoc cref="TestOutgoingAsync"/>
    public async Task<ServerTestReport> TestIncomingAsync(IncomingTestRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var settings = Read(request.DocumentPath);
        using var secrets = new SecretOpening(settings.Stored, _finder, _services.Clock);
        return await new TestRun(_services, secrets).RunAsync(IncomingTestPlanner.Plan(settings, request), cancellation).ConfigureAwait(false);
    }

    /// <summary>Tests many servers at once and gives each report as it is finished. No thread waits for a server.</summary>
    /// <param name="requests">What to test, of either kind; all are looked at before the first server is asked.</param>
    /// <param name="throttleLimit">At most so many at a time, 1 or more.</param>
    /// <param name="cancellation">Ends all tests at once.</param>
    /// <exception cref="EmailSettingsException">A call is wrong: no such document or server.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async IAsyncEnumerable<ServerTestReport> TestAsync(
        IEnumerable<ServerTestRequest> requests, int throttleLimit, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentOutOfRangeException.ThrowIfLessThan(throttleLimit, 1);
        var read = new Dictionary<string, TestedSettings>(StringComparer.Ordinal);
        TestedSettings SettingsOf(string? document)
        {
            if (!read.TryGetValue(document ?? "", out var settings)) read.Add(document ?? "", settings = Read(document));
            return settings;
        }

        var stored = SettingsOf(null);
        var plans = requests.Select(request => Plan(request, SettingsOf)).ToList();
        using var secrets = new SecretOpening(stored.Stored, _finder, _services.Clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var finished = Channel.CreateBounded<ServerTestReport>(throttleLimit);
        var work = RunAllAsync(plans, new TestRun(_services, secrets), finished.Writer, throttleLimit, stop.Token);
        try
        {
            await foreach (var report in finished.Reader.ReadAllAsync(cancellation).ConfigureAwait(false)) yield return report;
        }
        finally
        {
            // A caller that needs no more reports (or was interrupted) leaves no test behind.
            await stop.CancelAsync().ConfigureAwait(false);
            await work.ConfigureAwait(false);
        }
    }

    /// <summary>The incoming servers, stored or of a document, whose names a test takes.</summary>
    /// <param name="documentPath">The document; null for the stored ones.</param>
    /// <exception cref="EmailSettingsException">The document cannot be read, or would be refused.</exception>
    public IReadOnlyList<IncomingMailServer> ReadIncomingServers(string? documentPath) => Read(documentPath).Incoming;

    /// <summary>The tests of every stored server that need nothing but what is stored.</summary>
    public StoredServerTests FindStoredTests()
    {
        var stored = _store.Read(StoreParts.Outgoing | StoreParts.Incoming);
        var requests = new List<ServerTestRequest>();
        if (stored.OutgoingServer.Enabled) requests.Add(new OutgoingTestRequest());
        var byUser = stored.IncomingServers.ToLookup(server => server.Authentication == IncomingAuthentication.OAuthUser);
        requests.AddRange(byUser[false].Select(server => new IncomingTestRequest { Name = server.Name }));
        return new StoredServerTests(requests, [.. byUser[true].Select(server => StoredServerTests.NeedsUser(server.Name))]);
    }

    private static TestPlan Plan(ServerTestRequest request, Func<string?, TestedSettings> settings)
    {
        if (request is IncomingTestRequest mailbox) return IncomingTestPlanner.Plan(settings(request.DocumentPath), mailbox);
        var outgoing = (OutgoingTestRequest)request;
        var plan = OutgoingTestPlanner.Plan(settings(request.DocumentPath), outgoing);
        return outgoing.Message?.FindAgain is { } incoming
            ? plan with { FindAgain = IncomingTestPlanner.Plan(settings(incoming.DocumentPath ?? request.DocumentPath), incoming) }
            : plan;
    }

    private static async Task RunAllAsync(
        IReadOnlyList<TestPlan> plans, TestRun run, ChannelWriter<ServerTestReport> finished, int throttleLimit, CancellationToken stop)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = throttleLimit, CancellationToken = stop };
        Exception? error = null;
        try
        {
            await Parallel.ForEachAsync(plans, options, async (plan, token) =>
                await finished.WriteAsync(await run.RunAsync(plan, token).ConfigureAwait(false), token).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The reader throws it, where the caller is.
            error = e;
        }
        finished.Complete(error);
    }

    private TestedSettings Read(string? documentPath)
    {
        var stored = _store.Read(TestedSettings.Parts);
        return documentPath is null ? TestedSettings.From(stored) : TestedSettings.From(stored, documentPath, _planner);
    }
}
