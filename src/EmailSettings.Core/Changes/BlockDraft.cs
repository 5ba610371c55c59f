using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Changes;

/// <summary>
/// A block being changed: its old and new values and the fields named by the change. Kept small, since there may be very many.
/// </summary>
/// <typeparam name="TBlock">The record of the block.</typeparam>
/// <param name="table">The definition of the block.</param>
/// <param name="before">The old values.</param>
internal class BlockDraft<TBlock>(SettingBlock<TBlock> table, TBlock before) : IBlockPlace
{
    private string? _at;
    private int[]? _lines;
    private int _index = -1;
    private uint _named;
    private uint _given;

    public TBlock Before { get; } = before;

    public TBlock After { get; set; } = before;

    /// <summary>The path of its fields in changes.</summary>
    public virtual string Path => table.Path;

    /// <summary>The location in faults: the path, or the position in the source document.</summary>
    public string At => _at ?? (_index < 0 ? Path : ChangeStep.PathOfServer(_index));

    /// <summary>The 1-based line in the document that last named the block.</summary>
    public int? Line { get; private set; }

    public bool IsTouched { get; private set; }

    /// <summary>The fields named by the change, with a value or to be cleared.</summary>
    public IEnumerable<SettingField<TBlock>> NamedFields => table.Fields.Where(IsNamed);

    /// <summary>Marks the block as part of the change.</summary>
    /// <param name="step">The step that determines the location of faults; null to keep it.</param>
    public void Touch(ChangeStep? step = null)
    {
        IsTouched = true;
        if (step is not null) (_at, _index, Line) = (step.Place, step.Index ?? -1, step.Line);
    }

    /// <summary>Marks every field as named.</summary>
    public void MarkAll() => _named = uint.MaxValue;

    /// <summary>Marks a field as named.</summary>
    public void Mark(SettingField field) => _named |= Bit(field);

    /// <summary>Marks a field as given a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="line">The 1-based line in the source document, if any.</param>
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

    /// <summary>Returns the 1-based line in the document of the value given to a field.</summary>
    public int? LineOf(SettingField field) => _lines is null ? Line : _lines[field.Ordinal] is var line and not 0 ? line : null;

    private static uint Bit(SettingField field) => 1u << field.Ordinal;
}
