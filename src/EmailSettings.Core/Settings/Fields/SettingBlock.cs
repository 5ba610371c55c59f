namespace EmailSettings.Core.Settings.Fields;

/// <summary>A block of the page with its fields.</summary>
/// <param name="path">Key of the block in documents and paths, for example <c>basic</c>.</param>
/// <param name="title">What people call it, for example <c>basic settings</c>.</param>
public abstract class SettingBlock(string path, string title)
{
    /// <summary>Key of the block in documents and paths.</summary>
    public string Path => path;

    /// <summary>What people call it.</summary>
    public string Title => title;

    /// <summary>The fields, in the order of the page.</summary>
    public abstract IReadOnlyList<SettingField> Fields { get; }

    /// <summary>The names of all fields that can be set, for messages.</summary>
    public string FieldNames => string.Join(", ", Fields.Where(row => !row.IsFixed).Select(row => row.JsonName));

    /// <summary>The field of that name (either spelling, without case), or null.</summary>
    public SettingField? Find(string name) =>
        Fields.FirstOrDefault(row => row.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
