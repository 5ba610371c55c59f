namespace EmailSettings.Core.Storage;

/// <summary>The store has changed since the base revision of a commit; nothing was written.</summary>
/// <param name="expected">The base revision of the commit.</param>
/// <param name="actual">The revision of the store.</param>
public sealed class StoreConflictException(long expected, long actual)
    : Exception($"The store is at revision {actual}, not {expected}.")
{
    /// <summary>The base revision of the commit.</summary>
    public long Expected => expected;

    /// <summary>The revision of the store.</summary>
    public long Actual => actual;
}
