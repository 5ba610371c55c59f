using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;

namespace EmailSettings.Cli.Input;

/// <summary>Parses the purpose of a secret.</summary>
internal static class PurposeArgument
{
    /// <exception cref="EmailSettingsException"><see cref="SecretErrors.PurposeUnknown"/>; text after an equals sign is not
    /// shown, since it may be the secret.</exception>
    public static SecretPurpose Read(string notation) =>
        SecretPurpose.TryParse(notation)
        ?? throw SecretErrors.PurposeUnknown.Error("purpose", notation.Split('=') is [var name, _, ..] ? $"{name}=…" : notation);
}
