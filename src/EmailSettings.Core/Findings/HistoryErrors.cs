namespace EmailSettings.Core.Findings;

/// <summary>Errors of the history and of undoing changes.</summary>
public static class HistoryErrors
{
    /// <summary>There is no such revision. Limit: what the history contains.</summary>
    public static readonly FindingCode ChangeNotFound = new("ChangeNotFound", FindingKind.NotFound,
        "There is no revision '{value}': the history {limit}.", "List the changes with Get-EmailSettingsChange ('emailsettings history').");

    /// <summary>The history does not match the settings, for example after a restore. Value: the revision.</summary>
    public static readonly FindingCode HistoryIncomplete = new("HistoryIncomplete", FindingKind.Conflict,
        "The history cannot be followed back beyond revision {value}: {field} does not have the value set by that change.",
        "Compare with a later revision, or set the fields manually.");

    /// <summary>A later change overrides the one to undo. Value: the later revision; limit: the one to undo.</summary>
    public static readonly FindingCode ChangeSuperseded = new("ChangeSuperseded", FindingKind.Conflict,
        "Revision {limit} cannot be undone: {field} was changed again in revision {value}.",
        "Undo the later change first, or set the fields manually.");

    /// <summary>A change that cannot be undone. Detail: why.</summary>
    public static readonly FindingCode ChangeNotUndoable = new("ChangeNotUndoable", FindingKind.InvalidInput,
        "Revision {value} cannot be undone: {detail}.", "Set the fields manually, or enter the secrets again.");
}
