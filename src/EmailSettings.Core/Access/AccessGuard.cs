using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Access;

/// <summary>
/// Stands between a caller and the store: what is read for the caller is read here, and whatever else is done asks here first.
/// Refusals go into the history.
/// </summary>
/// <param name="store">The store, which holds rights and locks.</param>
/// <param name="caller">Who works.</param>
/// <param name="clock">The clock, for the history.</param>
internal sealed class AccessGuard(ISettingsStore store, Actor caller, TimeProvider clock)
{
    /// <summary>Who works.</summary>
    public Actor Caller => caller;

    /// <summary>Reads parts of the store that are shown to the caller.</summary>
    /// <exception cref="EmailSettingsException"><see cref="AccessErrors.RightMissing"/>.</exception>
    public StoredState Read(StoreParts parts)
    {
        var state = store.Read(parts | StoreParts.Access);
        Require(state.Access, OperationTable.Viewing(parts));
        return state;
    }

    /// <summary>Reads the history for the caller: it tells of every block.</summary>
    /// <param name="last">Most rows; null for all.</param>
    /// <inheritdoc cref="Read"/>
    public IReadOnlyList<ChangeRecord> ReadHistory(int? last)
    {
        Require(OperationTable.ViewAll);
        return store.ReadHistory(last);
    }

    /// <summary>Refuses operations that the caller may not do.</summary>
    /// <exception cref="EmailSettingsException"><see cref="AccessErrors.RightMissing"/> or
    /// <see cref="AccessErrors.BlockLocked"/>, one for each.</exception>
    public void Require(params IEnumerable<GuardedOperation> operations) => Require(null, operations);

    /// <summary>The same by rights that were read together with what the operation works on; null where they were not.</summary>
    /// <inheritdoc cref="Require(IEnumerable{GuardedOperation})"/>
    public void Require(AccessRules? rules, params IEnumerable<GuardedOperation> operations)
    {
        var refusals = AccessJudge.Judge(caller, rules ?? ReadRules(), operations);
        if (refusals.Count == 0) return;
        Record(refusals);
        throw new EmailSettingsException(refusals);
    }

    /// <summary>The caller may do it. Nothing is recorded, so it serves where another way is taken instead.</summary>
    public bool Allows(GuardedOperation operation) => AccessJudge.Judge(caller, ReadRules(), [operation]).Count == 0;

    /// <summary>The rights of the store; those of one that is not there are off.</summary>
    public AccessRules ReadRules() => store.Read(StoreParts.Access).Access ?? new AccessRules();

    /// <summary>
    /// The rights of a store that may be damaged, as far as they can be read. Where they cannot, the store is its owner's, who
    /// may remove the file as well: whoever works through somebody else's account is refused.
    /// </summary>
    /// <exception cref="EmailSettingsException"><see cref="AccessErrors.RightMissing"/>.</exception>
    public AccessRules ReadEvenIfDamaged()
    {
        try
        {
            return ReadRules();
        }
        catch (EmailSettingsException e) when (e.Code == StoreErrors.StoreDamaged)
        {
            if (!caller.IsDelegated) return new AccessRules();
            throw AccessErrors.RightMissing.Error(OperationTable.Restore.Does, caller.Account, Right.Administrator.Name, "the owner of the store's file");
        }
    }

    private void Record(IReadOnlyList<Finding> refusals)
    {
        try
        {
            store.Note(new StoreNote.Refusal(new ChangeRecord(0, clock.GetUtcNow(), caller.Account, caller.Front, [])
            {
                Host = caller.Host,
                Refusal = string.Join(" ", refusals),
            }));
        }
        catch (EmailSettingsException e) when (e.Code.Kind is FindingKind.Store)
        {
            // A store that takes no row refuses all the same; what is wrong with it is told by what reads it.
        }
    }
}
