namespace EmailSettings.Core.Findings;

/// <summary>Errors of rights and locks.</summary>
public static class AccessErrors
{
    /// <summary>
    /// The account lacks a right. Value: the account; limit: the right; field: the operation, worded to follow "may not"; detail:
    /// who can grant the right.
    /// </summary>
    public static readonly FindingCode RightMissing = new("RightMissing", FindingKind.NotAllowed,
        "{value} may not {field}: the right {limit} is missing.",
        "Ask for the right to be granted with Grant-EmailSettingsRight ('emailsettings right grant'). It can be granted by: {detail}.");

    /// <summary>A locked block.</summary>
    public static readonly FindingCode BlockLocked = new("BlockLocked", FindingKind.NotAllowed,
        "The block {value} is locked by the provider and cannot be changed.",
        "Ask the provider, or have an administrator unlock it with Unlock-EmailSettingsBlock ('emailsettings right unlock').");

    /// <summary>Nobody would be left who can grant rights.</summary>
    public static readonly FindingCode LastAdministrator = new("LastAdministrator", FindingKind.NotAllowed,
        "{value} is the last administrator; no one else could grant rights.",
        "Grant the right Administrator to another account first.");

    /// <summary>An unknown right.</summary>
    public static readonly FindingCode RightUnknown = new("RightUnknown", FindingKind.InvalidInput,
        "There is no right '{value}'.", "The rights are {limit}.");

    /// <summary>An unknown block.</summary>
    public static readonly FindingCode BlockUnknown = new("BlockUnknown", FindingKind.InvalidInput,
        "There is no block '{value}' that can be locked.", "The blocks are {limit}.");

    /// <summary>An account or group unknown to this system.</summary>
    public static readonly FindingCode PrincipalUnknown = new("PrincipalUnknown", FindingKind.NotFound,
        "There is no account or group '{value}' on this system.", "Check the spelling: {limit}.");

    /// <summary>Revoking a right that was not granted.</summary>
    public static readonly FindingCode RightNotGranted = new("RightNotGranted", FindingKind.NotFound,
        "{value} does not have the right {limit}.", "See who has which right with Get-EmailSettingsRight ('emailsettings right list').");
}
