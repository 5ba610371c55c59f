namespace EmailSettings.Core.Storage;

/// <summary>The parts of the store to read; other parts have their defaults.</summary>
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

    /// <summary>Incoming servers and the state of their secrets.</summary>
    Incoming = 8,

    /// <summary>The outgoing server and the state of its secrets.</summary>
    Outgoing = 16,

    /// <summary>The SMS Server's password state.</summary>
    Sms = 32,

    /// <summary>The certificate that protects passwords.</summary>
    Certificate = 64,

    /// <summary>The protected texts themselves.</summary>
    Secrets = 128,

    /// <summary>Rights and locks.</summary>
    Access = 256,

    /// <summary>The certificate checks of each host.</summary>
    Hosts = 512,

    /// <summary>Everything.</summary>
    All = Basic | Attachments | ErrorTexts | Incoming | Outgoing | Sms | Certificate | Secrets | Access | Hosts,
}
