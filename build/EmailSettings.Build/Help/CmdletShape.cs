using System.Management.Automation;
using System.Reflection;

namespace EmailSettings.Build.Help;

/// <summary>The parameters and parameter sets of a compiled cmdlet.</summary>
internal sealed record CmdletShape(string Name, string Verb, string Noun, IReadOnlyList<ParameterShape> Parameters)
{
    /// <summary>The names of the parameter sets, the default one first.</summary>
    public required IReadOnlyList<string> Sets { get; init; }

    /// <summary>Gets the parameters of a set in the order of a syntax line: by position, then mandatory, then the rest.</summary>
    public IEnumerable<(ParameterShape Shape, ParameterBinding Binding)> In(string set) => Parameters
        .Select(parameter => (parameter, parameter.BindingIn(set)!))
        .Where(pair => pair.Item2 is not null)
        .OrderBy(pair => pair.Item2.Position ?? int.MaxValue)
        .ThenBy(pair => !pair.Item2.IsMandatory);

    /// <summary>Reads the cmdlets of an assembly, by name.</summary>
    public static IReadOnlyList<CmdletShape> ReadAll(string assemblyFile)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(assemblyFile))!;
        AppDomain.CurrentDomain.AssemblyResolve += (_, asked) =>
            Path.Combine(folder, new AssemblyName(asked.Name).Name + ".dll") is var file && File.Exists(file) ? Assembly.LoadFrom(file) : null;
        return [.. Assembly.LoadFrom(Path.GetFullPath(assemblyFile)).GetExportedTypes()
            .Where(type => !type.IsAbstract && type.IsDefined(typeof(CmdletAttribute)))
            .Select(Of)
            .OrderBy(shape => shape.Name, StringComparer.Ordinal)];
    }

    private static CmdletShape Of(Type type)
    {
        // From the metadata, as explained at ParameterBinding.
        var cmdlet = type.GetCustomAttributesData().Single(attribute => attribute.AttributeType == typeof(CmdletAttribute));
        var (verb, noun) = ((string)cmdlet.ConstructorArguments[0].Value!, (string)cmdlet.ConstructorArguments[1].Value!);
        object? Given(string name) => cmdlet.NamedArguments.FirstOrDefault(argument => argument.MemberName == name).TypedValue.Value;
        // The cmdlet's own parameters come before those of its base classes.
        var depth = 0;
        var order = new Dictionary<Type, int>();
        for (var at = type; at is not null; at = at.BaseType) order[at] = depth++;
        var parameters = type.GetProperties()
            .Where(property => property.IsDefined(typeof(ParameterAttribute)) && !ParameterShape.IsHidden(property))
            .OrderBy(property => order[property.DeclaringType!]).ThenBy(property => property.MetadataToken)
            .Select(ParameterShape.Of).ToList();
        if (Given(nameof(CmdletAttribute.SupportsShouldProcess)) is true) parameters.AddRange(ParameterShape.OfShouldProcess);
        var sets = parameters.SelectMany(parameter => parameter.Bindings).Select(binding => binding.Set)
            // The default set may have no parameters of its own.
            .Append(Given(nameof(CmdletAttribute.DefaultParameterSetName)) as string ?? ParameterBinding.AllSets)
            .Where(set => set != ParameterBinding.AllSets).Distinct()
            .OrderBy(set => set != Given(nameof(CmdletAttribute.DefaultParameterSetName)) as string).ToList();
        return new CmdletShape($"{verb}-{noun}", verb, noun, parameters)
        {
            Sets = sets.Count == 0 ? [ParameterBinding.AllSets] : sets,
        };
    }
}
