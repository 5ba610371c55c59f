namespace EmailSettings.Core.Operations;

/// <summary>A granted right.</summary>
/// <param name="Right">The name of the right, for example <c>Incoming.Manage</c>.</param>
/// <param name="Principal">The account or group.</param>
/// <param name="PrincipalId">Its id: a SID on Windows, <c>uid:N</c> or <c>gid:N</c> on other systems.</param>
/// <param name="Since">When it was granted, UTC.</param>
/// <param name="Enforced">Whether rights are enforced.</param>
public sealed record GrantedRight(string Right, string Principal, string PrincipalId, DateTimeOffset Since, bool Enforced);
