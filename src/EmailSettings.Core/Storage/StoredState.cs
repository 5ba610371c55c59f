using EmailSettings.Core.Certificates;
using EmailSettings.Core.Settings;

namespace EmailSettings.Core.Storage;

/// <summary>One consistent reading of a store.</summary>
public sealed record StoredState
{
    /// <summary>Counts the changes; 0 for a store that was never written.</summary>
    public long Revision { get; init; }

    /// <summary>Basic settings.</summary>
    public BasicSettings Basic { get; init; } = BasicSettings.Default;

    /// <summary>Attachment settings.</summary>
    public AttachmentSettings Attachments { get; init; } = AttachmentSettings.Default;

    /// <summary>The restart that is due, if any.</summary>
    public RestartMark? Restart { get; init; }

    /// <summary>Error texts.</summary>
    public ErrorTexts ErrorTexts { get; init; } = ErrorTexts.Default;

    /// <summary>Incoming servers, by name.</summary>
    public IReadOnlyList<IncomingMailServer> IncomingServers { get; init; } = [];

    /// <summary>The outgoing server.</summary>
    public OutgoingMailServer OutgoingServer { get; init; } = OutgoingMailServer.Default;

    /// <summary>The SMS Server's password state.</summary>
    public SmsServer SmsServer { get; init; } = new();

    /// <summary>The chosen password certificate, with its place on this host; null where none was chosen.</summary>
    public CertificateReference? Certificate { get; init; }

    /// <summary>Every certificate that was ever chosen, with its place on this host.</summary>
    public IReadOnlyList<CertificateReference> KnownCertificates { get; init; } = [];

    /// <summary>Rights and locks; null where they were not asked for, so that nobody takes them for switched off.</summary>
    public AccessRules? Access { get; init; }

    /// <summary>What each host last found out about the certificate, by name of the host.</summary>
    public IReadOnlyList<HostCertificate> Hosts { get; init; } = [];

    /// <summary>The protected texts.</summary>
    public IReadOnlyDictionary<SecretKey, StoredSecret> Secrets { get; init; } = new Dictionary<SecretKey, StoredSecret>();
}
