namespace EmailSettings.Core.Storage;

/// <summary>Who may do what in a store. A backup and a document never bring any of it.</summary>
public sealed record AccessRules
{
    /// <summary>Rights are asked for; until they are switched on, whoever opens the store may do everything.</summary>
    public bool IsEnabled { get; init; }

    /// <summary>The rights that were given, by principal.</summary>
    public IReadOnlyList<RightGrant> Grants { get; init; } = [];

    /// <summary>The blocks that are locked; they bind whether rights are on or off.</summary>
    public IReadOnlyList<BlockLock> Locks { get; init; } = [];
}
