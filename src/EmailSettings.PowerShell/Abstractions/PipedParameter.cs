using System.Management.Automation;
using System.Reflection;
using System.Security;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>One parameter that a piped object may give.</summary>
/// <param name="Property">The property of the cmdlet.</param>
/// <param name="Properties">Names of properties of piped objects that stand for it, the parameter's own first.</param>
/// <param name="IsGiven">It was given with the call, which comes before what is piped.</param>
/// <param name="IsByValue">It takes a piped text, or a piped secret, as a whole.</param>
/// <param name="Default">Its value where nothing gives one.</param>
internal sealed record PipedParameter(PropertyInfo Property, IReadOnlyList<string> Properties, bool IsGiven, bool IsByValue, object? Default)
{
    /// <summary>The name of the parameter.</summary>
    public string Name => Property.Name;

    /// <summary>All of a cmdlet's.</summary>
    /// <param name="cmdlet">The cmdlet, before its first record.</param>
    /// <param name="given">The parameters that were given with the call.</param>
    public static IReadOnlyList<PipedParameter> Of(Cmdlet cmdlet, IReadOnlyCollection<string> given) =>
        [.. from property in cmdlet.GetType().GetProperties()
            let uses = property.GetCustomAttributes<ParameterAttribute>().ToList()
            where uses.Any(use => use.ValueFromPipelineByPropertyName)
            let aliases = property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []
            select new PipedParameter(property, [property.Name, .. aliases], given.Contains(property.Name), uses.Any(use => use.ValueFromPipeline), property.GetValue(cmdlet))];

    /// <summary>True where the parameter must have a value in a parameter set.</summary>
    public bool IsMandatory(string parameterSet) => Property.GetCustomAttributes<ParameterAttribute>().Any(use =>
        use.Mandatory && (use.ParameterSetName == parameterSet || use.ParameterSetName == ParameterAttribute.AllParameterSets));

    /// <summary>What an object gives it: itself, or one of its properties.</summary>
    /// <returns>False where the object has nothing for it.</returns>
    public bool TryFind(PSObject piped, out object? value)
    {
        var isWhole = IsByValue && (Property.PropertyType == typeof(SecureString) ? SecretInputAttribute.Read(piped.BaseObject) is not null : piped.BaseObject is string);
        var property = isWhole ? null : Properties.Select(name => piped.Properties[name]).FirstOrDefault(property => property is not null);
        value = isWhole ? piped.BaseObject : property?.Value;
        return isWhole || property is not null;
    }
}
