namespace EmailSettings.Core.Settings.Fields;

/// <summary>A block whose values are a <typeparamref name="TBlock"/>.</summary>
/// <typeparam name="TBlock">The record of the block.</typeparam>
public sealed class SettingBlock<TBlock> : SettingBlock
{
    /// <summary>Creates a block.</summary>
    /// <param name="path">The key of the block in documents and paths.</param>
    /// <param name="title">The display name.</param>
    /// <param name="fields">The fields, in the order of the page.</param>
    /// <param name="states">The read-only values shown with them.</param>
    public SettingBlock(string path, string title, IReadOnlyList<SettingField<TBlock>> fields, params IReadOnlyList<StateField> states)
        : base(path, title)
    {
        States = states;
        Fields = fields;
        ValueFields = [.. fields.Where(row => !row.IsSecret && !row.IsFixed)];
        for (var ordinal = 0; ordinal < fields.Count; ordinal++) fields[ordinal].Ordinal = ordinal;
    }

    /// <summary>The fields, in the order of the page.</summary>
    public override IReadOnlyList<SettingField<TBlock>> Fields { get; }

    /// <summary>The fields whose values are in the block itself: all but secrets and fixed ones.</summary>
    public IReadOnlyList<SettingField<TBlock>> ValueFields { get; }

    /// <summary>Returns the field with a C# or JSON name, ignoring case.</summary>
    /// <exception cref="ArgumentException">There is no such field.</exception>
    internal SettingField<TBlock> Get(string name) => (SettingField<TBlock>?)Find(name) ?? throw new ArgumentException($"'{Path}' has no field '{name}'.", nameof(name));
}
