namespace EmailSettings.Core.Findings;

/// <summary>Errors and warnings of the password certificate and of secrets.</summary>
public static class SecretErrors
{
    /// <summary>No certificate was ever chosen.</summary>
    public static readonly FindingCode CertificateNotChosen = new("CertificateNotChosen", FindingKind.Secret,
        "No password certificate is chosen, so no secret can be stored.",
        "Create one with New-MailPasswordCertificate ('emailsettings certificate new'), or choose an existing one with Set-MailPasswordCertificate ('emailsettings certificate use THUMBPRINT').");

    /// <summary>The chosen certificate is gone. Detail: the secrets to re-enter.</summary>
    public static readonly FindingCode CertificateMissing = new("CertificateMissing", FindingKind.Secret,
        "The password certificate {value} ({limit}) is not on this system. {detail}",
        "Import the certificate with its private key again, or choose another one and re-enter each of these secrets with Set-MailPassword -Purpose … ('emailsettings secret set PURPOSE').");

    /// <summary>No certificate answers to the thumbprint or subject given.</summary>
    public static readonly FindingCode CertificateNotFound = new("CertificateNotFound", FindingKind.NotFound,
        "No certificate '{value}' in {detail}.",
        "Choose one with Set-MailPasswordCertificate ('emailsettings certificate use'): by a thumbprint that Get-MailPasswordCertificate -Available lists, or a PFX or PEM file.");

    /// <summary>A document names a password certificate that this system lacks: it comes from another one.</summary>
    public static readonly FindingCode DocumentCertificateMissing = new("DocumentCertificateMissing", FindingKind.Secret,
        "The document's password certificate {value} is not on this system. {detail}",
        "Have the document written for a certificate of this system where it comes from, with Update-MailPassword -ForCertificate ('emailsettings secret reprotect --for-certificate FILE --out DOCUMENT'). Or import it without certificate and secrets, and enter each of these secrets again with Set-MailPassword ('emailsettings secret set PURPOSE').");

    /// <summary>A subject names several certificates.</summary>
    public static readonly FindingCode CertificateAmbiguous = new("CertificateAmbiguous", FindingKind.InvalidInput,
        "The subject '{value}' names {limit} certificates: {detail}.",
        "Choose one by its thumbprint.");

    /// <summary>The certificate is not RSA.</summary>
    public static readonly FindingCode CertificateNotRsa = new("CertificateNotRsa", FindingKind.Secret,
        "The certificate {value} has a key of type {detail}; passwords need RSA.",
        "Choose an RSA certificate of at least 2048 bits, or make one with New-MailPasswordCertificate ('emailsettings certificate new').");

    /// <summary>The RSA key is too short.</summary>
    public static readonly FindingCode CertificateKeyTooShort = new("CertificateKeyTooShort", FindingKind.Secret,
        "The certificate {value} has an RSA key of {detail} bits; at least {limit} are needed.",
        "Choose a certificate with a longer key, or make one with New-MailPasswordCertificate ('emailsettings certificate new').");

    /// <summary>The certificate came without its private key.</summary>
    public static readonly FindingCode CertificateKeyMissing = new("CertificateKeyMissing", FindingKind.Secret,
        "The certificate {value} is here without its private key, so nothing can be decrypted with it.",
        "Import it again from a PFX file that holds the key, or name the key file: Set-MailPasswordCertificate -Path CERT.pem -KeyPath KEY.pem ('emailsettings certificate use CERT.pem --key KEY.pem').");

    /// <summary>This account may not use the private key.</summary>
    public static readonly FindingCode CertificateKeyUnusable = new("CertificateKeyUnusable", FindingKind.Secret,
        "The account {limit} cannot use the private key of certificate {value}: {detail}",
        "Give the account read access to the key (certlm.msc, All Tasks, Manage Private Keys; elsewhere make it the owner of the key file), then run Test-MailPasswordCertificate ('emailsettings certificate test').");

    /// <summary>The certificate file cannot be read as PFX or PEM.</summary>
    public static readonly FindingCode CertificateFileInvalid = new("CertificateFileInvalid", FindingKind.InvalidInput,
        "'{value}' cannot be read as a certificate: {detail}",
        "Give a PFX (PKCS#12) file, or a PEM certificate with its key file.");

    /// <summary>The PFX needs a passphrase or the given one is wrong.</summary>
    public static readonly FindingCode CertificatePassphraseWrong = new("CertificatePassphraseWrong", FindingKind.Secret,
        "The passphrase does not open '{value}'.",
        "Give the passphrase of the file at the prompt, or with -Passphrase ('--password-stdin').");

    /// <summary>A key file that others than its owner can read.</summary>
    public static readonly FindingCode KeyFileExposed = new("KeyFileExposed", FindingKind.Secret,
        "The key file '{value}' can be read by others than its owner ({detail}).",
        "Remove that access (chmod 600; on Windows leave its owner, SYSTEM and Administrators), and treat the key as compromised.");

