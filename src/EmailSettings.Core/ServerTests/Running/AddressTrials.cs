using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Reports;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>
/// Tries the addresses of a host in turn: if the connected one fails before the login, the next is tried. A login is never tried
/// twice, since servers count failures.
/// </summary>
internal sealed class AddressTrials(ServerTestContext context)
{
    private readonly List<(string Address, JournalPart Part)> _failed = [];

    // The address of the next trial.
    private string? _next;

    /// <summary>Returns whether a stage belongs to the trial of an address.</summary>
    public static bool Holds(Stage stage) => Holds(stage.Name);

    /// <summary>Whether other addresses were tried or can be.</summary>
    public bool IsOneOfSeveral => !context.UsesGraph && (_failed.Count > 0 || context.FurtherAddresses.Count > 0);

    /// <summary>Ends a trial that is one of several.</summary>
    /// <returns>Whether to try the next address, to which the test then connects.</returns>
    public async Task<bool> ShouldContinueAsync(CancellationToken cancellation)
    {
        // If the first attempt has no connection, all addresses have failed already.
        var connected = context.Address;
        if (connected is null && _failed.Count == 0) return false;
        var address = connected?.ToString() ?? _next!;
        var part = context.Journal.Take(Holds);
        if (part.Primary is null)
        {
            context.Journal.Put(part);
            foreach (var (failed, why) in _failed)
                context.Journal.Note(TestStage.Connect, ConnectionFindings.ConnectAddressFails.At(value: failed, detail: why.Primary!.Cause, limit: address));
            return false;
        }
        _failed.Add((address, part));
        if (connected is not null && context.FurtherAddresses is { Count: > 0 } further)
        {
            _next = string.Join(", ", further);
            context.Note($"{address} fails ({part.Primary.Id}); {_next} is tried.");
            await context.ConnectToAsync(further, cancellation).ConfigureAwait(false);
            return true;
        }
        Conclude();
        return false;
    }

    private static bool Holds(TestStage stage) => stage is TestStage.Connect or TestStage.Tls or TestStage.Greeting or TestStage.Capabilities or TestStage.StartTls;

    // Report an address that answered before silent ones, which reveal the least.
    private void Conclude()
    {
        var told = _failed.FindIndex(one => one.Part.Primary!.Id != ReplyFindings.ReplyTimedOut.Id);
        if (told < 0) told = _failed.Count - 1;
        context.Journal.Put(_failed[told].Part);
        foreach (var (address, part) in _failed.Where((_, at) => at != told))
        {
            context.Journal.Note(TestStage.Connect, ConnectionFindings.ConnectAddressFails.At(value: address, detail: part.Primary!.Cause) with
            {
                Severity = Severity.Info,
                CauseTemplate = ConnectionFindings.AddressFailsToo,
                StepTemplate = ConnectionFindings.AddressFailsTooStep,
            });
        }
    }
}
