using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>A GUID, written with hyphens.</summary>
public sealed class GuidType : FieldType
{
    /// <inheritdoc/>
    public override string Allowed => "a GUID such as 00000000-1111-2222-3333-444444444444";

    /// <inheritdoc/>
    public override object? Plain(object? value) => (value as Guid?)?.ToString("D");

    // Each value has only one plain form, so compare the values directly.
    /// <inheritdoc/>
    public override bool IsSame(object? left, object? right) => Equals(left, right);

    internal override object? Read(FieldInput input) =>
        input.Value is Guid ? input.Value
            : input.TryGetText(out var text) && Guid.TryParse(text.Trim(), out var id) ? id
            : input.Refuse(SettingsErrors.ValueTypeWrong, Allowed);
}
