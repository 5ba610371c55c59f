namespace EmailSettings.Core.Settings;

/// <summary>The SMS Server's password, which shares the password certificate with the mail settings.</summary>
public sealed record SmsServer
{
    /// <summary>Whether a password is stored, and since when.</summary>
    public PasswordState PasswordState { get; init; } = PasswordState.NotSet;
}
