using System.Reflection;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Tests;

public sealed class AssemblyReferenceTests
{
    [Fact]
    public void No_public_type_of_the_cmdlets_derives_from_or_implements_a_type_of_the_core()
    {
        // The import inspects these types; a base type in the core would load the core.
        var types = typeof(EmailSettingsCmdlet).Assembly.GetExportedTypes();
        var bases = types.SelectMany(type => type.GetInterfaces().Append(type.BaseType!)).Select(type => type.Assembly.GetName().Name);
        Assert.DoesNotContain("EmailSettings.Core", bases);
    }

    [Fact]
    public void Only_cmdlets_and_what_PowerShell_calls_are_public()
    {
        // The import looks at every public type.
        var others = typeof(EmailSettingsCmdlet).Assembly.GetExportedTypes().Where(type => !typeof(EmailSettingsCmdlet).IsAssignableFrom(type));
        Assert.Equal(["ModuleCleanup"], others.Select(type => type.Name));
    }

    [Fact]
    public void The_cmdlets_keep_no_static_state_except_by_runspace()
    {
        var fields = typeof(EmailSettingsCmdlet).Assembly.GetTypes()
            .Where(type => !type.Name.StartsWith('<'))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsLiteral);
        // The others are read-only: a marker, the store factory, a constructor, and the properties of each type.
        Assert.Equal(["ByRunspace", "NotSecure", "ObjectWithRoom", "Properties", "Stores"], fields.Select(field => field.Name).Order(StringComparer.Ordinal));
    }
}
