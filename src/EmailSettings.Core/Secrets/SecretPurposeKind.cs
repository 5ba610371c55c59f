namespace EmailSettings.Core.Secrets;

/// <summary>What a secret is for.</summary>
public enum SecretPurposeKind
{
    /// <summary>Any text that is not one of the stored secrets.</summary>
    Text,

    /// <summary>Password of the outgoing server (Basic authentication).</summary>
    OutgoingPassword,

    /// <summary>Client secret of the outgoing server (OAuth Service).</summary>
    OutgoingSecret,

    /// <summary>Client secret of one incoming server (OAuth Service).</summary>
    IncomingSecret,

    /// <summary>Password of the SMS Server, which shares the certificate.</summary>
    SmsPassword,
}
