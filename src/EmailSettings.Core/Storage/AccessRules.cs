namespace EmailSettings.Core.Storage;

/// <summary>Who may do what in a store. Backups and documents never contain access rules.</summary>
public sealed record AccessRules
{
    /// <summary>Whether rights are enforced. Until they are switched on, whoever opens the store may do everything.</summary>
    public bool IsEnabled { get; init; }

    /// <summary>The granted rights, sorted by principal.</summary>
    public IReadOnlyList<RightGrant> Grants { get; init; } = [];

    /// <summary>The locked blocks; locks apply whether rights are enforced or not.</summary>
    public IReadOnlyList<BlockLock> Locks { get; init; } = [];
}
