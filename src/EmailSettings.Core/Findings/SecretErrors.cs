namespace EmailSettings.Core.Findings;

/// <summary>Errors and warnings about the password certificate and secrets.</summary>
public static class SecretErrors
{
    /// <summary>No certificate is chosen.</summary>
    public static readonly FindingCode CertificateNotChosen = new("CertificateNotChosen", FindingKind.Secret,
        "No password certificate is chosen, so no secret can be stored.",
        "Create one with New-MailPasswordCertificate ('emailsettings certificate new'), or choose an existing one with Set-MailPasswordCertificate ('emailsettings certificate use THUMBPRINT').");

    /// <summary>The chosen certificate is missing. Detail: the secrets to re-enter.</summary>
    public static readonly FindingCode CertificateMissing = new("CertificateMissing", FindingKind.Secret,
        "The password certificate {value} ({limit}) is not on this system. {detail}",
        "Import the certificate with its private key again, or choose another one and re-enter each of these secrets with Set-MailPassword -Purpose … ('emailsettings secret set PURPOSE').");

    /// <summary>No certificate has the given thumbprint or subject.</summary>
    public static readonly FindingCode CertificateNotFound = new("CertificateNotFound", FindingKind.NotFound,
        "There is no certificate '{value}' in {detail}.",
        "Choose one with Set-MailPasswordCertificate ('emailsettings certificate use'): by a thumbprint that Get-MailPasswordCertificate -Available lists, or a PFX or PEM file.");

    /// <summary>A document from another system names a password certificate that this system lacks.</summary>
    public static readonly FindingCode DocumentCertificateMissing = new("DocumentCertificateMissing", FindingKind.Secret,
        "The document's password certificate {value} is not on this system. {detail}",
        "Write the document for a certificate of this system on the system that it comes from, with Update-MailPassword -ForCertificatePath FILE -OutPath DOCUMENT ('emailsettings secret reprotect --for-certificate FILE --out DOCUMENT'). Or import it without certificate and secrets, and re-enter each of these secrets with Set-MailPassword ('emailsettings secret set PURPOSE').");

    /// <summary>Several certificates have the given subject.</summary>
    public static readonly FindingCode CertificateAmbiguous = new("CertificateAmbiguous", FindingKind.InvalidInput,
        "The subject '{value}' matches {limit} certificates: {detail}.",
        "Choose one by its thumbprint.");

    /// <summary>The certificate is not RSA.</summary>
    public static readonly FindingCode CertificateNotRsa = new("CertificateNotRsa", FindingKind.Secret,
        "The certificate {value} has a key of type {detail}; passwords require RSA.",
        "Choose an RSA certificate of at least 2048 bits, or create one with New-MailPasswordCertificate ('emailsettings certificate new').");

    /// <summary>The RSA key is too short.</summary>
    public static readonly FindingCode CertificateKeyTooShort = new("CertificateKeyTooShort", FindingKind.Secret,
        "The certificate {value} has an RSA key of {detail} bits; at least {limit} are required.",
        "Choose a certificate with a longer key, or create one with New-MailPasswordCertificate ('emailsettings certificate new').");

    /// <summary>The certificate has no private key.</summary>
    public static readonly FindingCode CertificateKeyMissing = new("CertificateKeyMissing", FindingKind.Secret,
        "The certificate {value} has no private key on this system.",
        "Import it again from a PFX file that contains the key, or specify the key file: Set-MailPasswordCertificate -Path CERT.pem -KeyPath KEY.pem ('emailsettings certificate use CERT.pem --key KEY.pem').");

    /// <summary>This account may not use the private key.</summary>
    public static readonly FindingCode CertificateKeyUnusable = new("CertificateKeyUnusable", FindingKind.Secret,
        "The account {limit} cannot use the private key of certificate {value}: {detail}",
        "Give the account read access to the key (certlm.msc, All Tasks, Manage Private Keys; on other systems make it the owner of the key file), then run Test-MailPasswordCertificate ('emailsettings certificate test').");

    /// <summary>The certificate file cannot be read as PFX or PEM.</summary>
    public static readonly FindingCode CertificateFileInvalid = new("CertificateFileInvalid", FindingKind.InvalidInput,
        "'{value}' cannot be read as a certificate: {detail}",
        "Specify a PFX (PKCS#12) file, or a PEM certificate with its key file.");

    /// <summary>The PFX passphrase is missing or wrong.</summary>
    public static readonly FindingCode CertificatePassphraseWrong = new("CertificatePassphraseWrong", FindingKind.Secret,
        "The passphrase does not open '{value}'.",
        "Enter the passphrase of the file at the prompt, or pass it with -Passphrase ('--password-stdin').");

    /// <summary>A key file readable by others.</summary>
    public static readonly FindingCode KeyFileExposed = new("KeyFileExposed", FindingKind.Secret,
        "The key file '{value}' can be read by accounts other than its owner ({detail}).",
        "Remove that access (chmod 600; on Windows allow only its owner, SYSTEM and Administrators), and treat the key as compromised.");

