namespace EmailSettings.Core.Storage;

/// <summary>A granted right.</summary>
/// <param name="PrincipalId">The account or group: a SID on Windows, <c>uid:N</c> or <c>gid:N</c> elsewhere.</param>
/// <param name="Right">The name of the right, for example <c>Incoming.Manage</c>.</param>
/// <param name="Principal">The name of the account or group when the right was granted.</param>
/// <param name="Since">When it was granted, UTC.</param>
public sealed record RightGrant(string PrincipalId, string Right, string Principal, DateTimeOffset Since);
