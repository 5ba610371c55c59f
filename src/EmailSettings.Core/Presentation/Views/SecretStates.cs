using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Presentation.Views;

/// <summary>What is shown in place of a secret.</summary>
internal static class SecretStates
{
    public static NamedValue Of(string field, PasswordState state) => new($"{field}State", Values(state.IsSet, state.Thumbprint, state.Since), Shown(state.IsSet, state.Since));

    public static NamedValue Of(SettingField field, SecretState state) => new($"{field.JsonName}State",
        (NamedValue[])[.. Values(state.IsSet, state.Thumbprint, state.Since), new("expires", state.Expires)], Shown(state.IsSet, state.Since));

    private static NamedValue[] Values(bool isSet, string? thumbprint, DateTimeOffset? since) =>
        [new("isSet", isSet), new("thumbprint", thumbprint), new("since", since)];

    private static string Shown(bool isSet, DateTimeOffset? since) => isSet ? $"set since {Cell.Of(since).Text}" : "not set";
}
