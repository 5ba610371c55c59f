namespace EmailSettings.Core.Findings;

/// <summary>Findings of the stages Settings and Secret.</summary>
public static class SettingsFindings
{
    private const string LoginStep = "Say how to log in (-Authentication Basic or OAuthService, '--authentication'), or leave the login out.";
    private const string ClientSecretStep = "Give the client secret (-ClientSecret, '--secret-stdin'), or say how the user logs in (-Authentication Basic or OAuthUser, '--authentication').";
    private const string PasswordStep = "Give user name and password (-Credential, '--user' and '--password-stdin'), or say that the application logs in (-Authentication OAuthService, '--authentication OAuthService').";
    private const string BoundStep = "Put the server's values back, or enter the secret again with Set-MailPassword -Purpose '{value}' ('emailsettings secret set \"{value}\"').";

    /// <summary>The outgoing server is switched off.</summary>
    public static readonly FindingCode SettingsDisabled = new("Settings.Disabled", FindingKind.Warning,
        "The outgoing mail server is switched off, so the platform does not use it; it was tested all the same.",
        "Switch it on with Set-OutgoingMailServer -Enabled $true ('emailsettings set outgoing enabled=true').");

    /// <summary>Something that the test needs is nowhere. Value: what. Detail: how a call gives it.</summary>
    public static readonly FindingCode SettingsIncomplete = new("Settings.Incomplete", FindingKind.InvalidInput,
        "The test needs {value}, and neither the settings nor this call give it.",
        "Give {value} in the settings, or with this call ({detail}).");

    /// <summary>A value cannot be used. Value: it. Detail: which and why.</summary>
    public static readonly FindingCode SettingsInvalid = new("Settings.Invalid", FindingKind.InvalidInput,
        "'{value}' cannot be used: {detail}.",
        "Correct the value and test again.");

    /// <summary>A login was given, and the authentication is one without.</summary>
    internal static Finding AnonymousWithLogin() => SettingsInvalid.At(value: "Anonymous", detail: "a user, a password or a client secret was given, and Anonymous logs in with none") with
    {
        StepTemplate = LoginStep,
    };

    /// <summary>A password was given for a login by client secret.</summary>
    internal static Finding PasswordForClientSecret() => SettingsInvalid.At(value: "password", detail: "OAuthService logs in with the application's client secret, and a user's password must not go there") with
    {
        StepTemplate = ClientSecretStep,
    };

    /// <summary>A client secret was given for a login by password.</summary>
    internal static Finding ClientSecretForPassword(string authentication) => SettingsInvalid.At(value: "client secret", detail: $"{authentication} logs in with a user's password") with
    {
        StepTemplate = PasswordStep,
    };

    /// <summary>No secret is stored or given. Value: the purpose. Detail: what is needed.</summary>
    public static readonly FindingCode SecretNotSet = new("Secret.NotSet", FindingKind.Secret,
        "The login needs {detail}, and none is stored or given.",
        "Enter it with Set-MailPassword -Purpose '{value}' ('emailsettings secret set \"{value}\"'), or give it with this call.");

    /// <summary>No client secret is stored for an application that logs in with one.</summary>
    internal static Finding ClientSecretNotStored(string field, object purpose) => SecretNotSet.At(field, purpose, detail: "a client secret");

    /// <summary>No password is stored for Basic, which the platform takes from elsewhere where it is defined there.</summary>
    internal static Finding PasswordNotStored(string field, object purpose) => SecretNotSet.At(field, purpose, detail: "a password") with
    {
        Severity = Severity.Warning,
        CauseTemplate = "{field} is not set, so Basic authentication cannot log in unless the password is defined elsewhere.",
    };

    /// <summary>A stored secret would go elsewhere. Value: the purpose. Detail: what differs.</summary>
    public static readonly FindingCode SecretNotForThisTarget = new("Secret.NotForThisTarget", FindingKind.Secret,
        "The stored secret '{value}' was not sent: it was entered for other values of {detail}.",
        "Give the secret again together with this call, or test without changing {detail}.");

