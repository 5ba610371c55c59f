namespace EmailSettings.Core.Findings.Explanations;

/// <summary>Explanations of the Settings and Secret findings.</summary>
internal static class SettingsExplanations
{
    /// <summary>Id, meaning, and an example that triggers it.</summary>
    public static readonly (string Id, string Meaning, string Example)[] All =
    [
        ("Settings.Disabled",
            "A server can be tested even if it is disabled in the settings. The platform itself does not use it until it is enabled.",
            "outgoingServer.enabled is false."),
        ("Settings.Incomplete",
            "A test takes each value from the call or else from the settings. A required value is in neither.",
            "The outgoing server has no host."),
        ("Settings.Invalid",
            "A value cannot be used, for example an address that is not a URL or a name with a control character.",
            "The address of the OAuth authority is login.microsoftonline.com, without https:// and tenant."),
        ("Secret.NotSet",
            "Passwords and client secrets are stored apart from the settings. None is stored for this server, and the call did not pass one.",
            "Authentication is Basic, and Set-MailPassword was never run for the server."),
        ("Secret.NotForThisTarget",
            "A stored secret is bound to the host, port and TLS, or the authority and client ID, that it was entered for; the binding is part of the encrypted text. It is never sent to others, whatever the store or a document says.",
            "The host was changed from mail.example.com to mail.example.net."),
        ("Secret.NotBound",
            "A stored secret is bound to the server it was entered for. Earlier versions did not record that server for the outgoing server's secrets, so such a secret is not sent until someone confirms the server.",
            "The password was entered with an earlier version, and Update-MailPassword has not been run since."),
        ("Secret.RootsFromEnvironment",
            "OpenSSL reads the root certificates from where SSL_CERT_FILE and SSL_CERT_DIR point. A server with a certificate issued by such a root would get the secret.",
            "SSL_CERT_FILE names a file with a company's own root certificate."),
        ("Secret.CertificateMissing",
            "Stored secrets are encrypted for a certificate, which is not on this machine.",
            "The store was copied to another machine without the certificate."),
        ("Secret.KeyMissing",
            "The certificate was found, but this account cannot use its private key.",
            "The test runs as an account without access to the key."),
        ("Secret.Undecryptable",
            "The stored text is damaged or was encrypted with another key.",
            "A line of the store was edited by hand."),
        ("Secret.ClientSecretExpired",
            "Client secrets expire on a date set by the authority. The date entered with this one has passed.",
            "A secret valid for six months was entered seven months ago."),
        ("Secret.ClientSecretExpiresSoon",
            "Client secrets expire on a date set by the authority. After that date no mail can be sent or fetched.",
            "The secret expires in ten days."),
    ];
}
