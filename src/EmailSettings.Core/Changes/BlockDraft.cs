using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Changes;

/// <summary>
/// A block under change: how it was, how it is to be, and which fields the change names. There may be very many, so it is small.
/// </summary>
/// <typeparam name="TBlock">The record of the block.</typeparam>
/// <param name="table">The table of the block.</param>
/// <param name="before">How it was.</param>
internal class BlockDraft<TBlock>(SettingBlock<TBlock> table, TBlock before) : IBlockPlace
{
    private string? _at;
    private int[]? _lines;
    private int _index = -1;
    private uint _named;
    private uint _given;

    public TBlock Before { get; } = before;

    public TBlock After { get; set; } = before;

    /// <summary>Path of its fields in changes.</summary>
    public virtual string Path => table.Path;

    /// <summary>Where faults are said to be: the path, or the place in the document that the change comes from.</summary>
    public string At => _at ?? (_index < 0 ? Path : ChangeStep.PathOfServer(_index));

    /// <summary>1-based line in the document that named the block last.</summary>
    public int? Line { get; private set; }

    public bool IsTouched { get; private set; }

    /// <summary>The fields that the change names, with a value or to be cleared.</summary>
    public IEnumerable<SettingField<TBlock>> NamedFields => table.Fields.Where(IsNamed);

    /// <summary>The change is about the block.</summary>
    /// <param name="step">The step that says where its faults are; null to leave that as it is.</param>
    public void Touch(ChangeStep? step = null)
    {
        IsTouched = true;
        if (step is not null) (_at, _index, Line) = (step.Place, step.Index ?? -1, step.Line);
    }

    /// <summary>The change names every field.</summary>
    public void MarkAll() => _named = uint.MaxValue;

    /// <summary>The change names a field.</summary>
    public void Mark(SettingField field) => _named |= Bit(field);

    /// <summary>The change gives a field a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="line">1-based line in the document it comes from, if any.</param>
    public void Give(SettingField field, int? line)
    {
        _given |= Bit(field);
        if (_lines is null)
        {
            if (line == Line) return;
            _lines = new int[table.Fields.Count];
            Array.Fill(_lines, Line ?? 0);
        }
        _lines[field.Ordinal] = line ?? 0;
    }

    public bool IsNamed(SettingField field) => (_named & Bit(field)) != 0;

    public bool IsGiven(SettingField field) => (_given & Bit(field)) != 0;

    /// <summary>1-based line in the document of the value that a field was given.</summary>
    public int? LineOf(SettingField field) => _lines is null ? Line : _lines[field.Ordinal] is var line and not 0 ? line : null;

    private static uint Bit(SettingField field) => 1u << field.Ordinal;
}