    /// <summary>A certificate option out of its range.</summary>
    public static readonly FindingCode CertificateOptionOutOfRange = new("CertificateOptionOutOfRange", FindingKind.InvalidInput,
        "{field} is '{value}'; it accepts {limit}.",
        "Specify a value in that range.");

    /// <summary>The system's certificate store cannot be written.</summary>
    public static readonly FindingCode CertificateStoreDenied = new("CertificateStoreDenied", FindingKind.NotAllowed,
        "The certificate store {value} cannot be used: {detail}",
        "Run as an account with access, or use CurrentUser\\My or a PFX file.");

    /// <summary>Warning: the certificate has expired.</summary>
    public static readonly FindingCode CertificateExpired = new("CertificateExpired", FindingKind.Warning,
        "The password certificate {value} expired on {detail}; it still encrypts and decrypts.",
        "Do not remove it. Plan a replacement: New-MailPasswordCertificate ('emailsettings certificate new'), then Update-MailPassword ('emailsettings secret reprotect').");

    /// <summary>Warning: the certificate is not yet valid.</summary>
    public static readonly FindingCode CertificateNotYetValid = new("CertificateNotYetValid", FindingKind.Warning,
        "The password certificate {value} is valid only from {detail}; it still encrypts and decrypts.",
        "Check this system's clock.");

    /// <summary>Text that is not CMS.</summary>
    public static readonly FindingCode ProtectedTextInvalid = new("ProtectedTextInvalid", FindingKind.Secret,
        "The text is not a protected text: {detail}",
        "Specify the whole text from '-----BEGIN CMS-----' to '-----END CMS-----'.");

    /// <summary>The text was altered, or protected by another program.</summary>
    public static readonly FindingCode ProtectedTextAltered = new("ProtectedTextAltered", FindingKind.Secret,
        "The protected text was altered, or was not created by EmailSettings.",
        "Copy it again from its source, or re-enter the secret.");

    /// <summary>The text was protected for another certificate. Value: the recipient's issuer and serial.</summary>
    public static readonly FindingCode ProtectedForOtherCertificate = new("ProtectedForOtherCertificate", FindingKind.Secret,
        "The text was protected for another certificate: {value}.",
        "Make that certificate with its private key available here, or re-enter the secret.");

    /// <summary>The text was protected for another purpose.</summary>
    public static readonly FindingCode ProtectedForOtherPurpose = new("ProtectedForOtherPurpose", FindingKind.Secret,
        "The text was protected for '{value}' and cannot be decrypted as '{limit}'.",
        "Specify its own purpose, or re-enter the secret where it is needed.");

    /// <summary>An outgoing secret that does not record which server it was entered for. Value: its purpose.</summary>
    public static readonly FindingCode SecretWithoutTarget = new("SecretWithoutTarget", FindingKind.Secret,
        "The secret '{value}' was protected by an earlier version and does not record which server it was entered for.",
        "Check that the outgoing server is the right one, then bind the secret to it with Update-MailPassword ('emailsettings secret reprotect').");

    /// <summary>No secret is stored for a purpose.</summary>
    public static readonly FindingCode SecretNotFound = new("SecretNotFound", FindingKind.NotFound,
        "No secret is stored for '{value}'.",
        "List the stored secrets with Get-MailPassword ('emailsettings secret list').");

    /// <summary>An unknown purpose.</summary>
    public static readonly FindingCode PurposeUnknown = new("PurposeUnknown", FindingKind.InvalidInput,
        "'{value}' is not the purpose of a secret.",
        "The purposes are outgoing.password, outgoing.secret, incoming.secret:NAME, sms.password and text.");

    /// <summary>An empty or oversized secret.</summary>
    public static readonly FindingCode SecretLengthInvalid = new("SecretLengthInvalid", FindingKind.InvalidInput,
        "The secret for '{field}' has {value} bytes in UTF-8; it accepts {limit}.",
        "Check what was piped or typed.");

    /// <summary>A secret that was not passed securely.</summary>
    public static readonly FindingCode SecretNotSecure = new("SecretNotSecure", FindingKind.InvalidInput,
        "The secret for '{field}' is neither a SecureString nor a PSCredential.",
        "Read it with Read-Host -AsSecureString, or get it from Get-Secret; plain text stays in the shell's history.");

    /// <summary>A secret with a NUL character, which SASL PLAIN cannot carry (RFC 4616).</summary>
    public static readonly FindingCode SecretHoldsNul = new("SecretHoldsNul", FindingKind.InvalidInput,
        "The secret for '{field}' contains a NUL character, which no mail login can carry (RFC 4616).",
        "Check how the secret was piped (UTF-16 text piped as bytes contains NULs).");

