namespace EmailSettings.Core.Settings.Fields;

/// <summary>A field of the block <typeparamref name="TBlock"/>.</summary>
/// <typeparam name="TBlock">The record of the block.</typeparam>
/// <param name="name">Property name.</param>
/// <param name="type">What values it takes.</param>
/// <param name="get">Reads the typed value of a block.</param>
/// <param name="with">Gives a block with another value; the value is of the type that <see cref="FieldType"/> reads.</param>
/// <param name="clearable">Null is a legal value.</param>
/// <param name="effect">One sentence for help and schema.</param>
public sealed class SettingField<TBlock>(
    string name, FieldType type, Func<TBlock, object?> get, Func<TBlock, object?, TBlock> with, bool clearable, string effect)
    : SettingField(name, type, clearable, effect)
{
    /// <summary>The typed value.</summary>
    public object? Get(TBlock block) => get(block);

    /// <summary>The value in the form of documents, history and JSON.</summary>
    public object? GetPlain(TBlock block) => Type.Plain(get(block));

    /// <summary>Two blocks have the same value in this field.</summary>
    public bool IsSame(TBlock left, TBlock right) => Type.IsSame(get(left), get(right));

    /// <summary>The block with another value in this field.</summary>
    public TBlock With(TBlock block, object? value) => with(block, value);
}
