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

    public bool IsChange => Verb is not ("Get" or "Test" or "Protect" or "Unprotect" or "Connect" or "Disconnect" or "Compare" or "Resolve" or "Send");

    public override string ToString() => Name;

    internal static IEnumerable<CustomAttributeData> Data(MemberInfo member, string attribute) =>
        member.GetCustomAttributesData().Where(data => data.AttributeType.Name == attribute);

    private object? Named(string property) => _cmdlet.NamedArguments.Where(argument => argument.MemberName == property).Select(argument => argument.TypedValue.Value).SingleOrDefault();
}
