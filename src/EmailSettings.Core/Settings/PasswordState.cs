namespace EmailSettings.Core.Settings;

/// <summary>The state of a stored password, without its text.</summary>
/// <param name="IsSet">Whether a password is stored.</param>
/// <param name="Thumbprint">The certificate that protects it, upper-case hex; null if none is stored.</param>
/// <param name="Since">When it was entered, UTC.</param>
public sealed record PasswordState(bool IsSet, string? Thumbprint = null, DateTimeOffset? Since = null)
{
    /// <summary>Nothing is stored.</summary>
    public static PasswordState NotSet { get; } = new(false);

    /// <summary>Returns <c>set</c> or <c>not set</c>.</summary>
    public override string ToString() => IsSet ? "set" : "not set";
}
