using System.Diagnostics.CodeAnalysis;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>An input value for a field.</summary>
/// <param name="Path">The path of the field, for example <c>basic.maxIncomingSizeKB</c>.</param>
/// <param name="Value">The value as given, never null: string, number, Boolean or an object of the field's type.</param>
/// <param name="FromText">Whether numbers and Booleans are given as text, as on the command line.</param>
/// <param name="Faults">Receives faults.</param>
internal readonly record struct FieldInput(FieldPath Path, object Value, bool FromText, ICollection<Finding> Faults)
{
    /// <summary>The 1-based line in the source document, if any.</summary>
    public int? Line { get; init; }

    /// <summary>Reports a fault and returns null.</summary>
    public object? Refuse(FindingCode code, string limit, string? detail = null)
    {
        Add(code, Value, limit, detail);
        return null;
    }

    /// <summary>Reports a fault with a replacement for the value.</summary>
    public void Add(FindingCode code, object? value, string? limit = null, string? detail = null) =>
        Faults.Add(code.At(Path.ToString(), value, limit, detail) with { Line = Line });

    /// <summary>
    /// Returns the value as text: a string, or another type that PowerShell users pass for text (Uri, Guid, enum).
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
