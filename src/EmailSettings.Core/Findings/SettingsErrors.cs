namespace EmailSettings.Core.Findings;

/// <summary>Errors of the values of settings.</summary>
public static class SettingsErrors
{
    /// <summary>The value has the wrong JSON or .NET type.</summary>
    public static readonly FindingCode ValueTypeWrong = new("ValueTypeWrong", FindingKind.InvalidInput,
        "{field} is '{value}'; it accepts {limit}.", "Give {limit}.");

    /// <summary>A field without an empty state was cleared.</summary>
    public static readonly FindingCode ValueNotClearable = new("ValueNotClearable", FindingKind.InvalidInput,
        "{field} cannot be cleared; it accepts {limit}.", "Give a value, or reset the field to its default.");

    /// <summary>A field that must be there is not.</summary>
    public static readonly FindingCode ValueRequired = new("ValueRequired", FindingKind.InvalidInput,
        "{field} is needed {detail}.", "Give {limit}.");

    /// <summary>A field that the authentication in force forbids was named.</summary>
    public static readonly FindingCode FieldNotForAuthentication = new("FieldNotForAuthentication", FindingKind.InvalidInput,
        "{field} does not go with authentication {value}; it belongs to {limit}.",
        "Leave the field out, or change the authentication in the same command.");

    /// <summary>No field of that name.</summary>
    public static readonly FindingCode FieldUnknown = new("FieldUnknown", FindingKind.InvalidInput,
        "There is no field '{value}' in {field}.", "{detail}The fields are {limit}.");

    /// <summary>A field was named twice.</summary>
    public static readonly FindingCode FieldTwice = new("FieldTwice", FindingKind.InvalidInput,
        "{field} is given twice.", "Give it once.");

    /// <summary>One of the two fixed caps was given another value.</summary>
    public static readonly FindingCode FieldReadOnly = new("FieldReadOnly", FindingKind.InvalidInput,
        "{field} is fixed at {limit}; '{value}' cannot be set.", "Leave the field out.");

    /// <summary>A text that is none of a closed set.</summary>
    public static readonly FindingCode ChoiceUnknown = new("ChoiceUnknown", FindingKind.InvalidInput,
        "{field} is '{value}'; it accepts {limit}.", "Choose one of {limit}.");

    /// <summary>The attachment-encoding text breaks its grammar. Detail: column and what was expected.</summary>
    public static readonly FindingCode AttachmentEncodingsInvalid = new("AttachmentEncodingsInvalid", FindingKind.InvalidInput,
        "{field} is '{value}': {detail}.", "Write pairs such as wav=base64;txt=7bit;*=8bit with the encodings {limit}.");

    /// <summary>A charset .NET does not know.</summary>
    public static readonly FindingCode CharsetUnknown = new("CharsetUnknown", FindingKind.InvalidInput,
        "{field} is '{value}', which is not a known charset; it accepts {limit}.", "Use utf-8 unless a receiver needs another charset.");

    /// <summary>A charset that cannot stand in a MIME text body.</summary>
    public static readonly FindingCode CharsetUnusable = new("CharsetUnusable", FindingKind.InvalidInput,
        "{field} is '{value}', which does not write a line end as CR LF (0D 0A), so no text body can use it; it accepts {limit}.",
        "Use utf-8 unless a receiver needs another charset.");

    /// <summary>A text that is too short or too long.</summary>
    public static readonly FindingCode TextLengthOutOfRange = new("TextLengthOutOfRange", FindingKind.InvalidInput,
        "{field} has {detail} characters; it accepts {limit}.", "Give {limit}.");

    /// <summary>A text with control characters.</summary>
    public static readonly FindingCode TextHoldsControl = new("TextHoldsControl", FindingKind.InvalidInput,
        "{field} is '{value}', which holds the control character {detail}.", "Remove it; {field} accepts {limit}.");

    /// <summary>A text with half a surrogate pair, which no encoding can write, or with the noncharacter U+FFFE.</summary>
    public static readonly FindingCode TextNotUnicode = new("TextNotUnicode", FindingKind.InvalidInput,
        "{field} is '{value}', which holds half a surrogate pair or U+FFFE and is not Unicode text.", "Give {limit}.");