    /// <summary>A secret that is not UTF-8.</summary>
    public static readonly FindingCode SecretNotUtf8 = new("SecretNotUtf8", FindingKind.InvalidInput,
        "The secret for '{field}' is not UTF-8 text.",
        "Pipe it as UTF-8.");

    /// <summary>Warning: the certificate expires soon. Limit: days left. Detail: the date.</summary>
    public static readonly FindingCode CertificateEndsSoon = new("CertificateEndsSoon", FindingKind.Warning,
        "The password certificate {value} expires in {limit} days, on {detail}.",
        "Plan a replacement, although it keeps working after it expires: New-MailPasswordCertificate ('emailsettings certificate new'), then Update-MailPassword ('emailsettings secret reprotect').");

    /// <summary>The private key cannot be exported.</summary>
    public static readonly FindingCode CertificateKeyNotExportable = new("CertificateKeyNotExportable", FindingKind.Secret,
        "The private key of certificate {value} cannot be exported.",
        "Import the certificate on the other hosts from its original file, or create a new one with New-MailPasswordCertificate ('emailsettings certificate new').");

    /// <summary>Newer certificates have the same subject as the chosen one. Limit: how many. Detail: their thumbprints.</summary>
    public static readonly FindingCode CertificateSubjectShared = new("CertificateSubjectShared", FindingKind.Warning,
        "Certificates newer than the chosen one ({limit}) have the same subject '{value}': {detail}.",
        "If one of them is the renewal, choose it by thumbprint with Set-MailPasswordCertificate THUMBPRINT ('emailsettings certificate use THUMBPRINT') and re-encrypt with Update-MailPassword ('emailsettings secret reprotect').");

    /// <summary>The key usage lacks key encipherment, which other programs require.</summary>
    public static readonly FindingCode CertificateUsageUnusual = new("CertificateUsageUnusual", FindingKind.Warning,
        "The key usage of certificate {value} is {detail}, without key encipherment; EmailSettings uses it nevertheless.",
        "Create the next one, which other programs can decrypt with too, with New-MailPasswordCertificate ('emailsettings certificate new').");

    /// <summary>An export file cannot be written.</summary>
    public static readonly FindingCode ExportFileNotWritable = new("ExportFileNotWritable", FindingKind.NotAllowed,
        "The file '{value}' cannot be written: {detail}",
        "Specify a file in a folder that this account may write to.");

    /// <summary>A PFX export needs a passphrase.</summary>
    public static readonly FindingCode ExportPassphraseMissing = new("ExportPassphraseMissing", FindingKind.InvalidInput,
        "A PFX file contains the private key, so '{value}' needs a passphrase.",
        "Enter one at the prompt, or pass it with -Passphrase ('--password-stdin').");

    /// <summary>An account unknown to this system.</summary>
    public static readonly FindingCode AccountUnknown = new("AccountUnknown", FindingKind.NotFound,
        "There is no account '{value}' on this system.",
        "Specify it as DOMAIN\\name, HOST\\name or name@domain.");

    /// <summary>Another account's access can be checked only for Windows keys.</summary>
    public static readonly FindingCode AccountCheckUnavailable = new("AccountCheckUnavailable", FindingKind.InvalidInput,
        "Whether the account '{value}' may use the key cannot be checked here: {detail}",
        "Run the test as that account.");

    /// <summary>Warning: secrets still need another certificate. Value: its thumbprint. Detail: their purposes.</summary>
    public static readonly FindingCode SecretsOnEarlierCertificate = new("SecretsOnEarlierCertificate", FindingKind.Warning,
        "Certificate {value}, which is not the chosen one, still protects {limit} of the stored secrets: {detail}.",
        "Re-encrypt them with Update-MailPassword ('emailsettings secret reprotect') before that certificate is removed.");

    /// <summary>
    /// Warning: other hosts of the same store lack the key. Value: the certificate; detail: the hosts, and when they checked.
    /// </summary>
    public static readonly FindingCode CertificateMissingOnHosts = new("CertificateMissingOnHosts", FindingKind.Warning,
        "The private key of certificate {value} is not usable on other hosts of this store: {detail}.",
        "Export it with Export-MailPasswordCertificate ('emailsettings certificate export'), import it there, and run Test-MailPasswordCertificate ('emailsettings certificate test') on that host.");

    /// <summary>Another account has no access to the key. Detail: the step that grants it.</summary>
    public static readonly FindingCode AccountCannotUseKey = new("AccountCannotUseKey", FindingKind.Secret,
        "The account '{value}' cannot use the private key of certificate {limit}.", "{detail}");

    /// <summary>
    /// Warning: another account has access only if it belongs to a group. Detail: the step that grants access directly.
    /// </summary>
    public static readonly FindingCode AccountAccessUncertain = new("AccountAccessUncertain", FindingKind.Warning,
        "The account '{value}' can use the private key only if it belongs to {limit}.",
        "Run the test as that account, or grant it by name: {detail}");
}
