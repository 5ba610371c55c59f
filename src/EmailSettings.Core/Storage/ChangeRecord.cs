namespace EmailSettings.Core.Storage;

/// <summary>One row of the history: who changed what, when, through which front.</summary>
/// <param name="Revision">The revision that the change made.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="Account">Who, as <c>HOST\user</c>.</param>
/// <param name="Source">Through what: <c>cli</c> or <c>powershell</c>.</param>
/// <param name="Changes">What changed; secrets masked.</param>
public sealed record ChangeRecord(long Revision, DateTimeOffset Time, string Account, string Source, IReadOnlyList<FieldChange> Changes);
