using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Tests.Settings;

/// <summary>Parses single values with the table of fields.</summary>
internal static class FieldProbe
{
    public const string Path = "block.field";

    public static IReadOnlyList<SettingBlock> Blocks { get; } =
        [SettingBlocks.Basic, SettingBlocks.Attachments, SettingBlocks.ErrorTexts, SettingBlocks.Incoming, SettingBlocks.Outgoing];

    public static SettingField Find(string blockAndField)
    {
        var parts = blockAndField.Split('.');
        return Blocks.Single(block => block.Path == parts[0]).Find(parts[1])!;
    }

    public static (object? Value, IReadOnlyList<Finding> Faults) Read(FieldType type, object value, bool fromText = false)
    {
        var faults = new List<Finding>();
        return (type.Read(new FieldInput(Path, value, fromText, faults)), faults);
    }

    public static object Accepted(FieldType type, object value, bool fromText = false)
    {
        var (read, faults) = Read(type, value, fromText);
        Assert.Empty(faults);
        Assert.NotNull(read);
        return read;
    }

    public static Finding Refused(FindingCode code, FieldType type, object value, bool fromText = false)
    {
        var (read, faults) = Read(type, value, fromText);
        Assert.Null(read);
        var fault = Assert.Single(faults);
        Assert.Equal(code.Id, fault.Id);
        Assert.Equal(Path, fault.Field);
        return fault;
    }
}
