namespace EmailSettings.Core.Settings.Fields;

/// <summary>A block whose values are a <typeparamref name="TBlock"/>.</summary>
/// <typeparam name="TBlock">The record of the block.</typeparam>
public sealed class SettingBlock<TBlock> : SettingBlock
{
    /// <summary>A block.</summary>
    /// <param name="path">Key of the block in documents and paths.</param>
    /// <param name="title">What people call it.</param>
    /// <param name="fields">The fields, in the order of the page.</param>
    /// <param name="states">What is shown with them and cannot be set.</param>
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

    /// <summary>The fields whose values stand in the block itself: all but secrets and fixed ones.</summary>
    public IReadOnlyList<SettingField<TBlock>> ValueFields { get; }

    /// <summary>The field of that name (either spelling, without case).</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    internal SettingField<TBlock> Get(string name) => (SettingField<TBlock>?)Find(name) ?? throw new ArgumentException($"'{Path}' has no field '{name}'.", nameof(name));
}
