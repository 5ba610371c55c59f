namespace EmailSettings.Core.Storage;

/// <summary>
/// Something that is written down beside the settings: it changes none, so the revision stays. The closed set stands in this
/// file.
/// </summary>
public abstract record StoreNote
{
    private StoreNote()
    {
    }

    /// <summary>It is lost where the store is just being written: it comes again, and nobody waits for it.</summary>
    public virtual bool MayBeLost => false;

    /// <summary>An operation was refused; goes into the history at the revision that the store has.</summary>
    public sealed record Refusal(ChangeRecord Record) : StoreNote;

    /// <summary>What a host found out about the password certificate; replaces what it found before.</summary>
    public sealed record CertificateOnHost(HostCertificate Certificate) : StoreNote
    {
        /// <inheritdoc/>
        public override bool MayBeLost => true;
    }
}
