namespace EmailSettings.Core.Storage;

/// <summary>A block of settings that nobody may change.</summary>
/// <param name="Block">The name of the block, for example <c>Outgoing</c>.</param>
/// <param name="Since">When it was locked, UTC.</param>
public sealed record BlockLock(string Block, DateTimeOffset Since);
