namespace EmailSettings.Core.Storage;

/// <summary>One row of the history: who changed what, when and where, or was refused.</summary>
/// <param name="Revision">The revision that the change created; for a refusal, the current revision.</param>
/// <param name="Time">The time, UTC.</param>
/// <param name="Account">The account, as <c>HOST\user</c> or <c>DOMAIN\user</c>.</param>
/// <param name="Source">The program: <c>cli</c> or <c>powershell</c>.</param>
/// <param name="Changes">The changes, with secrets masked.</param>
public sealed record ChangeRecord(long Revision, DateTimeOffset Time, string Account, string Source, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>The host it was done on; null in rows of earlier versions, which did not record it.</summary>
    public string? Host { get; init; }

    /// <summary>Why it was refused, as error ids and causes; null for an applied change.</summary>
    public string? Refusal { get; init; }
}
