namespace EmailSettings.Core.Secrets;

/// <summary>The kind of a secret.</summary>
public enum SecretPurposeKind
{
    /// <summary>Any text that is not one of the stored secrets.</summary>
    Text,

    /// <summary>The password of the outgoing server (Basic authentication).</summary>
    OutgoingPassword,

    /// <summary>The client secret of the outgoing server (OAuth Service).</summary>
    OutgoingSecret,

    /// <summary>The client secret of an incoming server (OAuth Service).</summary>
    IncomingSecret,

    /// <summary>The password of the SMS Server, which shares the certificate.</summary>
    SmsPassword,
}
