using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>True or false.</summary>
public sealed class BooleanType : FieldType
{
    /// <inheritdoc/>
    public override string Allowed => "true or false";

    private protected override IEnumerable<string> Usual => ["true", "false"];

    internal override object? Read(FieldInput input) => input.Value switch
    {
        bool given => given,
        string text when input.FromText && bool.TryParse(text, out var parsed) => parsed,
        _ => input.Refuse(SettingsErrors.ValueTypeWrong, Allowed),
    };
}
