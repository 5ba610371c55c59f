using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>A block of settings with its fields.</summary>
/// <param name="path">The key of the block in documents and paths, for example <c>basic</c>.</param>
/// <param name="title">The display name, for example <c>basic settings</c>.</param>
public abstract class SettingBlock(string path, string title)
{
    /// <summary>The key of the block in documents and paths.</summary>
    public string Path => path;

    /// <summary>The display name.</summary>
    public string Title => title;

    /// <summary>The fields, in the order of the page.</summary>
    public abstract IReadOnlyList<SettingField> Fields { get; }

    /// <summary>The read-only values shown with the fields.</summary>
    public IReadOnlyList<StateField> States { get; private protected init; } = [];

    /// <summary>The names of all fields that can be set, for messages.</summary>
    public string FieldNames => field ??= string.Join(", ", Fields.Where(row => !row.IsFixed).Select(row => row.JsonName));

    /// <summary>Returns whether a key is that of a read-only value, ignoring case.</summary>
    public bool IsState(string key) => States.Any(state => state.JsonName.Equals(key, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns the field that was probably meant by an unknown name; null if none is near.</summary>
    public SettingField? FindNearest(string name) =>
        NameSuggestion.For(name, [.. Fields.Where(field => !field.IsFixed).Select(field => field.JsonName)]) is { } meant ? Find(meant) : null;

    /// <summary>Returns the field with a C# or JSON name, ignoring case, or null.</summary>
    public SettingField? Find(string name)
    {
        for (var ordinal = 0; ordinal < Fields.Count; ordinal++)
        {
            if (Fields[ordinal].Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return Fields[ordinal];
        }
        return null;
    }
}