    /// <summary>
    /// A stored outgoing secret of an earlier version does not say what it was entered for. Value: the purpose.
    /// </summary>
    public static readonly FindingCode SecretNotBound = new("Secret.NotBound", FindingKind.Secret,
        "The stored secret '{value}' was not sent: an earlier version protected it, so it does not say which server it was entered for.",
        "Check whether the outgoing server is the right one, then bind the secret to it with Update-MailPassword ('emailsettings secret reprotect'), or enter it again with Set-MailPassword -Purpose '{value}' ('emailsettings secret set \"{value}\"').");

    /// <summary>The password certificate is gone. Detail: the error's own text or id.</summary>
    public static readonly FindingCode SecretCertificateMissing = new("Secret.CertificateMissing", FindingKind.Secret,
        "The stored secret '{value}' cannot be decrypted: {detail}.",
        "Import the password certificate with its private key again, or choose another one and re-enter the secret with Set-MailPassword -Purpose '{value}' ('emailsettings secret set \"{value}\"').");

    /// <summary>The private key is not here or not usable. Detail: the error's own text or id.</summary>
    public static readonly FindingCode SecretKeyMissing = new("Secret.KeyMissing", FindingKind.Secret,
        "The stored secret '{value}' cannot be decrypted: {detail}.",
        "Import the certificate together with its private key, or let this account use the key, then run Test-MailPasswordCertificate ('emailsettings certificate test').");

    /// <summary>The protected text does not open. Detail: the error's own text or id.</summary>
    public static readonly FindingCode SecretUndecryptable = new("Secret.Undecryptable", FindingKind.Secret,
        "The stored secret '{value}' does not open: {detail}.",
        "Re-enter the secret with Set-MailPassword -Purpose '{value}' ('emailsettings secret set \"{value}\"').");

    /// <summary>A stored secret is sent to servers that roots of the environment vouch for. Value: the variables.</summary>
    public static readonly FindingCode SecretRootsFromEnvironment = new("Secret.RootsFromEnvironment", FindingKind.Secret,
        "The environment chooses the root certificates by which a stored secret trusts servers: {value}.",
        "Check whether the variables are set on purpose and their files belong to an administrator; whoever sets them decides which server gets the secret.");

    /// <summary>The client secret has ended by the date entered. Value: the purpose. Detail: the day.</summary>
    public static readonly FindingCode SecretClientSecretExpired = new("Secret.ClientSecretExpired", FindingKind.Secret,
        "The client secret '{value}' expired on {detail} by the date entered for it.",
        "Create a new client secret in the Microsoft Entra admin centre (App registrations, Certificates & secrets) and enter its Value with Set-MailPassword -Purpose '{value}' ('emailsettings secret set \"{value}\"').");

    /// <summary>The client secret ends soon. Value: the purpose. Detail: the day. Limit: days left.</summary>
    public static readonly FindingCode SecretClientSecretExpiresSoon = new("Secret.ClientSecretExpiresSoon", FindingKind.Warning,
        "The client secret '{value}' ends in {limit} days, on {detail}.",
        "Create a new client secret in the Microsoft Entra admin centre (App registrations, Certificates & secrets) and enter its Value with Set-MailPassword -Purpose '{value}' ('emailsettings secret set \"{value}\"') before that day.");

    /// <summary>What is said of a stored secret that does not open, or not for the server that is set.</summary>
    /// <param name="problem">The id of the error that says why.</param>
    /// <param name="field">Where it is said to be.</param>
    /// <param name="purpose">Its purpose.</param>
    /// <param name="detail">The error's own text or id.</param>
    internal static Finding NotOpened(string? problem, string? field, object? purpose, string? detail) => problem switch
    {
        _ when problem == SecretErrors.SecretWithoutTarget.Id => SecretNotBound.At(field, purpose),
        _ when problem == SettingsErrors.SecretRequiredAgain.Id => SecretNotForThisTarget.At(field, purpose, detail: detail) with
        {
            CauseTemplate = "The stored secret '{value}' was entered for another server than the one that is set, and goes nowhere else.",
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
