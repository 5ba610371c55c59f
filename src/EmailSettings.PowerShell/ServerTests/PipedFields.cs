using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.ServerTests;

/// <summary>
/// Reads fields of a server from any object with properties of their names: a row of a table, or the output of a job.
/// </summary>
internal static class PipedFields
{
    /// <summary>
    /// Gets the fields that the object has; an empty string counts as missing, since a table cannot express that otherwise.
    /// </summary>
    public static IReadOnlyList<Assignment> Of(PSObject piped, SettingBlock block)
    {
        var fields = new List<Assignment>();
        foreach (var field in block.Fields.Where(field => !field.IsSecret && !field.IsFixed))
        {
            var property = piped.Properties[field.Name] ?? piped.Properties[FieldsCmdlet.ParameterOf(field.Name)];
            if (PipedValue.Plain(property?.Value) is { } value and not "") fields.Add(new Assignment(field.Name, Typed(field, value)));
        }
        return fields;
    }

    private static object Typed(SettingField field, object value) => field.Type switch
    {
        BooleanType => PipedValue.ToBoolean(value) ?? value,
        DateType when value is string text => PipedValue.ToDate(text, isPiped: true) ?? value,
        _ => value,
    };

    /// <summary>
    /// Creates the error for an unsuitable piped object. It shows only the type, because the object may be a secret.
    /// </summary>
    public static EmailSettingsException NotReadable(PSObject piped, string what, string type) =>
        ServerTestErrors.ServerNotReadable.Error("inputObject", piped.BaseObject.GetType().Name, what, type);
}
