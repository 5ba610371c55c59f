using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Documents.Comparing;

/// <summary>The source of one side of a comparison. A closed set.</summary>
public abstract record ComparisonSource
{
    private ComparisonSource()
    {
    }

    /// <summary>The current settings of the store.</summary>
    public static ComparisonSource Now { get; } = new Current();

    /// <summary>The current settings of the store.</summary>
    public sealed record Current : ComparisonSource;

    /// <summary>The settings of the store at a revision; 0 for the state before the first change.</summary>
    public sealed record AtRevision(long Revision) : ComparisonSource;

    /// <summary>The settings of the store at a time.</summary>
    public sealed record AtTime(DateTimeOffset Moment) : ComparisonSource;

    /// <summary>A settings document: what it does not name is not compared.</summary>
    /// <param name="Path">The file; only a display name if <see cref="Content"/> is set.</param>
    public sealed record Document(string Path) : ComparisonSource
    {
        /// <summary>The UTF-8 content, if it does not come from a file; null to read the file.</summary>
        public ReadOnlyMemory<byte>? Content { get; init; }
    }

    /// <summary>The settings of another store, which the caller opens and disposes.</summary>
    public sealed record OtherStore(ISettingsStore Store) : ComparisonSource;
}
