using EmailSettings.Cli.Output;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Cli.Views;

/// <summary>What is shown in place of a secret.</summary>
internal static class SecretStates
{
    public static Row Row(string field, PasswordState state) => new($"{field}State", Rows(state.IsSet, state.Thumbprint, state.Since), Describe(state.IsSet, state.Since));

    public static Row Row(SettingField field, SecretState state) => new($"{field.JsonName}State",
        (Row[])[.. Rows(state.IsSet, state.Thumbprint, state.Since), new("expires", state.Expires)], Describe(state.IsSet, state.Since));

    private static Row[] Rows(bool isSet, string? thumbprint, DateTimeOffset? since) =>
        [new("isSet", isSet), new("thumbprint", thumbprint), new("since", since)];

    private static string Describe(bool isSet, DateTimeOffset? since) => isSet ? $"set since {Cell.Of(since).Text}" : "not set";
}
