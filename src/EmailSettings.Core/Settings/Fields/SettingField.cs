using System.Text;
using System.Text.Json;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>One row of the field table.</summary>
/// <param name="name">The property name in C# and parameter name in PowerShell.</param>
/// <param name="type">The type of its values.</param>
/// <param name="clearable">Whether null is allowed.</param>
/// <param name="effect">Its description in one sentence, for help and schema.</param>
public abstract class SettingField(string name, FieldType type, bool clearable, string effect)
{
    /// <summary>The property name in C# and parameter name in PowerShell.</summary>
    public string Name => name;

    /// <summary>The key in JSON and on the command line.</summary>
    public string JsonName { get; } = JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>Its zero-based position among the fields of the block.</summary>
    internal int Ordinal { get; set; }

    /// <summary>The key in JSON as UTF-8.</summary>
    internal ReadOnlyMemory<byte> JsonBytes { get; } = Encoding.UTF8.GetBytes(JsonNamingPolicy.CamelCase.ConvertName(name));

    /// <summary>The type of its values.</summary>
    public FieldType Type => type;

    /// <summary>Whether null is allowed.</summary>
    public bool Clearable => clearable;

    /// <summary>Its description in one sentence.</summary>
    public string Effect => effect;

    /// <summary>Whether the value is fixed; a document may only contain this value.</summary>
    public bool IsFixed { get; init; }

    /// <summary>Whether it is a secret, which is stored apart from the block.</summary>
    public bool IsSecret => type is SecretType;
}
