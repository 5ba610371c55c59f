namespace EmailSettings.Core.Storage;

/// <summary>One row of the history: who changed what, when, from where; or was refused to.</summary>
/// <param name="Revision">The revision that the change made; for a refusal the one at which the store stood.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="Account">Who, as <c>HOST\user</c> or <c>DOMAIN\user</c>.</param>
/// <param name="Source">Through what: <c>cli</c> or <c>powershell</c>.</param>
/// <param name="Changes">What changed; secrets masked.</param>
public sealed record ChangeRecord(long Revision, DateTimeOffset Time, string Account, string Source, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>The host that it was done on; null in rows of earlier versions, which did not tell.</summary>
    public string? Host { get; init; }

    /// <summary>Why it was refused, as error ids and causes; null for a change that was made.</summary>
    public string? Refusal { get; init; }
}
