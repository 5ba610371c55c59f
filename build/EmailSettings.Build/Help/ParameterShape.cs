using System.Management.Automation;
using System.Reflection;

namespace EmailSettings.Build.Help;

/// <summary>A compiled parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type; for a nullable value type, the underlying type.</param>
/// <param name="Bindings">Its binding in each parameter set.</param>
internal sealed record ParameterShape(string Name, Type Type, IReadOnlyList<ParameterBinding> Bindings)
{
    /// <summary>The parameters that PowerShell adds to cmdlets that support ShouldProcess.</summary>
    public static IReadOnlyList<ParameterShape> OfShouldProcess { get; } =
    [
        new("WhatIf", typeof(SwitchParameter), [new ParameterBinding()]) { Aliases = ["wi"] },
        new("Confirm", typeof(SwitchParameter), [new ParameterBinding()]) { Aliases = ["cf"] },
    ];

    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The allowed values, if limited.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public bool TakesWildcards { get; init; }

    public bool IsSwitch => Type == typeof(SwitchParameter);

    /// <summary>The type as PowerShell writes it.</summary>
    public string TypeName => Type.IsArray ? $"{Type.GetElementType()!.Name}[]" : Type.Name;

    /// <summary>Gets its binding in a set; null if it is not in the set.</summary>
    public ParameterBinding? BindingIn(string set) =>
        Bindings.FirstOrDefault(binding => binding.Set == set || binding.Set == ParameterBinding.AllSets || set == ParameterBinding.AllSets);

    public static ParameterShape Of(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var attributes = property.GetCustomAttributesData();
        return new ParameterShape(property.Name, type, [.. attributes.Where(attribute => attribute.AttributeType == typeof(ParameterAttribute)).Select(ParameterBinding.Of)])
        {
            Aliases = Texts(attributes, typeof(AliasAttribute)),
            Values = type.IsEnum ? Enum.GetNames(type) : Texts(attributes, typeof(ValidateSetAttribute)),
            TakesWildcards = property.IsDefined(typeof(SupportsWildcardsAttribute)),
        };
    }

    /// <summary>Whether the parameter is hidden from users.</summary>
    public static bool IsHidden(PropertyInfo property) => property.GetCustomAttributesData()
        .Where(attribute => attribute.AttributeType == typeof(ParameterAttribute))
        .Any(attribute => attribute.NamedArguments.Any(argument => argument.MemberName == nameof(ParameterAttribute.DontShow) && argument.TypedValue.Value is true));

    /// <summary>Gets the strings passed to an attribute.</summary>
    private static string[] Texts(IList<CustomAttributeData> attributes, Type attributeType) =>
        attributes.FirstOrDefault(attribute => attribute.AttributeType == attributeType)?.ConstructorArguments is [{ Value: IReadOnlyCollection<CustomAttributeTypedArgument> texts }, ..]
            ? [.. texts.Select(text => (string)text.Value!)]
            : [];
}
