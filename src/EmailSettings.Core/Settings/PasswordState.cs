namespace EmailSettings.Core.Settings;

/// <summary>What can be read of a stored password: never the text.</summary>
/// <param name="IsSet">A password is stored.</param>
/// <param name="Thumbprint">Certificate it is protected with, upper-case hex; null where none is stored.</param>
/// <param name="Since">When it was entered, UTC.</param>
public sealed record PasswordState(bool IsSet, string? Thumbprint = null, DateTimeOffset? Since = null)
{
    /// <summary>Nothing is stored.</summary>
    public static PasswordState NotSet { get; } = new(false);

    /// <summary><c>set</c> or <c>not set</c>.</summary>
    public override string ToString() => IsSet ? "set" : "not set";
}
