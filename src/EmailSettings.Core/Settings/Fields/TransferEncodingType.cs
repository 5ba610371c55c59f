using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>One of the five transfer encodings of RFC 2045.</summary>
public sealed class TransferEncodingType : FieldType
{
    /// <inheritdoc/>
    public override string Allowed => TransferEncoding.Allowed;

    /// <inheritdoc/>
    public override object? Plain(object? value) => value?.ToString();

    private protected override IEnumerable<string> Usual => TransferEncoding.All.Select(encoding => encoding.Name);

    internal override object? Read(FieldInput input) =>
        input.TryGetText(out var text) && TransferEncoding.TryParse(text, out var encoding)
            ? encoding
            : input.Refuse(SettingsErrors.ChoiceUnknown, Allowed);
}
