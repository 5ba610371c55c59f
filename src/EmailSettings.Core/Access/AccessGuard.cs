using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Access;

/// <summary>
/// Enforces rights between a caller and the store: reads for the caller go through it, and all other operations ask it first.
/// Refusals are recorded in the history.
/// </summary>
/// <param name="store">The store, which contains rights and locks.</param>
/// <param name="caller">The caller.</param>
/// <param name="clock">The clock, for the history.</param>
internal sealed class AccessGuard(ISettingsStore store, Actor caller, TimeProvider clock)
{
    /// <summary>The caller.</summary>
    public Actor Caller => caller;

    /// <summary>Reads parts of the store for the caller.</summary>
    /// <exception cref="EmailSettingsException"><see cref="AccessErrors.RightMissing"/>.</exception>
    public StoredState Read(StoreParts parts)
    {
        var state = store.Read(parts | StoreParts.Access);
        Require(state.Access, OperationTable.Viewing(parts));
        return state;
    }

    /// <summary>Reads the history for the caller; this needs the right to view every block.</summary>
    /// <param name="last">The maximum number of rows; null for all.</param>
    /// <inheritdoc cref="Read"/>
    public IReadOnlyList<ChangeRecord> ReadHistory(int? last)
    {
        Require(OperationTable.ViewAll);
        return store.ReadHistory(last);
    }

    /// <summary>Throws unless the caller may perform the operations.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="AccessErrors.RightMissing"/> or <see cref="AccessErrors.BlockLocked"/>, one for each.
    /// </exception>
    public void Require(params IEnumerable<GuardedOperation> operations) => Require(null, operations);

    /// <summary>
    /// Throws unless the caller may perform the operations, by rules that were read in the same snapshot; null to read them.
    /// </summary>
    /// <inheritdoc cref="Require(IEnumerable{GuardedOperation})"/>
    public void Require(AccessRules? rules, params IEnumerable<GuardedOperation> operations)
    {
        var refusals = AccessJudge.Judge(caller, rules ?? ReadRules(), operations);
        if (refusals.Count == 0) return;
        Record(refusals);
        throw new EmailSettingsException(refusals);
    }

    /// <summary>
    /// Returns whether the caller may perform an operation. A denial is not recorded, so use this only if there is an
    /// alternative.
    /// </summary>
    public bool Allows(GuardedOperation operation) => AccessJudge.Judge(caller, ReadRules(), [operation]).Count == 0;

    /// <summary>Reads the rules of the store; without a store, rights are off.</summary>
    public AccessRules ReadRules() => store.Read(StoreParts.Access).Access ?? new AccessRules();

    /// <summary>
    /// Reads the rules of a store that may be damaged. If they are unreadable, only the file's owner is allowed, who could delete
    /// the file anyway: delegated callers are refused.
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
            // Refuse even if the store cannot be written; its problem is reported when it is read.
        }
    }
}
