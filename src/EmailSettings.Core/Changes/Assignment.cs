namespace EmailSettings.Core.Changes;

/// <summary>A field and the value it is to get.</summary>
/// <param name="Field">Name of the field, either spelling, without case.</param>
/// <param name="Value">The value; null clears.</param>
/// <param name="Line">1-based line in the document it comes from, if any.</param>
public readonly record struct Assignment(string Field, object? Value, int? Line = null)
{
    /// <summary>Leaves the value out: it may be a secret.</summary>
    public override string ToString() => Field;
}
