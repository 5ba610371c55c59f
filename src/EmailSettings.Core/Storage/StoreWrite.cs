using EmailSettings.Core.Certificates;
using EmailSettings.Core.Settings;

namespace EmailSettings.Core.Storage;

/// <summary>One write of a commit. A closed set.</summary>
public abstract record StoreWrite
{
    private StoreWrite()
    {
    }

    /// <summary>Replaces the basic settings.</summary>
    public sealed record PutBasic(BasicSettings Block) : StoreWrite;

    /// <summary>Replaces the attachment settings.</summary>
    public sealed record PutAttachments(AttachmentSettings Block) : StoreWrite;

    /// <summary>Replaces the error texts.</summary>
    public sealed record PutErrorTexts(ErrorTexts Block) : StoreWrite;

    /// <summary>Replaces the outgoing server.</summary>
    public sealed record PutOutgoing(OutgoingMailServer Block) : StoreWrite;

    /// <summary>Adds an incoming server with a new id.</summary>
    public sealed record AddServer(IncomingMailServer Server) : StoreWrite;

    /// <summary>Adds or replaces an incoming server by its id.</summary>
    public sealed record PutServer(IncomingMailServer Server) : StoreWrite;

    /// <summary>Removes an incoming server; its secret is removed separately.</summary>
    public sealed record RemoveServer(Guid Id) : StoreWrite;

    /// <summary>Adds or replaces a secret.</summary>
    public sealed record PutSecret(StoredSecret Secret) : StoreWrite;

    /// <summary>Removes a secret.</summary>
    public sealed record RemoveSecret(SecretKey Key) : StoreWrite;

    /// <summary>Sets the restart mark, or clears it if null.</summary>
    public sealed record PutRestart(RestartMark? Mark) : StoreWrite;

    /// <summary>Chooses a certificate and records its location on this host.</summary>
    public sealed record PutCertificate(CertificateReference Certificate) : StoreWrite;

    /// <summary>Switches rights on or off.</summary>
    public sealed record PutAccess(bool IsEnabled) : StoreWrite;

    /// <summary>Grants a right.</summary>
    public sealed record PutGrant(RightGrant Grant) : StoreWrite;

    /// <summary>Revokes a right.</summary>
    public sealed record RemoveGrant(string PrincipalId, string Right) : StoreWrite;

    /// <summary>Locks a block.</summary>
    public sealed record PutLock(BlockLock Lock) : StoreWrite;

    /// <summary>Unlocks a block.</summary>
    public sealed record RemoveLock(string Block) : StoreWrite;

    /// <summary>Chooses a certificate without changing the known locations; null for none.</summary>
    public sealed record ChooseCertificate(string? Thumbprint) : StoreWrite;
}
