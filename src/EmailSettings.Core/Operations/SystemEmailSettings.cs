using EmailSettings.Core.Certificates;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Operations;

/// <summary>All the settings at one revision.</summary>
public sealed record SystemEmailSettings
{
    /// <summary>Basic settings.</summary>
    public required BasicSettings Basic { get; init; }

    /// <summary>Attachment settings.</summary>
    public required AttachmentSettings Attachments { get; init; }

    /// <summary>Error texts.</summary>
    public required ErrorTexts ErrorTexts { get; init; }

    /// <summary>Incoming servers, sorted by name.</summary>
    public required IReadOnlyList<IncomingMailServer> IncomingServers { get; init; }

    /// <summary>The outgoing server.</summary>
    public required OutgoingMailServer OutgoingServer { get; init; }

    /// <summary>The SMS Server's password state.</summary>
    public required SmsServer SmsServer { get; init; }

    /// <summary>The chosen password certificate; null if none is chosen.</summary>
    public required CertificateReference? Certificate { get; init; }

    /// <summary>The number of the last change.</summary>
    public required long Revision { get; init; }

    internal static SystemEmailSettings From(StoredState state) => new()
    {
        Basic = state.Basic,
        Attachments = state.Attachments,
        ErrorTexts = state.ErrorTexts,
        IncomingServers = state.IncomingServers,
        OutgoingServer = state.OutgoingServer,
        SmsServer = state.SmsServer,
        Certificate = state.Certificate,
        Revision = state.Revision,
    };
}
