using System.Management.Automation;
using System.Reflection;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Tests;

/// <summary>
/// A cmdlet as described by its attributes. They are read as metadata, because the stub's constructors do not keep their values.
/// </summary>
public sealed record CmdletContract(Type Type)
{
    private readonly CustomAttributeData _cmdlet = Data(Type, nameof(CmdletAttribute)).Single();

    public static IReadOnlyList<CmdletContract> All { get; } =
        [.. typeof(EmailSettingsCmdlet).Assembly.GetExportedTypes().Where(type => !type.IsAbstract && Data(type, nameof(CmdletAttribute)).Any()).Select(type => new CmdletContract(type))];

    public string Verb => (string)_cmdlet.ConstructorArguments[0].Value!;

    public string Noun => (string)_cmdlet.ConstructorArguments[1].Value!;

    public string Name => $"{Verb}-{Noun}";

    public bool SupportsShouldProcess => Named("SupportsShouldProcess") is true;

    public bool IsHighImpact => Named("ConfirmImpact") is (int)ConfirmImpact.High;

    public IReadOnlyList<PropertyInfo> Parameters => [.. Type.GetProperties().Where(property => Data(property, nameof(ParameterAttribute)).Any())];

    /// <summary>Gets each parameter set: its parameters, and the mandatory ones.</summary>
    public IEnumerable<(IReadOnlySet<string> Names, IReadOnlySet<string> Mandatory)> ParameterSets
    {
        get
        {
            var all = Parameters.SelectMany(parameter => Data(parameter, nameof(ParameterAttribute)).Select(data => (
                parameter.Name,
                Set: Argument(data, "ParameterSetName") as string ?? "",
                IsMandatory: Argument(data, "Mandatory") is true))).ToList();
            var sets = all.Select(one => one.Set).Where(set => set.Length > 0).Distinct().ToList();
            foreach (var set in sets.Count > 0 ? sets : [""])
            {
                var there = all.Where(one => one.Set == set || one.Set.Length == 0).ToList();
                yield return (there.Select(one => one.Name).ToHashSet(), there.Where(one => one.IsMandatory).Select(one => one.Name).ToHashSet());
            }
        }
    }

    public bool IsChange => Verb is not ("Get" or "Test" or "Protect" or "Unprotect" or "Connect" or "Disconnect" or "Compare" or "Resolve" or "Send");

    public override string ToString() => Name;

    internal static IEnumerable<CustomAttributeData> Data(MemberInfo member, string attribute) =>
        member.GetCustomAttributesData().Where(data => data.AttributeType.Name == attribute);

    private static object? Argument(CustomAttributeData data, string name) =>
        data.NamedArguments.Where(argument => argument.MemberName == name).Select(argument => argument.TypedValue.Value).SingleOrDefault();

    private object? Named(string property) => Argument(_cmdlet, property);
}
