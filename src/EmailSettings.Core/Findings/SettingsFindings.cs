namespace EmailSettings.Core.Findings;

/// <summary>Findings of the stages Settings and Secret.</summary>
public static class SettingsFindings
{
    /// <summary>The outgoing server is switched off.</summary>
    public static readonly FindingCode Disabled = new("Settings.Disabled", Severity.Warning,
        "The outgoing mail server is switched off, so the platform does not use it; it was tested all the same.",
        "Switch it on with Set-OutgoingMailServer -Enabled $true ('emailsettings set outgoing enabled=true').");

    /// <summary>Something that the test needs is nowhere. Value: what. Detail: how a call gives it.</summary>
    public static readonly FindingCode Incomplete = new("Settings.Incomplete", Severity.Error,
        "The test needs {value}, and neither the settings nor this call give it.",
        "Give {value} in the settings, or with this call ({detail}).");

    /// <summary>A value cannot be used. Value: it. Detail: which and why.</summary>
    public static readonly FindingCode Invalid = new("Settings.Invalid", Severity.Error,
        "'{value}' cannot be used: {detail}.",
        "Correct the value and test again.");

    /// <summary>A login was given, and the authentication is one without.</summary>
    internal static Finding AnonymousWithLogin() => Invalid.At("Anonymous", "a user, a password or a client secret was given, and Anonymous logs in with none") with
    {
        NextStep = "Say how to log in (-Authentication Basic or OAuthService, '--authentication'), or leave the login out.",
    };

    /// <summary>A password was given for a login by client secret.</summary>
    internal static Finding PasswordForClientSecret() => Invalid.At("password", "OAuthService logs in with the application's client secret, and a user's password must not go there") with
    {
        NextStep = "Give the client secret (-ClientSecret, '--secret-stdin'), or say how the user logs in (-Authentication Basic or OAuthUser, '--authentication').",
    };

    /// <summary>A client secret was given for a login by password.</summary>
    internal static Finding ClientSecretForPassword(string authentication) => Invalid.At("client secret", $"{authentication} logs in with a user's password") with
    {
        NextStep = "Give user name and password (-Credential, '--user' and '--password-stdin'), or say that the application logs in (-Authentication OAuthService, '--authentication OAuthService').",
    };

    /// <summary>No secret is stored or given. Value: the purpose.</summary>
    public static readonly FindingCode SecretNotSet = new("Secret.NotSet", Severity.Error,
        "The login needs {detail}, and none is stored or given.",
        "Enter it with Set-MailPassword -Purpose '{value}' ('emailsettings secret set \"{value}\"'), or give it with this call.");

    /// <summary>A stored secret would go elsewhere. Value: the purpose. Detail: what differs.</summary>
    public static readonly FindingCode SecretNotForThisTarget = new("Secret.NotForThisTarget", Severity.Error,
        "The stored secret '{value}' was not sent: it was entered for other values of {detail}.",
        "Give the secret again together with this call, or test without changing {detail}.");

    /// <summary>The password certificate is gone. Detail: the error's own text.</summary>
    public static readonly FindingCode CertificateMissing = new("Secret.CertificateMissing", Severity.Error,
        "The stored secret '{value}' cannot be decrypted: {detail}",
        "Import the password certificate with its private key again, or choose another one and re-enter the secret with Set-MailPassword -Purpose '{value}' ('emailsettings secret set \"{value}\"').");

    /// <summary>The private key is not here or not usable. Detail: the error's own text.</summary>
    public static readonly FindingCode KeyMissing = new("Secret.KeyMissing", Severity.Error,
        "The stored secret '{value}' cannot be decrypted: {detail}",
        "Import the certificate together with its private key, or let this account use the key, then run Test-MailPasswordCertificate ('emailsettings certificate test').");

    /// <summary>The protected text does not open. Detail: the error's own text.</summary>
    public static readonly FindingCode Undecryptable = new("Secret.Undecryptable", Severity.Error,
        "The stored secret '{value}' does not open: {detail}",
        "Re-enter the secret with Set-MailPassword -Purpose '{value}' ('emailsettings secret set \"{value}\"').");

    /// <summary>The client secret has ended by the date entered. Value: the purpose. Detail: the day.</summary>
    public static readonly FindingCode ClientSecretExpired = new("Secret.ClientSecretExpired", Severity.Warning,
        "The client secret '{value}' ended on {detail} by the date entered for it; whether it still works shows at the stage Token.",
        "Make a new client secret in the Microsoft Entra admin centre (App registrations, Certificates & secrets) and enter its Value with Set-MailPassword -Purpose '{value}' ('emailsettings secret set \"{value}\"').");

    /// <summary>The client secret ends soon. Value: the purpose. Detail: the day. Limit: days left.</summary>
    public static readonly FindingCode ClientSecretExpiresSoon = new("Secret.ClientSecretExpiresSoon", Severity.Warning,
        "The client secret '{value}' ends in {limit} days, on {detail}.",
        "Make a new client secret in the Microsoft Entra admin centre (App registrations, Certificates & secrets) and enter its Value with Set-MailPassword -Purpose '{value}' ('emailsettings secret set \"{value}\"') before that day.");
}
