namespace EmailSettings.Core.Findings;

/// <summary>Findings of the Settings and Secret stages.</summary>
public static class SettingsFindings
{
    private const string LoginStep = "Specify how to log in (-Authentication Basic or OAuthService, '--authentication'), or omit the login.";
    private const string ClientSecretStep = "Specify the client secret (-ClientSecret, '--secret-stdin'), or how the user logs in (-Authentication Basic or OAuthUser, '--authentication').";
    private const string PasswordStep = "Specify the user name and password (-Credential, '--user' and '--password-stdin'), or that the application logs in (-Authentication OAuthService, '--authentication OAuthService').";
    private const string BoundStep = "Restore the server's previous values, or enter the secret again with Set-MailPassword -Purpose '{value}' ('emailsettings secret set \"{value}\"').";

    /// <summary>The outgoing server is disabled.</summary>
    public static readonly FindingCode SettingsDisabled = new("Settings.Disabled", FindingKind.Warning,
        "The outgoing mail server is disabled, so the platform does not use it; it was tested nevertheless.",
        "Enable it with Set-OutgoingMailServer -Enabled $true ('emailsettings set outgoing enabled=true').");

    /// <summary>A value that the test needs is missing. Value: what. Detail: how to pass it in a call.</summary>
    public static readonly FindingCode SettingsIncomplete = new("Settings.Incomplete", FindingKind.InvalidInput,
        "The test needs {value}, but neither the settings nor this call specify it.",
        "Specify {value} in the settings, or with this call ({detail}).");

    /// <summary>An unusable value. Value: the value. Detail: what it is and why.</summary>
    public static readonly FindingCode SettingsInvalid = new("Settings.Invalid", FindingKind.InvalidInput,
        "'{value}' cannot be used: {detail}.",
        "Correct the value and test again.");

    /// <summary>Credentials were given, but the authentication uses none.</summary>
    internal static Finding AnonymousWithLogin() => SettingsInvalid.At(value: "Anonymous", detail: "a user, a password or a client secret was given, but Anonymous uses none") with
    {
        StepTemplate = LoginStep,
    };

    /// <summary>A password was given for a login with a client secret.</summary>
    internal static Finding PasswordForClientSecret() => SettingsInvalid.At(value: "password", detail: "OAuthService logs in with the application's client secret, not with a user's password") with
    {
        StepTemplate = ClientSecretStep,
    };

    /// <summary>A client secret was given for a login with a password.</summary>
    internal static Finding ClientSecretForPassword(string authentication) => SettingsInvalid.At(value: "client secret", detail: $"{authentication} logs in with a user's password") with
    {
        StepTemplate = PasswordStep,
    };

    /// <summary>No secret is stored or given. Value: the purpose. Detail: what is missing.</summary>
    public static readonly FindingCode SecretNotSet = new("Secret.NotSet", FindingKind.Secret,
        "The login needs {detail}, but none is stored or given.",
        "Enter it with Set-MailPassword -Purpose '{value}' ('emailsettings secret set \"{value}\"'), or pass it with this call.");

    /// <summary>Returns the finding for a missing client secret.</summary>
    internal static Finding ClientSecretNotStored(string field, object purpose) => SecretNotSet.At(field, purpose, detail: "a client secret");

    /// <summary>Returns the warning for a missing Basic password, which may be defined elsewhere in the platform.</summary>
    internal static Finding PasswordNotStored(string field, object purpose) => SecretNotSet.At(field, purpose, detail: "a password") with
    {
        Severity = Severity.Warning,
        CauseTemplate = "{field} is not set, so Basic authentication cannot log in unless the password is defined elsewhere.",
    };

    /// <summary>A stored secret would be sent to another target. Value: the purpose. Detail: what differs.</summary>
    public static readonly FindingCode SecretNotForThisTarget = new("Secret.NotForThisTarget", FindingKind.Secret,
        "The stored secret '{value}' was not sent: it was entered for other values of {detail}.",
        "Pass the secret again with this call, or test without changing {detail}.");

    /// <summary>A stored outgoing secret of an earlier version that does not record its server. Value: the purpose.</summary>
    public static readonly FindingCode SecretNotBound = new("Secret.NotBound", FindingKind.Secret,
        "The stored secret '{value}' was not sent: an earlier version protected it without recording which server it was entered for.",
        "Check that the outgoing server is the right one, then bind the secret to it with Update-MailPassword ('emailsettings secret reprotect'), or enter it again with Set-MailPassword -Purpose '{value}' ('emailsettings secret set \"{value}\"').");

