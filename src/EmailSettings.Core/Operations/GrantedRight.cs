namespace EmailSettings.Core.Operations;

/// <summary>A right that somebody was given.</summary>
/// <param name="Right">Its name, for example <c>Incoming.Manage</c>.</param>
/// <param name="Principal">The account or group.</param>
/// <param name="PrincipalId">What rights know it by: a SID on Windows, <c>uid:N</c> or <c>gid:N</c> elsewhere.</param>
/// <param name="Since">When it was given, UTC.</param>
/// <param name="Enforced">Rights are switched on.</param>
public sealed record GrantedRight(string Right, string Principal, string PrincipalId, DateTimeOffset Since, bool Enforced);
