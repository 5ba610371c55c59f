using System.Text;
using System.Text.Json;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>One row of the table of fields: name, type, whether it can be cleared, and what it does.</summary>
/// <param name="name">Property name in C#, parameter name in PowerShell.</param>
/// <param name="type">What values it takes.</param>
/// <param name="clearable">Null is a legal value.</param>
/// <param name="effect">One sentence for help and schema.</param>
public abstract class SettingField(string name, FieldType type, bool clearable, string effect)
{
    /// <summary>Property name in C#, parameter name in PowerShell.</summary>
    public string Name => name;

    /// <summary>Key in JSON and on the command line.</summary>
    public string JsonName { get; } = JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>Its place among the fields of the block, from 0 on.</summary>
    internal int Ordinal { get; set; }

    /// <summary>The key in JSON as UTF-8.</summary>
    internal ReadOnlyMemory<byte> JsonBytes { get; } = Encoding.UTF8.GetBytes(JsonNamingPolicy.CamelCase.ConvertName(name));

    /// <summary>What values it takes.</summary>
    public FieldType Type => type;

    /// <summary>Null is a legal value.</summary>
    public bool Clearable => clearable;

    /// <summary>What the field does, one sentence.</summary>
    public string Effect => effect;

    /// <summary>The field is fixed: a document may name it with just this value.</summary>
    public bool IsFixed { get; init; }

    /// <summary>The field holds a secret, which is kept apart from the block.</summary>
    public bool IsSecret => type is SecretType;
}
