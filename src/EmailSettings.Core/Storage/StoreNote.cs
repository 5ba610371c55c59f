namespace EmailSettings.Core.Storage;

/// <summary>Something recorded beside the settings; the revision stays. A closed set.</summary>
public abstract record StoreNote
{
    private StoreNote()
    {
    }

    /// <summary>
    /// Whether the note is dropped while the store is locked, because it will be recorded again and nobody waits for it.
    /// </summary>
    public virtual bool IsBestEffort => false;

    /// <summary>A refused operation, for the history at the current revision.</summary>
    public sealed record Refusal(ChangeRecord Record) : StoreNote;

    /// <summary>A check of the password certificate on a host; replaces the host's last one.</summary>
    public sealed record CertificateOnHost(HostCertificate Certificate) : StoreNote
    {
        /// <inheritdoc/>
        public override bool IsBestEffort => true;
    }
}
