namespace EmailSettings.Core.Storage;

/// <summary>Parts of the store that a read asks for; what is not asked for stands at its default.</summary>
[Flags]
public enum StoreParts
{
    /// <summary>Only the revision.</summary>
    None = 0,

    /// <summary>Basic settings.</summary>
    Basic = 1,

    /// <summary>Attachment settings and the restart mark.</summary>
    Attachments = 2,

    /// <summary>Error texts.</summary>
    ErrorTexts = 4,

    /// <summary>Incoming servers with the state of their secrets.</summary>
    Incoming = 8,

    /// <summary>The outgoing server with the state of its secrets.</summary>
    Outgoing = 16,

    /// <summary>The SMS Server's password state.</summary>
    Sms = 32,

    /// <summary>Which certificate protects passwords.</summary>
    Certificate = 64,

    /// <summary>The protected texts themselves.</summary>
    Secrets = 128,

    /// <summary>Rights and locks.</summary>
    Access = 256,

    /// <summary>What each host found out about the certificate.</summary>
    Hosts = 512,

    /// <summary>Everything.</summary>
    All = Basic | Attachments | ErrorTexts | Incoming | Outgoing | Sms | Certificate | Secrets | Access | Hosts,
}
