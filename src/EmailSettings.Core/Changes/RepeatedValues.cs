using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Changes;

/// <summary>
/// The value that each field of a block was last given, and what was read from it: servers of one list share an address, say,
/// which is dear to read.
/// </summary>
/// <param name="block">The table of the block.</param>
internal sealed class RepeatedValues(SettingBlock block)
{
    private readonly (object Given, object Typed)[] _last = new (object, object)[block.Fields.Count];

    /// <summary>What was read from this very value; null where it is another one.</summary>
    public object? Find(SettingField field, object given) => ReferenceEquals(_last[field.Ordinal].Given, given) ? _last[field.Ordinal].Typed : null;

    public void Keep(SettingField field, object given, object typed) => _last[field.Ordinal] = (given, typed);
}
