namespace EmailSettings.Core.Storage.Relational;

/// <summary>The row that a store stands at.</summary>
/// <param name="Revision">Counts the changes.</param>
/// <param name="Digest">What the tables hold.</param>
internal sealed record RelationalState(long Revision, StoreDigest Digest)
{
    public static RelationalState Empty => new(0, new StoreDigest());
}
