namespace EmailSettings.Core.Operations;

/// <summary>A block of settings and whether it is locked.</summary>
/// <param name="Block">The name of the block, for example <c>Outgoing</c>.</param>
/// <param name="Locked">Whether it is locked.</param>
/// <param name="Since">Since when it is locked, UTC; null if it is not.</param>
public sealed record LockedBlock(string Block, bool Locked, DateTimeOffset? Since);
