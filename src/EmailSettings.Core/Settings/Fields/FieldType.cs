namespace EmailSettings.Core.Settings.Fields;

/// <summary>The type of a field: parses and validates values, describes the limits, and converts values to plain form.</summary>
public abstract class FieldType
{
    /// <summary>What is allowed, as part of a sentence: <c>a whole number from 1 to 65535</c>.</summary>
    public abstract string Allowed { get; }

    /// <summary>Converts a value to the form used in documents, history and JSON: string, number, Boolean or null.</summary>
    public virtual object? Plain(object? value) => value;

    /// <summary>
    /// Returns a plain value in ASCII if it contains an internationalized host name, whose letters may look like others;
    /// otherwise null.
    /// </summary>
    public virtual string? InAscii(object? plain) => null;

    /// <summary>Returns whether two typed values have the same plain form.</summary>
    public virtual bool IsSame(object? left, object? right) => Equals(Plain(left), Plain(right));

    /// <summary>Returns completions for the typed text: from the closed set, or common values.</summary>
    /// <param name="typed">The beginning of a value; may be empty.</param>
    public virtual IEnumerable<string> Suggest(string typed) => Usual.Where(value => value.StartsWith(typed, StringComparison.OrdinalIgnoreCase));

    /// <summary>The values of the closed set, or common values.</summary>
    private protected virtual IEnumerable<string> Usual => [];

    /// <summary>Returns the typed value, or null after reporting faults.</summary>
    internal abstract object? Read(FieldInput input);
}
