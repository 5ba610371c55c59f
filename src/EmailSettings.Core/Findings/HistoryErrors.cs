namespace EmailSettings.Core.Findings;

/// <summary>Errors of the history and of taking changes back.</summary>
public static class HistoryErrors
{
    /// <summary>No change of that revision. Limit: what the history holds.</summary>
    public static readonly FindingCode ChangeNotFound = new("ChangeNotFound", FindingKind.NotFound,
        "There is no change of revision '{value}': the history {limit}.", "List the changes with Get-EmailSettingsChange ('emailsettings history').");

    /// <summary>
    /// Rows that do not lead to the settings as they are, as those that came with a backup. Value: the revision.
    /// </summary>
    public static readonly FindingCode HistoryIncomplete = new("HistoryIncomplete", FindingKind.Conflict,
        "The history does not lead further back than revision {value}: {field} is not what that change made of it.",
        "Compare with a later revision, or set the fields that you want back.");

    /// <summary>A later change stands on the one to be undone. Value: the later revision; limit: the one to be undone.</summary>
    public static readonly FindingCode ChangeSuperseded = new("ChangeSuperseded", FindingKind.Conflict,
        "The change of revision {limit} cannot be undone: {field} was changed again in revision {value}.",
        "Undo the later change first, or set the fields that you want back.");

    /// <summary>A change that left nothing to take back. Detail: what it was.</summary>
    public static readonly FindingCode ChangeNotUndoable = new("ChangeNotUndoable", FindingKind.InvalidInput,
        "The change of revision {value} cannot be undone: {detail}.", "Set the fields that you want back.");
}
