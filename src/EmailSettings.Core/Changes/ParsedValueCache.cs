using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Changes;

/// <summary>
/// Caches the last given and parsed value of each field: servers of a list often share values that are expensive to parse, such
/// as the address.
/// </summary>
/// <param name="block">The definition of the block.</param>
internal sealed class ParsedValueCache(SettingBlock block)
{
    private readonly (object Given, object Typed)[] _last = new (object, object)[block.Fields.Count];

    /// <summary>Returns the parsed value for this same object; null for another one.</summary>
    public object? Find(SettingField field, object given) => ReferenceEquals(_last[field.Ordinal].Given, given) ? _last[field.Ordinal].Typed : null;

    public void Keep(SettingField field, object given, object typed) => _last[field.Ordinal] = (given, typed);
}
