namespace EmailSettings.Core.Findings;

/// <summary>Errors of setting values.</summary>
public static class SettingsErrors
{
    /// <summary>The value has the wrong JSON or .NET type.</summary>
    public static readonly FindingCode ValueTypeWrong = new("ValueTypeWrong", FindingKind.InvalidInput,
        "{field} is '{value}'; it accepts {limit}.", "Specify {limit}.");

    /// <summary>A field that cannot be empty was cleared.</summary>
    public static readonly FindingCode ValueNotClearable = new("ValueNotClearable", FindingKind.InvalidInput,
        "{field} cannot be cleared; it accepts {limit}.", "Specify a value, or reset the field to its default.");

    /// <summary>A required field is missing.</summary>
    public static readonly FindingCode ValueRequired = new("ValueRequired", FindingKind.InvalidInput,
        "{field} is required {detail}.", "Specify {limit}.");

    /// <summary>A field that the current authentication does not allow.</summary>
    public static readonly FindingCode FieldNotForAuthentication = new("FieldNotForAuthentication", FindingKind.InvalidInput,
        "{field} cannot be set with authentication {value}; it belongs to {limit}.",
        "Omit the field, or change the authentication in the same command.");

    /// <summary>An unknown field.</summary>
    public static readonly FindingCode FieldUnknown = new("FieldUnknown", FindingKind.InvalidInput,
        "There is no field '{value}' in {field}.", "{detail}The fields are {limit}.");

    /// <summary>A field given twice.</summary>
    public static readonly FindingCode FieldTwice = new("FieldTwice", FindingKind.InvalidInput,
        "{field} is specified twice.", "Specify it once.");

    /// <summary>Another value for one of the two fixed caps.</summary>
    public static readonly FindingCode FieldReadOnly = new("FieldReadOnly", FindingKind.InvalidInput,
        "{field} is fixed at {limit}; '{value}' cannot be set.", "Omit the field.");

    /// <summary>A text that is not among the allowed values.</summary>
    public static readonly FindingCode ChoiceUnknown = new("ChoiceUnknown", FindingKind.InvalidInput,
        "{field} is '{value}'; it accepts {limit}.", "Choose one of {limit}.");

    /// <summary>Invalid syntax of attachment encodings. Detail: the column and what was expected.</summary>
    public static readonly FindingCode AttachmentEncodingsInvalid = new("AttachmentEncodingsInvalid", FindingKind.InvalidInput,
        "{field} is '{value}': {detail}.", "Write pairs such as wav=base64;txt=7bit;*=8bit with the encodings {limit}.");

    /// <summary>A charset unknown to .NET.</summary>
    public static readonly FindingCode CharsetUnknown = new("CharsetUnknown", FindingKind.InvalidInput,
        "{field} is '{value}', which is not a known charset; it accepts {limit}.", "Use utf-8 unless a receiver needs another charset.");

    /// <summary>A charset that is invalid in a MIME text body.</summary>
    public static readonly FindingCode CharsetUnusable = new("CharsetUnusable", FindingKind.InvalidInput,
        "{field} is '{value}', which does not encode a line break as CR LF (0D 0A), so no text body can use it; it accepts {limit}.",
        "Use utf-8 unless a receiver needs another charset.");

    /// <summary>A text of invalid length.</summary>
    public static readonly FindingCode TextLengthOutOfRange = new("TextLengthOutOfRange", FindingKind.InvalidInput,
        "{field} has {detail} characters; it accepts {limit}.", "Specify {limit}.");

    /// <summary>A text with a control character.</summary>
    public static readonly FindingCode TextHoldsControl = new("TextHoldsControl", FindingKind.InvalidInput,
        "{field} is '{value}', which contains the control character {detail}.", "Remove it; {field} accepts {limit}.");

    /// <summary>A text with a lone surrogate, which no encoding can write, or with the noncharacter U+FFFE.</summary>
    public static readonly FindingCode TextNotUnicode = new("TextNotUnicode", FindingKind.InvalidInput,
        "{field} is '{value}', which contains a lone surrogate or U+FFFE and is not Unicode text.", "Specify {limit}.");

    /// <summary>A path that is neither a UNC path nor absolute.</summary>
    public static readonly FindingCode FolderInvalid = new("FolderInvalid", FindingKind.InvalidInput,
        "{field} is '{value}': {detail}.", @"Specify {limit}, for example \\files01\mail.");

    /// <summary>An address that is not an https URI.</summary>
    public static readonly FindingCode AddressNotHttps = new("AddressNotHttps", FindingKind.InvalidInput,
        "{field} is '{value}', which is not an https address; it accepts {limit}.",
        "Write https://login.microsoftonline.com/ and the tenant ID (Microsoft Entra admin centre, Overview).");

    /// <summary>An address whose path is not a single GUID.</summary>
    public static readonly FindingCode AddressTenantNotGuid = new("AddressTenantNotGuid", FindingKind.InvalidInput,
        "{field} is '{value}'; only the tenant ID may follow the host: {limit}.",
        "Copy the tenant ID, a GUID, from the Overview page; /common and /organizations do not name a tenant.");

    /// <summary>An address with user info, query or fragment.</summary>
    public static readonly FindingCode AddressHasExtras = new("AddressHasExtras", FindingKind.InvalidInput,
        "{field} is '{value}', which contains {detail}; it accepts {limit}.", "Omit that part.");

    /// <summary>A text that is neither a host name nor an IP address.</summary>
    public static readonly FindingCode HostInvalid = new("HostInvalid", FindingKind.InvalidInput,
        "{field} is '{value}', which is {detail}; it accepts {limit}.", "Specify only the name or address, for example smtp.example.org.");

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

    /// <summary>An unknown incoming server.</summary>
    public static readonly FindingCode IncomingServerNotFound = new("IncomingServerNotFound", FindingKind.NotFound,
        "There is no incoming mail server '{value}'.", "List them with Get-IncomingMailServer ('emailsettings show incoming').");

    /// <summary>The name is already in use (names are case-insensitive).</summary>
    public static readonly FindingCode IncomingServerNameTaken = new("IncomingServerNameTaken", FindingKind.AlreadyExists,
        "There is already an incoming mail server '{value}'; names are case-insensitive.",
        "Choose another name, or change that server with Set-IncomingMailServer ('emailsettings incoming set').");

    /// <summary>The change would send a stored secret to another target.</summary>
    public static readonly FindingCode SecretRequiredAgain = new("SecretRequiredAgain", FindingKind.InvalidInput,
        "{detail} changes where the stored secret '{value}' would be sent; a stored secret is sent only to the server it was entered for.",
        "Enter the secret again in the same command, or remove it first with Remove-MailPassword ('emailsettings secret remove \"{value}\"').");

    /// <summary>A secret in a document that is not a protected text.</summary>
    public static readonly FindingCode SecretInClear = new("SecretInClear", FindingKind.InvalidInput,
        "{field} is not a protected text.",
        "Replace it by a CMS text ('-----BEGIN CMS-----'), or omit it and pass the secret with -Secret ('--secret {value}=file:PATH').");

    private static FindingCode OutOfRange(string id) =>
        new(id, FindingKind.InvalidInput, "{field} is {value}; it accepts {limit}.", "Specify {limit}.");
}
