namespace EmailSettings.Core.Settings.Fields;

/// <summary>A block whose values are a <typeparamref name="TBlock"/>.</summary>
/// <typeparam name="TBlock">The record of the block.</typeparam>
/// <param name="path">Key of the block in documents and paths.</param>
/// <param name="title">What people call it.</param>
/// <param name="fields">The fields, in the order of the page.</param>
public sealed class SettingBlock<TBlock>(string path, string title, IReadOnlyList<SettingField<TBlock>> fields)
    : SettingBlock(path, title)
{
    /// <summary>The fields, in the order of the page.</summary>
    public override IReadOnlyList<SettingField<TBlock>> Fields => fields;

    /// <summary>The fields whose values stand in the block itself: all but secrets and fixed ones.</summary>
    public IEnumerable<SettingField<TBlock>> ValueFields => fields.Where(row => !row.IsSecret && !row.IsFixed);
}
