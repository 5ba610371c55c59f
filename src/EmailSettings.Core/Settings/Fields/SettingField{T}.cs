namespace EmailSettings.Core.Settings.Fields;

/// <summary>A field of the block <typeparamref name="TBlock"/>.</summary>
/// <typeparam name="TBlock">The record of the block.</typeparam>
/// <param name="name">The property name.</param>
/// <param name="type">The type of its values.</param>
/// <param name="get">Returns the typed value of a block.</param>
/// <param name="with">Returns a copy of a block with another value, of the type that <see cref="FieldType"/> reads.</param>
/// <param name="clearable">Whether null is allowed.</param>
/// <param name="effect">Its description in one sentence, for help and schema.</param>
public sealed class SettingField<TBlock>(
    string name, FieldType type, Func<TBlock, object?> get, Func<TBlock, object?, TBlock> with, bool clearable, string effect)
    : SettingField(name, type, clearable, effect)
{
    /// <summary>Returns the typed value.</summary>
    public object? Get(TBlock block) => get(block);

    /// <summary>Returns the value in the form used in documents, history and JSON.</summary>
    public object? GetPlain(TBlock block) => Type.Plain(get(block));

    /// <summary>Returns whether two blocks have the same value in this field.</summary>
    public bool IsSame(TBlock left, TBlock right) => Type.IsSame(get(left), get(right));

    /// <summary>Returns a copy of the block with another value in this field.</summary>
    public TBlock With(TBlock block, object? value) => with(block, value);
}
