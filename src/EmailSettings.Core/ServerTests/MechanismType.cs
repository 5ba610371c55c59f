using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Core.ServerTests;

/// <summary>A SASL mechanism by its IANA name.</summary>
internal sealed class MechanismType : FieldType
{
    private static readonly SaslMechanism[] All =
        [.. SaslSelection.For(SaslCredentialKind.Password), SaslMechanism.Gssapi, .. SaslSelection.For(SaslCredentialKind.AccessToken)];

    public static readonly MechanismType Instance = new();

    /// <inheritdoc/>
    public override string Allowed { get; } = string.Join(", ", All.Select(SaslSelection.NameOf));

    private protected override IEnumerable<string> Usual => All.Select(SaslSelection.NameOf);

    internal override object? Read(FieldInput input)
    {
        if (input.TryGetText(out var text))
        {
            foreach (var mechanism in All)
            {
                if (SaslSelection.NameOf(mechanism).Equals(text, StringComparison.OrdinalIgnoreCase)) return mechanism;
            }
        }
        return input.Refuse(SettingsErrors.ChoiceUnknown, Allowed);
    }
}
