namespace EmailSettings.Core.Findings;

/// <summary>Warnings about settings that are allowed but risky.</summary>
public static class SettingsWarnings
{
    /// <summary>Basic authentication without TLS.</summary>
    public static readonly FindingCode BasicWithoutSsl = new("BasicWithoutSsl", FindingKind.Warning,
        "Basic authentication is used without a secure connection, so the password crosses the network in plaintext.",
        "Enable the secure connection (UseSsl) if the server offers TLS.");

    /// <summary>Fields removed because the new authentication does not allow them. Value: the names.</summary>
    public static readonly FindingCode FieldsRemoved = new("FieldsRemoved", FindingKind.Warning,
        "The change to authentication {limit} removes {value} from {field}.",
        "Undo the change if this was not intended.");

    /// <summary>A changed attachment setting that takes effect only after a restart.</summary>
    public static readonly FindingCode RestartRequired = new("RestartRequired", FindingKind.Warning,
        "{value} changed after it was first saved: the {field} component must be restarted.",
        "Restart it, then confirm with Clear-EmailSettingsRestart ('emailsettings restart clear').");

    /// <summary>E-mail queues refer to an incoming server.</summary>
    public static readonly FindingCode QueuesNameServer = new("QueuesNameServer", FindingKind.Warning,
        "E-mail queues that refer to the incoming server '{value}' must be updated{detail}.",
        "Check the E-Mail Settings block of each e-mail queue.");

    /// <summary>An imported secret that this system cannot decrypt and verify.</summary>
    public static readonly FindingCode SecretUnverified = new("SecretUnverified", FindingKind.Warning,
        "The imported secret '{value}' is protected for another certificate ({detail}) and could not be verified here.",
        "Make that certificate available here, or re-enter the secret.");

    /// <summary>A secret of an earlier version was bound to the configured outgoing server. Detail: that server.</summary>
    public static readonly FindingCode SecretBound = new("SecretBound", FindingKind.Warning,
        "The secret '{value}' did not record which server it was entered for; it is now bound to {detail}.",
        "If it was entered for another server, remove it with Remove-MailPassword ('emailsettings secret remove \"{value}\"') before the outgoing server is tested or used.");

    /// <summary>A secret of a backup whose target differs from that of the store. Detail: the fields that differ.</summary>
    public static readonly FindingCode SecretNotRestored = new("SecretNotRestored", FindingKind.Warning,
        "The secret '{value}' of the backup is not restored: its target differs from that of this store in {detail}.",
        "Enter it again with Set-MailPassword -Purpose '{value}' ('emailsettings secret set \"{value}\"').");

    /// <summary>A secret removed or replaced by an undone change, whose text is not kept. Value: the purpose.</summary>
    public static readonly FindingCode SecretNotUndone = new("SecretNotUndone", FindingKind.Warning,
        "The secret '{value}' cannot be restored: its previous value is not kept.",
        "Enter it again with Set-MailPassword -Purpose '{value}' ('emailsettings secret set \"{value}\"').");

    /// <summary>
    /// A secret that is set on both sides of a comparison but not readable on both. Value: its path; detail: why.
    /// </summary>
    public static readonly FindingCode SecretNotCompared = new("SecretNotCompared", FindingKind.Warning,
        "Whether {field} is the same on both sides is unknown: {detail}.",
        "Compare on a system that has the certificates of both sides, or enter the secret again to be sure.");
}
