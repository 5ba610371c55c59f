using System.Runtime.CompilerServices;
using System.Threading.Channels;
using EmailSettings.Core.Access;
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
    private readonly AccessGuard _guard;
    private readonly CertificateFinder _finder;
    private readonly ChangePlanner _planner;
    private readonly ServerTestServices _services;

    internal ServerTestOperations(ISettingsStore store, AccessGuard guard, CertificateFinder finder, ServerTestServices services)
    {
        _store = store;
        _guard = guard;
        _finder = finder;
        _services = services;
        _planner = new ChangePlanner(finder, guard, services.Clock);
    }

    /// <summary>
    /// Begins what every secured test needs and nothing of the settings decides, so that it is done while a caller still reads
    /// what to test or waits for a secret. Nothing has to call it.
    /// </summary>
    public static void ReadAhead() => SystemRoots.ReadAhead();

    /// <summary>The settings that tests start from, to be read once for all tests of a call.</summary>
    /// <param name="documentPath">A settings document to be tested as if it had been imported; null for the stored
    /// settings.</param>
    /// <exception cref="EmailSettingsException">The document cannot be read, or would be refused.</exception>
    public TestedSettings Read(string? documentPath = null) => TestedSettings.Read(_store, documentPath, _planner);

    /// <summary>Tests one server on the stored settings.</summary>
    /// <param name="request">What to test.</param>
    /// <param name="cancellation">Ends the test at once.</param>
    /// <exception cref="EmailSettingsException">The call is wrong: no such server.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<ServerTestReport> TestAsync(ServerTestRequest request, CancellationToken cancellation = default) =>
        await TestAsync(Read(), request, cancellation).ConfigureAwait(false);

    /// <summary>Tests one server.</summary>
    /// <param name="settings">The settings that the test starts from.</param>
    /// <param name="request">What to test.</param>
    /// <param name="cancellation">Ends the test at once.</param>
    /// <inheritdoc cref="TestAsync(ServerTestRequest, CancellationToken)"/>
    public async Task<ServerTestReport> TestAsync(TestedSettings settings, ServerTestRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(request);
        using var secrets = new SecretOpening(settings, _finder, _guard, _services.Clock);
        return await new ServerTestRunner(_services, secrets).RunAsync(Plan(settings, request), cancellation).ConfigureAwait(false);
    }

    /// <summary>Tests many servers at once and gives each report as it is finished. No thread waits for a server.</summary>
    /// <param name="settings">The settings that the tests start from.</param>
    /// <param name="requests">What to test, of either kind; all are looked at before the first server is asked.</param>
    /// <param name="throttleLimit">At most so many at a time, 1 or more.</param>
    /// <param name="cancellation">Ends all tests at once.</param>
    /// <exception cref="EmailSettingsException">A call is wrong: no such server.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async IAsyncEnumerable<ServerTestReport> TestAsync(
        TestedSettings settings, IEnumerable<ServerTestRequest> requests, int throttleLimit, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentOutOfRangeException.ThrowIfLessThan(throttleLimit, 1);
        var plans = requests.Select(request => Plan(settings, request)).ToList();
        using var secrets = new SecretOpening(settings, _finder, _guard, _services.Clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var finished = Channel.CreateBounded<ServerTestReport>(throttleLimit);
        var work = RunAllAsync(plans, new ServerTestRunner(_services, secrets), finished.Writer, throttleLimit, stop.Token);
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

    /// <summary>The message that a test would send, as it would stand in a file; the server is not asked what it takes.</summary>
    /// <param name="settings">The settings that the test starts from.</param>
    /// <param name="request">What would be tested, with a message.</param>
    /// <param name="target">Takes the message; not disposed.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <exception cref="EmailSettingsException">The call is wrong: no address, or an attachment that cannot be read.</exception>
    public void WriteMessage(TestedSettings settings, OutgoingTestRequest request, Stream target, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(request);
        if (request is not { Message: not null, SenderAddress: not null, RecipientAddress: not null })
            throw ServerTestErrors.MessageInvalid.Error("message", detail: "a sender and a recipient are needed.");
        try
        {
            using var settled = SendMessageStage.Settle(Plan(settings, request), request, null, _services.Clock);
            settled.Message.WriteTo(target, cancellation);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw ServerTestErrors.MessageInvalid.Error("message", detail: e.Message, inner: e);
        }
    }

    /// <summary>The tests of every stored server that need nothing but what is stored.</summary>
    public StoredServerTests FindStoredTests()
    {
        var settings = Read();
        var requests = new List<ServerTestRequest>();
        if (settings.Outgoing.Enabled) requests.Add(new OutgoingTestRequest());
        var byUser = settings.Incoming.ToLookup(server => server.Authentication == IncomingAuthentication.OAuthUser);
        requests.AddRange(byUser[false].Select(server => new IncomingTestRequest { Name = server.Name }));
        return new StoredServerTests(settings, requests, [.. byUser[true].Select(server => StoredServerTests.NeedsUser(server.Name))]);
    }

    // What the tests of a call need is asked for before the first server is.
    private ServerTestPlan Plan(TestedSettings settings, ServerTestRequest request)
    {
        if (request is IncomingTestRequest incoming) return Allowed(settings, IncomingTestPlanner.Plan(settings, incoming));
        var outgoing = (OutgoingTestRequest)request;
        var plan = Allowed(settings, OutgoingTestPlanner.Plan(settings, outgoing));
        return outgoing.Message?.FindAgain is { } mailbox ? plan with { FindAgain = Allowed(settings, IncomingTestPlanner.Plan(settings, mailbox)) } : plan;
    }

    private ServerTestPlan Allowed(TestedSettings settings, ServerTestPlan plan)
    {
        var isOutgoing = plan.Kind == TestKind.Outgoing;
        List<GuardedOperation> operations = [isOutgoing ? OperationTable.ViewOutgoing : OperationTable.ViewIncoming];
        if (plan.Request is OutgoingTestRequest { Message: not null }) operations.Add(OperationTable.SendMessage);
        // A document's secret is opened with the same key, and may be a copy of a stored one.
        var opensStored = plan.Secret is { IsNeeded: true, Given: null, Purpose: not null } && (plan.Secret.Stored is not null || plan.Secret.Proposed is not null);
        operations.Add(opensStored ? OperationTable.TestingSecret(plan.Secret.Purpose!.Kind) : OperationTable.TestAsGiven);
        _guard.Require(settings.Stored.Access, operations);
        return plan;
    }

    private static async Task RunAllAsync(
        IReadOnlyList<ServerTestPlan> plans, ServerTestRunner run, ChannelWriter<ServerTestReport> finished, int throttleLimit, CancellationToken stop)
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
}
