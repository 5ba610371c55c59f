namespace EmailSettings.Core.Settings.Fields;

/// <summary>The path of a field, for example <c>basic.maxIncomingSizeKB</c>, built only when needed.</summary>
/// <param name="Block">The location of the block; null if <paramref name="Name"/> is the whole path.</param>
/// <param name="Name">The field name.</param>
internal readonly record struct FieldPath(IBlockPlace? Block, string Name)
{
    public static implicit operator FieldPath(string path) => new(null, path);

    public override string ToString() => Block is null ? Name : $"{Block.At}.{Name}";
}
