namespace EmailSettings.Core.Findings;

/// <summary>Warnings about settings that are allowed and yet deserve a word.</summary>
public static class SettingsWarnings
{
    /// <summary>Basic authentication over a connection in clear.</summary>
    public static readonly FindingCode BasicWithoutSsl = new("BasicWithoutSsl", FindingKind.Warning,
        "Basic authentication without a secure connection: the password crosses the network in the clear.",
        "Switch the secure connection on (UseSsl) where the server offers TLS.");

    /// <summary>Fields removed because the new authentication forbids them. Value: the names.</summary>
    public static readonly FindingCode FieldsRemoved = new("FieldsRemoved", FindingKind.Warning,
        "The change to authentication {limit} removes {value} from {field}, which do not go with it.",
        "Undo the change if that was not meant.");

    /// <summary>A changed attachment setting that only a restart puts into force.</summary>
    public static readonly FindingCode RestartRequired = new("RestartRequired", FindingKind.Warning,
        "{value} changed after it was first saved: the {field} component must be restarted.",
        "Restart it, then say so with Clear-EmailSettingsRestart ('emailsettings restart clear').");

    /// <summary>Queues name an incoming server.</summary>
    public static readonly FindingCode QueuesNameServer = new("QueuesNameServer", FindingKind.Warning,
        "E-mail queues that name the incoming server '{value}' must be re-pointed{detail}.",
        "Check the E-Mail Settings block of each e-mail queue.");

    /// <summary>An imported secret that this system cannot open and so cannot check.</summary>
    public static readonly FindingCode SecretUnverified = new("SecretUnverified", FindingKind.Warning,
        "The imported secret '{value}' is protected for another certificate ({detail}) and could not be checked here.",
        "Make that certificate available here, or re-enter the secret.");

    /// <summary>
    /// A secret of an earlier version was bound to the outgoing server as it is stored. Detail: where that leads.
    /// </summary>
    public static readonly FindingCode SecretBound = new("SecretBound", FindingKind.Warning,
        "The secret '{value}' did not say which server it was entered for; it is bound to {detail} from now on.",
        "If it was entered for another server, remove it with Remove-MailPassword ('emailsettings secret remove \"{value}\"') before the outgoing server is tested or used.");

    /// <summary>
    /// A secret of a backup that would go to another target than the store has. Detail: the fields that differ.
    /// </summary>
    public static readonly FindingCode SecretNotRestored = new("SecretNotRestored", FindingKind.Warning,
        "The secret '{value}' of the backup is not restored: {detail} of its target differ from those of this store.",
        "Enter it again with Set-MailPassword -Purpose '{value}' ('emailsettings secret set \"{value}\"').");

    /// <summary>A secret that an undone change took away or replaced: its text is kept nowhere. Value: the purpose.</summary>
    public static readonly FindingCode SecretNotUndone = new("SecretNotUndone", FindingKind.Warning,
        "The secret '{value}' cannot be brought back: what was stored before the change is gone.",
        "Enter it again with Set-MailPassword -Purpose '{value}' ('emailsettings secret set \"{value}\"').");

    /// <summary>
    /// A secret that is set on both sides of a comparison and could not be read on both. Value: its path; detail: why.
    /// </summary>
    public static readonly FindingCode SecretNotCompared = new("SecretNotCompared", FindingKind.Warning,
        "Whether {field} is the same on both sides is unknown: {detail}.",
        "Compare where the certificates of both sides are, or enter the secret again to be sure.");
}
