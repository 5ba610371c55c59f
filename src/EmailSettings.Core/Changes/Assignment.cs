namespace EmailSettings.Core.Changes;

/// <summary>A field and its new value.</summary>
/// <param name="Field">The C# or JSON name of the field, case-insensitive.</param>
/// <param name="Value">The value; null clears the field.</param>
/// <param name="Line">The 1-based line in the source document, if any.</param>
public readonly record struct Assignment(string Field, object? Value, int? Line = null)
{
    /// <summary>Omits the value, which may be a secret.</summary>
    public override string ToString() => Field;
}
