using System.Management.Automation;
using System.Reflection;

namespace EmailSettings.Build.Help;

/// <summary>
/// How a parameter binds in a parameter set. Read from the attribute's metadata: the reference assembly that cmdlets
/// compile against keeps nothing of what an attribute is given.
/// </summary>
internal sealed record ParameterBinding
{
    /// <summary>The name of the set that stands for all of them.</summary>
    public const string AllSets = "__AllParameterSets";

    public string Set { get; init; } = AllSets;

    public bool IsMandatory { get; init; }

    /// <summary>Zero-based; null where the parameter is given by name only.</summary>
    public int? Position { get; init; }

    public bool IsFromPipeline { get; init; }

    public bool IsFromPipelineByName { get; init; }

    public static ParameterBinding Of(CustomAttributeData attribute)
    {
        var given = attribute.NamedArguments.ToDictionary(argument => argument.MemberName, argument => argument.TypedValue.Value);
        return new ParameterBinding
        {
            Set = given.GetValueOrDefault(nameof(ParameterAttribute.ParameterSetName)) as string ?? AllSets,
            IsMandatory = given.GetValueOrDefault(nameof(ParameterAttribute.Mandatory)) is true,
            Position = given.GetValueOrDefault(nameof(ParameterAttribute.Position)) as int?,
            IsFromPipeline = given.GetValueOrDefault(nameof(ParameterAttribute.ValueFromPipeline)) is true,
            IsFromPipelineByName = given.GetValueOrDefault(nameof(ParameterAttribute.ValueFromPipelineByPropertyName)) is true,
        };
    }
}
