using System.Management.Automation;
using System.Reflection;

namespace EmailSettings.Build.Help;

/// <summary>
/// How a parameter binds in a parameter set. Read from the attribute's metadata, because attributes of the reference assembly
/// that cmdlets compile against do not keep their values.
/// </summary>
internal sealed record ParameterBinding
{
    /// <summary>The name that stands for all sets.</summary>
    public const string AllSets = "__AllParameterSets";

    public string Set { get; init; } = AllSets;

    public bool IsMandatory { get; init; }

    /// <summary>The zero-based position; null for a parameter that binds only by name.</summary>
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
