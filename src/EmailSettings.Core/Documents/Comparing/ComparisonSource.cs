using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Documents.Comparing;

/// <summary>One side of a comparison. The closed set of what can be compared stands in this file.</summary>
public abstract record ComparisonSource
{
    private ComparisonSource()
    {
    }

    /// <summary>The settings of the store as they are.</summary>
    public static ComparisonSource Now { get; } = new Current();

    /// <summary>The settings of the store.</summary>
    public sealed record Current : ComparisonSource;

    /// <summary>The settings of the store after the change of a revision; 0 for what was before the first.</summary>
    public sealed record AtRevision(long Revision) : ComparisonSource;

    /// <summary>The settings of the store at a moment.</summary>
    public sealed record AtTime(DateTimeOffset Moment) : ComparisonSource;

    /// <summary>A settings document: what it does not name is not compared.</summary>
    /// <param name="Path">Its file; where <see cref="Content"/> is given, only what it is called.</param>
    public sealed record Document(string Path) : ComparisonSource
    {
        /// <summary>The document itself, in UTF-8, where it does not come from a file; null to read the file.</summary>
        public ReadOnlyMemory<byte>? Content { get; init; }
    }

    /// <summary>The settings of another store, which the caller opens and disposes.</summary>
    public sealed record OtherStore(ISettingsStore Store) : ComparisonSource;
}
