namespace EmailSettings.Core.Storage;

/// <summary>The store moved on since the revision that a commit was worked out from; nothing was written.</summary>
/// <param name="expected">Revision the commit was worked out from.</param>
/// <param name="actual">Revision of the store.</param>
public sealed class StoreConflictException(long expected, long actual)
    : Exception($"The store is at revision {actual}, not {expected}.")
{
    /// <summary>Revision the commit was worked out from.</summary>
    public long Expected => expected;

    /// <summary>Revision of the store.</summary>
    public long Actual => actual;
}
