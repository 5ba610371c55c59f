using System.Diagnostics.CodeAnalysis;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>One value on its way into a field: what was given, where, and where faults go.</summary>
/// <param name="Path">Path of the field, for example <c>basic.maxIncomingSizeKB</c>.</param>
/// <param name="Value">The value as given, never null: text, number, Boolean or an object of the field's own type.</param>
/// <param name="FromText">The front knows only text (a command line), so numbers and Booleans come as text too.</param>
/// <param name="Faults">Takes what is wrong.</param>
internal readonly record struct FieldReading(FieldPath Path, object Value, bool FromText, ICollection<Finding> Faults)
{
    /// <summary>1-based line in the document it comes from, if any.</summary>
    public int? Line { get; init; }

    /// <summary>Reports a fault and gives back null, so that a type's reader can end with it.</summary>
    public object? Refuse(FindingCode code, string limit, string? detail = null)
    {
        Add(code, Value, limit, detail);
        return null;
    }

    /// <summary>Reports a fault of a value that is not to be shown as it is.</summary>
    public void Add(FindingCode code, object? value, string? limit = null, string? detail = null) =>
        Faults.Add(code.At(Path.ToString(), value, limit, detail) with { Line = Line });

    /// <summary>
    /// The value as text: strings as they are, and other kinds that stand for text in PowerShell (Uri, Guid, enum).
    /// </summary>
    public bool TryGetText([NotNullWhen(true)] out string? text)
    {
        text = Value switch
        {
            string given => given,
            Uri uri => uri.OriginalString,
            Guid or Enum or TransferEncoding or AttachmentEncodingMap => Value.ToString(),
            _ => null,
        };
        return text is not null;
    }
}
