namespace EmailSettings.Core.Storage.Relational;

/// <summary>The current state of a store.</summary>
/// <param name="Revision">The number of the last change.</param>
/// <param name="Digest">The digest of the tables.</param>
internal sealed record RelationalState(long Revision, StoreDigest Digest)
{
    public static RelationalState Empty => new(0, new StoreDigest());
}