    /// <summary>The password certificate is missing. Detail: the error's text or id.</summary>
    public static readonly FindingCode SecretCertificateMissing = new("Secret.CertificateMissing", FindingKind.Secret,
        "The stored secret '{value}' cannot be decrypted: {detail}.",
        "Import the password certificate with its private key again, or choose another one and re-enter the secret with Set-MailPassword -Purpose '{value}' ('emailsettings secret set \"{value}\"').");

    /// <summary>The private key is missing or unusable. Detail: the error's text or id.</summary>
    public static readonly FindingCode SecretKeyMissing = new("Secret.KeyMissing", FindingKind.Secret,
        "The stored secret '{value}' cannot be decrypted: {detail}.",
        "Import the certificate together with its private key, or give this account access to the key, then run Test-MailPasswordCertificate ('emailsettings certificate test').");

    /// <summary>The protected text cannot be decrypted. Detail: the error's text or id.</summary>
    public static readonly FindingCode SecretUndecryptable = new("Secret.Undecryptable", FindingKind.Secret,
        "The stored secret '{value}' is unreadable: {detail}.",
        "Re-enter the secret with Set-MailPassword -Purpose '{value}' ('emailsettings secret set \"{value}\"').");

    /// <summary>Environment variables determine the trusted roots for sending a stored secret. Value: the variables.</summary>
    public static readonly FindingCode SecretRootsFromEnvironment = new("Secret.RootsFromEnvironment", FindingKind.Secret,
        "Environment variables determine the root certificates that decide which servers receive the stored secret: {value}.",
        "Check that the variables are set on purpose and their files belong to an administrator, or unset them.");

    /// <summary>The client secret has expired by the date entered. Value: the purpose. Detail: the date.</summary>
    public static readonly FindingCode SecretClientSecretExpired = new("Secret.ClientSecretExpired", FindingKind.Secret,
        "According to the date entered for it, the client secret '{value}' expired on {detail}.",
        "Create a new client secret in the Microsoft Entra admin centre (App registrations, Certificates & secrets) and enter its Value with Set-MailPassword -Purpose '{value}' ('emailsettings secret set \"{value}\"').");

    /// <summary>The client secret expires soon. Value: the purpose. Detail: the date. Limit: days left.</summary>
    public static readonly FindingCode SecretClientSecretExpiresSoon = new("Secret.ClientSecretExpiresSoon", FindingKind.Warning,
        "The client secret '{value}' expires in {limit} days, on {detail}.",
        "Create a new client secret in the Microsoft Entra admin centre (App registrations, Certificates & secrets) and enter its Value with Set-MailPassword -Purpose '{value}' ('emailsettings secret set \"{value}\"') before that date.");

    /// <summary>
    /// Returns the finding for a stored secret that cannot be decrypted or does not belong to the configured server.
    /// </summary>
    /// <param name="problem">The id of the underlying error.</param>
    /// <param name="field">The field of the finding.</param>
    /// <param name="purpose">The secret's purpose.</param>
    /// <param name="detail">The error's text or id.</param>
    internal static Finding NotOpened(string? problem, string? field, object? purpose, string? detail) => problem switch
    {
        _ when problem == SecretErrors.SecretWithoutTarget.Id => SecretNotBound.At(field, purpose),
        _ when problem == SettingsErrors.SecretRequiredAgain.Id => SecretNotForThisTarget.At(field, purpose, detail: detail) with
        {
            CauseTemplate = "The stored secret '{value}' was entered for a server other than the configured one.",
            StepTemplate = BoundStep,
        },
        _ => Undecryptable(problem).At(field, purpose, detail: detail),
    };

    private static FindingCode Undecryptable(string? problem) => problem switch
    {
        _ when problem == SecretErrors.CertificateMissing.Id || problem == SecretErrors.CertificateNotChosen.Id
            || problem == SecretErrors.ProtectedForOtherCertificate.Id => SecretCertificateMissing,
        _ when problem == SecretErrors.CertificateKeyMissing.Id || problem == SecretErrors.CertificateKeyUnusable.Id
            || problem == SecretErrors.KeyFileExposed.Id => SecretKeyMissing,
        _ => SecretUndecryptable,
    };
}