    /// <summary>A path that is neither UNC nor absolute.</summary>
    public static readonly FindingCode FolderInvalid = new("FolderInvalid", FindingKind.InvalidInput,
        "{field} is '{value}': {detail}.", @"Give {limit}, for example \\files01\mail.");

    /// <summary>An address that is no https URI.</summary>
    public static readonly FindingCode AddressNotHttps = new("AddressNotHttps", FindingKind.InvalidInput,
        "{field} is '{value}', which is not an https address; it accepts {limit}.",
        "Write https://login.microsoftonline.com/ and the tenant ID (Microsoft Entra admin centre, Overview).");

    /// <summary>An address whose path is not one GUID.</summary>
    public static readonly FindingCode AddressTenantNotGuid = new("AddressTenantNotGuid", FindingKind.InvalidInput,
        "{field} is '{value}'; only the tenant ID may follow the host: {limit}.",
        "Copy the tenant ID, a GUID, from the Overview page; /common and /organizations do not name a tenant.");

    /// <summary>An address with user info, query or fragment.</summary>
    public static readonly FindingCode AddressHasExtras = new("AddressHasExtras", FindingKind.InvalidInput,
        "{field} is '{value}', which holds {detail}; it accepts {limit}.", "Leave that part out.");

    /// <summary>A text that is neither a host name nor an IP address.</summary>
    public static readonly FindingCode HostInvalid = new("HostInvalid", FindingKind.InvalidInput,
        "{field} is '{value}', which is {detail}; it accepts {limit}.", "Give the name or address only, for example smtp.example.org.");

    /// <summary>A number outside its range.</summary>
    public static readonly FindingCode MaxIncomingSizeOutOfRange = OutOfRange("MaxIncomingSizeOutOfRange");

    /// <inheritdoc cref="MaxIncomingSizeOutOfRange"/>
    public static readonly FindingCode MinimumFileSizeOutOfRange = OutOfRange("MinimumFileSizeOutOfRange");

    /// <inheritdoc cref="MaxIncomingSizeOutOfRange"/>
    public static readonly FindingCode PortOutOfRange = OutOfRange("PortOutOfRange");

    /// <inheritdoc cref="MaxIncomingSizeOutOfRange"/>
    public static readonly FindingCode MaxEmailSizeOutOfRange = OutOfRange("MaxEmailSizeOutOfRange");

    /// <inheritdoc cref="MaxIncomingSizeOutOfRange"/>
    public static readonly FindingCode MaxRecipientsOutOfRange = OutOfRange("MaxRecipientsOutOfRange");

    /// <inheritdoc cref="MaxIncomingSizeOutOfRange"/>
    public static readonly FindingCode MaxAttachmentSizeOutOfRange = OutOfRange("MaxAttachmentSizeOutOfRange");

    /// <summary>No incoming server of that name.</summary>
    public static readonly FindingCode IncomingServerNotFound = new("IncomingServerNotFound", FindingKind.NotFound,
        "There is no incoming mail server '{value}'.", "List them with Get-IncomingMailServer ('emailsettings show incoming').");

    /// <summary>The name is taken (names compare without case).</summary>
    public static readonly FindingCode IncomingServerNameTaken = new("IncomingServerNameTaken", FindingKind.AlreadyExists,
        "There is already an incoming mail server '{value}'; names compare without case.",
        "Choose another name, or change that server with Set-IncomingMailServer ('emailsettings incoming set').");

    /// <summary>The change moves a stored secret to another target.</summary>
    public static readonly FindingCode SecretRequiredAgain = new("SecretRequiredAgain", FindingKind.InvalidInput,
        "{detail} changes where the stored secret '{value}' would go; a stored secret goes only where it was entered for.",
        "Give the secret again in the same command, or remove it first with Remove-MailPassword ('emailsettings secret remove \"{value}\"').");

    /// <summary>A secret in a document that is no protected text.</summary>
    public static readonly FindingCode SecretInClear = new("SecretInClear", FindingKind.InvalidInput,
        "{field} holds something other than a protected text.",
        "Documents hold secrets as CMS text only ('-----BEGIN CMS-----'). Leave it out and hand the secret in with -Secret ('--secret {value}=file:PATH').");

    private static FindingCode OutOfRange(string id) =>
        new(id, FindingKind.InvalidInput, "{field} is {value}; it accepts {limit}.", "Give {limit}.");
}