    /// <summary>A certificate option out of its range.</summary>
    public static readonly FindingCode CertificateOptionOutOfRange = new("CertificateOptionOutOfRange", FindingKind.InvalidInput,
        "{field} is '{value}'; it accepts {limit}.",
        "Give a value in that range.");

    /// <summary>The certificate store of the system cannot be written.</summary>
    public static readonly FindingCode CertificateStoreDenied = new("CertificateStoreDenied", FindingKind.NotAllowed,
        "The certificate store {value} cannot be used: {detail}",
        "Run as an account that may, or use CurrentUser\\My or a PFX file.");

    /// <summary>Warning: the certificate has ended.</summary>
    public static readonly FindingCode CertificateExpired = new("CertificateExpired", FindingKind.Warning,
        "The password certificate {value} expired on {detail}; it still encrypts and decrypts.",
        "Do not remove it. Plan a new one: New-MailPasswordCertificate ('emailsettings certificate new'), then Update-MailPassword ('emailsettings secret reprotect').");

    /// <summary>Warning: the certificate has not begun.</summary>
    public static readonly FindingCode CertificateNotYetValid = new("CertificateNotYetValid", FindingKind.Warning,
        "The password certificate {value} is valid only from {detail}; it encrypts and decrypts all the same.",
        "Check this system's clock.");

    /// <summary>A protected text that is no CMS text at all.</summary>
    public static readonly FindingCode ProtectedTextInvalid = new("ProtectedTextInvalid", FindingKind.Secret,
        "The text is not a protected text: {detail}",
        "Give the whole text from '-----BEGIN CMS-----' to '-----END CMS-----'.");

    /// <summary>The text was altered, or was protected by something else.</summary>
    public static readonly FindingCode ProtectedTextAltered = new("ProtectedTextAltered", FindingKind.Secret,
        "The protected text was altered, or was not made by EmailSettings.",
        "Copy it again from its source, or re-enter the secret.");

    /// <summary>The text was protected for another certificate. Value: the recipient's issuer and serial.</summary>
    public static readonly FindingCode ProtectedForOtherCertificate = new("ProtectedForOtherCertificate", FindingKind.Secret,
        "The text was protected for another certificate: {value}.",
        "Make that certificate with its private key available here, or re-enter the secret.");

    /// <summary>The text was protected for another purpose.</summary>
    public static readonly FindingCode ProtectedForOtherPurpose = new("ProtectedForOtherPurpose", FindingKind.Secret,
        "The text was protected for '{value}' and does not open as '{limit}'.",
        "Name its own purpose, or enter the secret again where it is needed.");

    /// <summary>A text of an outgoing secret that does not say which server it was entered for. Value: its purpose.</summary>
    public static readonly FindingCode SecretWithoutTarget = new("SecretWithoutTarget", FindingKind.Secret,
        "The secret '{value}' does not say which server it was entered for; an earlier version protected it.",
        "Check whether the outgoing server is the right one, then bind the secret to it with Update-MailPassword ('emailsettings secret reprotect').");

    /// <summary>Nothing is stored for a purpose.</summary>
    public static readonly FindingCode SecretNotFound = new("SecretNotFound", FindingKind.NotFound,
        "No secret is stored for '{value}'.",
        "List the stored ones with Get-MailPassword ('emailsettings secret list').");

    /// <summary>Text that names no purpose.</summary>
    public static readonly FindingCode PurposeUnknown = new("PurposeUnknown", FindingKind.InvalidInput,
        "'{value}' is not a purpose of a secret.",
        "Purposes are outgoing.password, outgoing.secret, incoming.secret:NAME, sms.password and text.");

    /// <summary>A secret that is empty or too long.</summary>
    public static readonly FindingCode SecretLengthInvalid = new("SecretLengthInvalid", FindingKind.InvalidInput,
        "The secret for '{field}' has {value} bytes in UTF-8; it accepts {limit}.",
        "Check what was piped or typed; nothing was changed.");

    /// <summary>A secret handed in as plain text or as something else.</summary>
    public static readonly FindingCode SecretNotSecure = new("SecretNotSecure", FindingKind.InvalidInput,
        "The secret for '{field}' is neither a SecureString nor a PSCredential.",
        "Read it with Read-Host -AsSecureString, or take it from Get-Secret; plain text stays in the history of the shell.");

    /// <summary>A secret with a NUL, which SASL PLAIN cannot carry (RFC 4616).</summary>
    public static readonly FindingCode SecretHoldsNul = new("SecretHoldsNul", FindingKind.InvalidInput,
        "The secret for '{field}' holds a NUL character, which no mail login can carry (RFC 4616).",
        "Check how the secret was piped (UTF-16 text piped as bytes holds NULs); nothing was changed.");

