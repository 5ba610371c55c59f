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
/// Tests servers with stored settings, overrides, or unsaved settings. Server failures are reported, not thrown; only invalid
/// calls throw. Nothing is written.
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
    /// Starts loading what every secure test needs regardless of settings, while the caller reads its input or waits for a
    /// secret. Optional.
    /// </summary>
    public static void ReadAhead() => SystemRoots.ReadAhead();

    /// <summary>Reads the base settings once for all tests of a call.</summary>
    /// <param name="documentPath">A settings document to test as if imported; null for the stored settings.</param>
    /// <exception cref="EmailSettingsException">The document cannot be read or would be refused.</exception>
    public TestedSettings Read(string? documentPath = null) => TestedSettings.Read(_store, documentPath, _planner);

    /// <summary>Tests a server with the stored settings.</summary>
    /// <param name="request">What to test.</param>
    /// <param name="cancellation">Cancels the test.</param>
    /// <exception cref="EmailSettingsException">The call is wrong: no such server.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public async Task<ServerTestReport> TestAsync(ServerTestRequest request, CancellationToken cancellation = default) =>
        await TestAsync(Read(), request, cancellation).ConfigureAwait(false);

    /// <summary>Tests a server.</summary>
    /// <param name="settings">The settings that the test starts from.</param>
    /// <param name="request">What to test.</param>
    /// <param name="cancellation">Cancels the test.</param>
    /// <inheritdoc cref="TestAsync(ServerTestRequest, CancellationToken)"/>
    public async Task<ServerTestReport> TestAsync(TestedSettings settings, ServerTestRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(request);
        using var secrets = new SecretDecryption(settings, _finder, _guard, _services.Clock);
        return await new ServerTestRunner(_services, secrets).RunAsync(Plan(settings, request), cancellation).ConfigureAwait(false);
    }

    /// <summary>Tests servers concurrently, returning each report on completion, without blocking threads.</summary>
    /// <param name="settings">The base settings.</param>
    /// <param name="requests">The tests, of either kind; all are validated before the first server is contacted.</param>
    /// <param name="throttleLimit">The maximum number of concurrent tests, 1 or more.</param>
    /// <param name="cancellation">Cancels all tests.</param>
    /// <exception cref="EmailSettingsException">A request is invalid, for example an unknown server.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public async IAsyncEnumerable<ServerTestReport> TestAsync(
        TestedSettings settings, IEnumerable<ServerTestRequest> requests, int throttleLimit, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentOutOfRangeException.ThrowIfLessThan(throttleLimit, 1);
        var plans = requests.Select(request => Plan(settings, request)).ToList();
        using var secrets = new SecretDecryption(settings, _finder, _guard, _services.Clock);
        var run = new ServerTestRunner(_services, secrets);
        if (plans is [var only])
        {
            yield return await run.RunAsync(only, cancellation).ConfigureAwait(false);
            yield break;
        }
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var finished = Channel.CreateBounded<ServerTestReport>(throttleLimit);
        var work = RunAllAsync(plans, run, finished.Writer, throttleLimit, stop.Token);
        try
        {
            await foreach (var report in finished.Reader.ReadAllAsync(cancellation).ConfigureAwait(false)) yield return report;
        }
        finally
        {
            // Stop all tests when the caller stops enumerating or is canceled.
            await stop.CancelAsync().ConfigureAwait(false);
            await work.ConfigureAwait(false);
        }
    }

    /// <summary>Writes the message that a test would send, without contacting the server.</summary>
    /// <param name="settings">The settings that the test starts from.</param>
    /// <param name="request">The test, with a message.</param>
    /// <param name="target">Receives the message; not disposed.</param>
    /// <param name="cancellation">Cancels writing.</param>
    /// <exception cref="EmailSettingsException">An address is missing, or an attachment cannot be read.</exception>
    public void WriteMessage(TestedSettings settings, OutgoingTestRequest request, Stream target, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(request);
        if (request is not { Message: not null, SenderAddress: not null, RecipientAddress: not null })
            throw ServerTestErrors.MessageInvalid.Error("message", detail: "a sender and a recipient are required.");
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

    /// <summary>Finds the tests of stored servers that need nothing but stored settings and secrets.</summary>
    public StoredServerTests FindStoredTests()
    {
        var settings = Read();
        var requests = new List<ServerTestRequest>();
        if (settings.Outgoing.Enabled) requests.Add(new OutgoingTestRequest());
        var byUser = settings.Incoming.ToLookup(server => server.Authentication == IncomingAuthentication.OAuthUser);
        requests.AddRange(byUser[false].Select(server => new IncomingTestRequest { Name = server.Name }));
        return new StoredServerTests(settings, requests, [.. byUser[true].Select(server => StoredServerTests.NeedsUser(server.Name))]);
    }

    // Check the rights for all tests of a call before the first server is contacted.
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
        // A document's secret is decrypted with the same key, and may be a copy of a stored one.
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
            // Rethrown by the reader, in the caller's context.
            error = e;
        }
        finished.Complete(error);
    }
}
