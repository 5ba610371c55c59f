namespace EmailSettings.Core.Settings.Fields;

/// <summary>What values a field takes: reads them, tells the limits, and writes them back in plain form.</summary>
public abstract class FieldType
{
    /// <summary>The part of a sentence that says what is allowed, for example <c>a whole number from 1 to 65535</c>.</summary>
    public abstract string Allowed { get; }

    /// <summary>The value in the form of documents, history and JSON: text, number, Boolean or null.</summary>
    public virtual object? Plain(object? value) => value;

    /// <summary>
    /// A value, in plain form, in ASCII, where it names a host beyond it: its letters may look like those of another one. Null
    /// elsewhere.
    /// </summary>
    public virtual string? InAscii(object? plain) => null;

    /// <summary>Two typed values are the same where their plain forms are.</summary>
    public virtual bool IsSame(object? left, object? right) => Equals(Plain(left), Plain(right));

    /// <summary>The values that completion offers for what was typed so far; a closed set, or what is commonly used.</summary>
    /// <param name="typed">The beginning of a value; empty for none.</param>
    public virtual IEnumerable<string> Suggest(string typed) => Usual.Where(value => value.StartsWith(typed, StringComparison.OrdinalIgnoreCase));

    /// <summary>The values of the closed set, or those commonly used.</summary>
    private protected virtual IEnumerable<string> Usual => [];

    /// <summary>The typed value, or null after reporting what is wrong.</summary>
    internal abstract object? Read(FieldReading reading);
}
