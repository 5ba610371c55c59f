using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes.History;

/// <summary>A filter for the history. Unset properties do not restrict it.</summary>
public sealed record HistoryFilter
{
    /// <summary>The maximum number of matching changes, newest first.</summary>
    public int? Last { get; init; }

    /// <summary>Only changes at or after this time.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>Only changes before this time.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Only changes by this account: a pattern for <c>HOST\user</c> or just the user.</summary>
    public PathPattern? Account { get; init; }

    /// <summary>Only changes of a field, block or server that matches one of these patterns; empty for all.</summary>
    public IReadOnlyList<PathPattern> Paths { get; init; } = [];

    /// <summary>Whether only the number is restricted, so that the store need not read more.</summary>
    internal bool IsCountOnly => After is null && Before is null && Account is null && Paths.Count == 0;

    internal IReadOnlyList<ChangeRecord> Apply(IEnumerable<ChangeRecord> records) => records.Where(Matches).Take(Last ?? int.MaxValue).ToList();

    private bool Matches(ChangeRecord record) =>
        !(record.Time < After) && !(record.Time >= Before)
        && (Account is null || Account.Matches(record.Account) || Account.Matches(record.Account.AsSpan(record.Account.LastIndexOf('\\') + 1)))
        && (Paths.Count == 0 || record.Changes.Any(change => Paths.Any(path => path.Covers(change.Path))));
}
