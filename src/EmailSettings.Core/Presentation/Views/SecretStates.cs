using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Presentation.Views;

/// <summary>Describes secrets among the fields of a block; their values are never shown.</summary>
internal static class SecretStates
{
    public static NamedValue Of(string field, PasswordState state) => new($"{field}State", Values(state.IsSet, state.Thumbprint, state.Since), state.ToString());

    public static NamedValue Of(SettingField field, SecretState state) => new($"{field.JsonName}State",
        (NamedValue[])[.. Values(state.IsSet, state.Thumbprint, state.Since), new("expires", state.Expires)], state.ToString());

    private static NamedValue[] Values(bool isSet, string? thumbprint, DateTimeOffset? since) =>
        [new("isSet", isSet), new("thumbprint", thumbprint), new("since", since)];
}
