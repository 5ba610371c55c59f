namespace EmailSettings.Core.Storage;

/// <summary>A right that somebody was given.</summary>
/// <param name="PrincipalId">The account or group: a SID on Windows, <c>uid:N</c> or <c>gid:N</c> elsewhere.</param>
/// <param name="Right">Name of the right, for example <c>Incoming.Manage</c>.</param>
/// <param name="Principal">What the account or group was called when the right was given.</param>
/// <param name="Since">When it was given, UTC.</param>
public sealed record RightGrant(string PrincipalId, string Right, string Principal, DateTimeOffset Since);
