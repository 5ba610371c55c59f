using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.ServerTests;

/// <summary>Fields of a server read from any object with properties of their names: a row of a table, what a job sent back.</summary>
internal static class PipedFields
{
    /// <summary>The fields that the object has; an empty text is none, since a table has nothing else to say so.</summary>
    public static IReadOnlyList<Assignment> Of(PSObject piped, SettingBlock block)
    {
        var fields = new List<Assignment>();
        foreach (var field in block.Fields.Where(field => !field.IsSecret && !field.IsFixed))
        {
            var property = piped.Properties[field.Name] ?? piped.Properties[FieldsCmdlet.ParameterOf(field.Name)];
            if (Plain(property?.Value) is { } value and not "") fields.Add(new Assignment(field.Name, value));
        }
        return fields;
    }

    /// <summary>A property's text; null where there is none.</summary>
    public static string? Text(PSObject piped, string property) => piped.Properties[property]?.Value?.ToString() is { Length: > 0 } text ? text : null;

    /// <summary>Something else was piped in. It is named by its type: it may be a secret.</summary>
    public static EmailSettingsException NotReadable(PSObject piped, string what, string type) =>
        ServerTestErrors.ServerNotReadable.Error("inputObject", piped.BaseObject.GetType().Name, what, type);

    private static object? Plain(object? value) => value switch
    {
        // What a job or a remote session sent back: a choice stands as its number, and as its text.
        PSObject sent when sent.TypeNames.Any(name => name.StartsWith("Deserialized.", StringComparison.Ordinal)) => sent.ToString(),
        PSObject wrapped => wrapped.BaseObject,
        _ => value,
    };
}
