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

    /// <summary>What is shown with the fields and cannot be set.</summary>
    public IReadOnlyList<StateField> States { get; private protected init; } = [];

    /// <summary>The names of all fields that can be set, for messages.</summary>
    public string FieldNames => field ??= string.Join(", ", Fields.Where(row => !row.IsFixed).Select(row => row.JsonName));

    /// <summary>True for the key of a state, without case.</summary>
    public bool IsState(string key) => States.Any(state => state.JsonName.Equals(key, StringComparison.OrdinalIgnoreCase));

    /// <summary>The field of that name (either spelling, without case), or null.</summary>
    public SettingField? Find(string name)
    {
        for (var ordinal = 0; ordinal < Fields.Count; ordinal++)
        {
            if (Fields[ordinal].Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return Fields[ordinal];
        }
        return null;
    }
}
