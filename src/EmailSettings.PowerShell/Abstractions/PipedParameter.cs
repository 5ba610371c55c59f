using System.Management.Automation;
using System.Reflection;
using System.Security;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>A parameter that a piped object may set.</summary>
/// <param name="Property">The property of the cmdlet.</param>
/// <param name="Properties">The names of the properties that may set it, the parameter's own name first.</param>
/// <param name="IsGiven">Whether the call specifies it, which takes precedence over piped values.</param>
/// <param name="IsByValue">Whether it accepts a piped string, number or secret as a whole.</param>
/// <param name="Default">Its default value.</param>
internal sealed record PipedParameter(PropertyInfo Property, IReadOnlyList<string> Properties, bool IsGiven, bool IsByValue, object? Default)
{
    /// <summary>The name of the parameter.</summary>
    public string Name => Property.Name;

    /// <summary>Gets all of a cmdlet's parameters.</summary>
    /// <param name="cmdlet">The cmdlet, before its first record.</param>
    /// <param name="given">The parameters that the call specifies.</param>
    public static IReadOnlyList<PipedParameter> Of(Cmdlet cmdlet, IReadOnlyCollection<string> given) =>
        [.. from property in cmdlet.GetType().GetProperties()
            let uses = property.GetCustomAttributes<ParameterAttribute>().ToList()
            where uses.Any(use => use.ValueFromPipelineByPropertyName)
            let aliases = property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []
            select new PipedParameter(property, [property.Name, .. aliases], given.Contains(property.Name), uses.Any(use => use.ValueFromPipeline), property.GetValue(cmdlet))];

    /// <summary>Whether the parameter is mandatory in a parameter set.</summary>
    public bool IsMandatory(string parameterSet) => Property.GetCustomAttributes<ParameterAttribute>().Any(use =>
        use.Mandatory && (use.ParameterSetName == parameterSet || use.ParameterSetName == ParameterAttribute.AllParameterSets));

    /// <summary>Gets the value from an object: itself, or one of its properties.</summary>
    /// <returns>False if the object has no value for it.</returns>
    public bool TryFind(PSObject piped, out object? value)
    {
        var isWhole = IsByValue && IsWhole(piped.BaseObject);
        var property = isWhole ? null : Properties.Select(name => piped.Properties[name]).FirstOrDefault(property => property is not null);
        value = isWhole ? piped.BaseObject : property?.Value;
        return isWhole || property is not null;
    }

    private bool IsWhole(object piped) => Property.PropertyType == typeof(SecureString)
        ? SecretInputAttribute.Read(piped) is not null
        : piped is string || (Property.PropertyType == typeof(long) && piped is IConvertible and not (DateTime or bool or char or Enum));
}