    /// <summary>A secret that is not UTF-8.</summary>
    public static readonly FindingCode SecretNotUtf8 = new("SecretNotUtf8", FindingKind.InvalidInput,
        "The secret for '{field}' is not UTF-8 text.",
        "Pipe it as UTF-8; nothing was changed.");

    /// <summary>Warning: the certificate ends soon. Limit: days left. Detail: the day.</summary>
    public static readonly FindingCode CertificateEndsSoon = new("CertificateEndsSoon", FindingKind.Warning,
        "The password certificate {value} ends in {limit} days, on {detail}.",
        "It keeps working after it expires; plan a new one: New-MailPasswordCertificate ('emailsettings certificate new'), then Update-MailPassword ('emailsettings secret reprotect').");

    /// <summary>The private key cannot be taken out of its store.</summary>
    public static readonly FindingCode CertificateKeyNotExportable = new("CertificateKeyNotExportable", FindingKind.Secret,
        "The private key of certificate {value} cannot be exported, so it cannot be brought to other hosts.",
        "Import the certificate there from the file it first came from, or create a new one with New-MailPasswordCertificate ('emailsettings certificate new').");

    /// <summary>
    /// Certificates that are newer than the chosen one bear the same subject. Limit: how many. Detail: their thumbprints.
    /// </summary>
    public static readonly FindingCode CertificateSubjectShared = new("CertificateSubjectShared", FindingKind.Warning,
        "The subject '{value}' is also that of certificates newer than the chosen one ({limit}): {detail}.",
        "If one of them is the renewal, choose it by thumbprint with Set-MailPasswordCertificate THUMBPRINT ('emailsettings certificate use THUMBPRINT') and re-encrypt with Update-MailPassword ('emailsettings secret reprotect').");

    /// <summary>The key usage leaves out key encipherment, which other programs insist on.</summary>
    public static readonly FindingCode CertificateUsageUnusual = new("CertificateUsageUnusual", FindingKind.Warning,
        "The key usage of certificate {value} is {detail}, without key encipherment; EmailSettings uses it all the same.",
        "Other programs may refuse to decrypt with it; create the next one with New-MailPasswordCertificate ('emailsettings certificate new').");

    /// <summary>A file to be exported cannot be written.</summary>
    public static readonly FindingCode ExportFileNotWritable = new("ExportFileNotWritable", FindingKind.NotAllowed,
        "The file '{value}' cannot be written: {detail}",
        "Name a file in a folder that this account may write.");

    /// <summary>A PFX is exported with a passphrase only.</summary>
    public static readonly FindingCode ExportPassphraseMissing = new("ExportPassphraseMissing", FindingKind.InvalidInput,
        "A PFX file holds the private key, so '{value}' needs a passphrase.",
        "Give one at the prompt, or with -Passphrase ('--password-stdin').");

    /// <summary>An account that this system does not know.</summary>
    public static readonly FindingCode AccountUnknown = new("AccountUnknown", FindingKind.NotFound,
        "The account '{value}' is not known here.",
        "Give it as DOMAIN\\name, HOST\\name or name@domain.");

    /// <summary>Another account's access can be asked only of Windows keys.</summary>
    public static readonly FindingCode AccountCheckUnavailable = new("AccountCheckUnavailable", FindingKind.InvalidInput,
        "Whether the account '{value}' may use the key cannot be asked here: {detail}",
        "Run the test as that account.");

    /// <summary>Warning: secrets still need an earlier certificate. Value: its thumbprint. Detail: their purposes.</summary>
    public static readonly FindingCode SecretsOnEarlierCertificate = new("SecretsOnEarlierCertificate", FindingKind.Warning,
        "Certificate {value}, which is not the chosen one, still protects {limit} of the stored secrets: {detail}.",
        "Re-encrypt them with Update-MailPassword ('emailsettings secret reprotect') before that certificate is removed.");

    /// <summary>
    /// Warning: other hosts of the same store lack the key. Value: the certificate; detail: the hosts, and when they looked.
    /// </summary>
    public static readonly FindingCode CertificateMissingOnHosts = new("CertificateMissingOnHosts", FindingKind.Warning,
        "The private key of certificate {value} is not usable on other hosts of this store: {detail}.",
        "Export it with Export-MailPasswordCertificate ('emailsettings certificate export'), import it there, and run Test-MailPasswordCertificate ('emailsettings certificate test') on that host.");

    /// <summary>Another account has no access to the key. Detail: the exact step that grants it.</summary>
    public static readonly FindingCode AccountCannotUseKey = new("AccountCannotUseKey", FindingKind.Secret,
        "The account '{value}' cannot use the private key of certificate {limit}.", "{detail}");

    /// <summary>
    /// Warning: another account has access through a group, if it belongs to it. Detail: the step that grants it for certain.
    /// </summary>
    public static readonly FindingCode AccountAccessUncertain = new("AccountAccessUncertain", FindingKind.Warning,
        "The account '{value}' can use the private key only if it belongs to {limit}.",
        "Run the test as that account, or grant it by name: {detail}");
}
