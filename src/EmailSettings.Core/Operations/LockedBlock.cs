namespace EmailSettings.Core.Operations;

/// <summary>A block of settings and whether it is locked.</summary>
/// <param name="Block">Its name, for example <c>Outgoing</c>.</param>
/// <param name="Locked">Nobody may change it.</param>
/// <param name="Since">Since when it is locked, UTC; null where it is not.</param>
public sealed record LockedBlock(string Block, bool Locked, DateTimeOffset? Since);
