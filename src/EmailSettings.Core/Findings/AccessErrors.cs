namespace EmailSettings.Core.Findings;

/// <summary>Errors of rights and locks.</summary>
public static class AccessErrors
{
    /// <summary>
    /// The account lacks a right. Value: the account; limit: the right; field: what it would have done, as it stands after
    /// "may not"; detail: who can grant it.
    /// </summary>
    public static readonly FindingCode RightMissing = new("RightMissing", FindingKind.NotAllowed,
        "{value} may not {field}: the right {limit} is missing.",
        "Ask for it to be granted with Grant-EmailSettingsRight ('emailsettings right grant'). Who can grant it: {detail}.");

    /// <summary>A block that nobody may change.</summary>
    public static readonly FindingCode BlockLocked = new("BlockLocked", FindingKind.NotAllowed,
        "The block {value} is locked by the provider and cannot be changed.",
        "Ask the provider. Reading stays possible. An administrator unlocks it with Unlock-EmailSettingsBlock ('emailsettings right unlock').");

    /// <summary>Nobody would be left who can grant anything.</summary>
    public static readonly FindingCode LastAdministrator = new("LastAdministrator", FindingKind.NotAllowed,
        "{value} is the last administrator; no one else could grant rights.",
        "Grant the right Administrator to somebody else first.");

    /// <summary>A name that is no right.</summary>
    public static readonly FindingCode RightUnknown = new("RightUnknown", FindingKind.InvalidInput,
        "There is no right '{value}'.", "The rights are {limit}.");

    /// <summary>A name that is no block.</summary>
    public static readonly FindingCode BlockUnknown = new("BlockUnknown", FindingKind.InvalidInput,
        "There is no block '{value}' that can be locked.", "The blocks are {limit}.");

    /// <summary>An account or a group that this system does not know.</summary>
    public static readonly FindingCode PrincipalUnknown = new("PrincipalUnknown", FindingKind.NotFound,
        "There is no account or group '{value}' on this system.", "Check the spelling: {limit}.");

    /// <summary>A right to be revoked that was never granted.</summary>
    public static readonly FindingCode RightNotGranted = new("RightNotGranted", FindingKind.NotFound,
        "{value} was not granted the right {limit}.", "See who has which right with Get-EmailSettingsRight ('emailsettings right list').");
}
