using EmailSettings.Core.Certificates;
using EmailSettings.Core.Settings;

namespace EmailSettings.Core.Storage;

/// <summary>A consistent snapshot of a store.</summary>
public sealed record StoredState
{
    /// <summary>The number of the last change; 0 for a new store.</summary>
    public long Revision { get; init; }

    /// <summary>Basic settings.</summary>
    public BasicSettings Basic { get; init; } = BasicSettings.Default;

    /// <summary>Attachment settings.</summary>
    public AttachmentSettings Attachments { get; init; } = AttachmentSettings.Default;

    /// <summary>The pending restart, if any.</summary>
    public RestartMark? Restart { get; init; }

    /// <summary>Error texts.</summary>
    public ErrorTexts ErrorTexts { get; init; } = ErrorTexts.Default;

    /// <summary>Incoming servers, sorted by name.</summary>
    public IReadOnlyList<IncomingMailServer> IncomingServers { get; init; } = [];

    /// <summary>The outgoing server.</summary>
    public OutgoingMailServer OutgoingServer { get; init; } = OutgoingMailServer.Default;

    /// <summary>The SMS Server's password state.</summary>
    public SmsServer SmsServer { get; init; } = new();

    /// <summary>The chosen password certificate with its location on this host; null if none is chosen.</summary>
    public CertificateReference? Certificate { get; init; }

    /// <summary>All certificates ever chosen, with their locations on this host.</summary>
    public IReadOnlyList<CertificateReference> KnownCertificates { get; init; } = [];

    /// <summary>Rights and locks; null if not requested, so that they are not mistaken for switched off.</summary>
    public AccessRules? Access { get; init; }

    /// <summary>The last certificate check of each host, sorted by host name.</summary>
    public IReadOnlyList<HostCertificate> Hosts { get; init; } = [];

    /// <summary>The protected texts.</summary>
    public IReadOnlyDictionary<SecretKey, StoredSecret> Secrets { get; init; } = new Dictionary<SecretKey, StoredSecret>();
}
