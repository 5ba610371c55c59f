namespace EmailSettings.Core.Findings.Explanations;

/// <summary>Explanations of the findings of Settings and Secret.</summary>
internal static class SettingsExplanations
{
    /// <summary>Id, what it means, an example that provokes it.</summary>
    public static readonly (string Id, string Meaning, string Example)[] All =
    [
        ("Settings.Disabled",
            "A server can be switched off in the settings and tested all the same. The platform itself does not use it until it is switched on.",
            "outgoingServer.enabled is false."),
        ("Settings.Incomplete",
            "A test takes each value from the call, else from the settings. One that it cannot do without is in neither.",
            "No host is entered for the outgoing server."),
        ("Settings.Invalid",
            "A value is there and cannot be used, for example an address that is not a URL or a name with a control character.",
            "The address of the OAuth authority is login.microsoftonline.com, without https:// and tenant."),
        ("Secret.NotSet",
            "Passwords and client secrets are stored apart from the settings. None is stored for this server, and the call gave none.",
            "Authentication is Basic, and Set-MailPassword was never run for the server."),
        ("Secret.NotForThisTarget",
            "A stored secret is bound to the host, port and TLS, or the authority and client ID, that it was entered for; the binding lies in the encrypted text. It is not sent to others, whatever the store or a document says.",
            "The host was changed from mail.example.com to mail.example.net."),
        ("Secret.NotBound",
            "A stored secret is bound to the server it was entered for. Earlier versions protected the secrets of the outgoing server without saying which server that was, so it is not sent before somebody confirms the server.",
            "The password was entered before targets were part of protected texts, and Update-MailPassword was not run since."),
        ("Secret.RootsFromEnvironment",
            "OpenSSL takes the system's root certificates from where SSL_CERT_FILE and SSL_CERT_DIR point. A server whose certificate such a root has signed gets the secret.",
            "SSL_CERT_FILE names a file with a company's own root."),
        ("Secret.CertificateMissing",
            "Stored secrets are encrypted for a certificate. It is not on this machine.",
            "The store was copied to another machine without the certificate."),
        ("Secret.KeyMissing",
            "The certificate is there, and this account cannot use its private key.",
            "The test runs as another account than the one that was given the key."),
        ("Secret.Undecryptable",
            "The stored text is damaged or was encrypted with another key.",
            "A line of the store was edited by hand."),
        ("Secret.ClientSecretExpired",
            "Client secrets end on a day that the authority sets. The day that was entered with this one is past.",
            "The secret was made for six months and entered seven months ago."),
        ("Secret.ClientSecretExpiresSoon",
            "Client secrets end on a day that the authority sets. After that day no mail is sent or fetched.",
            "The secret ends in ten days."),
    ];
}
