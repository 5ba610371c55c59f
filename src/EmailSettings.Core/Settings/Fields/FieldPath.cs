namespace EmailSettings.Core.Settings.Fields;

/// <summary>
/// The path of a field, for example <c>basic.maxIncomingSizeKB</c>: made of its parts only where somebody asks for it.
/// </summary>
/// <param name="Block">Where the block is; null where <paramref name="Name"/> is the whole path.</param>
/// <param name="Name">The field.</param>
internal readonly record struct FieldPath(IBlockPlace? Block, string Name)
{
    public static implicit operator FieldPath(string path) => new(null, path);

    public override string ToString() => Block is null ? Name : $"{Block.At}.{Name}";
}
