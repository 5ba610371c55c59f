using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes.History;

/// <summary>Which changes of the history are wanted. What is not given does not narrow.</summary>
public sealed record HistoryFilter
{
    /// <summary>Only so many of the newest that are wanted.</summary>
    public int? Last { get; init; }

    /// <summary>Only changes at or after this moment.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>Only changes before this moment.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Only changes by this account: a pattern for <c>HOST\user</c> or for the user alone.</summary>
    public PathPattern? Account { get; init; }

    /// <summary>Only changes of a field, a block or a server that one of these patterns names; empty for all.</summary>
    public IReadOnlyList<PathPattern> Paths { get; init; } = [];

    /// <summary>True where nothing but the number is narrowed, so that a store need not read more.</summary>
    internal bool IsCountOnly => After is null && Before is null && Account is null && Paths.Count == 0;

    internal IReadOnlyList<ChangeRecord> Apply(IEnumerable<ChangeRecord> records) => records.Where(Wants).Take(Last ?? int.MaxValue).ToList();

    private bool Wants(ChangeRecord record) =>
        !(record.Time < After) && !(record.Time >= Before)
        && (Account is null || Account.Matches(record.Account) || Account.Matches(record.Account.AsSpan(record.Account.LastIndexOf('\\') + 1)))
        && (Paths.Count == 0 || record.Changes.Any(change => Paths.Any(path => path.Covers(change.Path))));
}
