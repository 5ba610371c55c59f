using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Settings;

/// <summary>The state of a stored client secret, without its text.</summary>
/// <param name="IsSet">Whether a secret is stored.</param>
/// <param name="Thumbprint">The certificate that protects it, upper-case hex; null if none is stored.</param>
/// <param name="Since">When it was entered, UTC.</param>
/// <param name="Expires">When the secret expires at the identity provider, as entered; null if unknown.</param>
public sealed record SecretState(bool IsSet, string? Thumbprint = null, DateTimeOffset? Since = null, DateOnly? Expires = null)
{
    /// <summary>Nothing is stored.</summary>
    public static SecretState NotSet { get; } = new(false);

    /// <summary>Returns <c>not set</c>, <c>set</c>, or <c>set, expires in 42 days</c> as of today (UTC).</summary>
    public override string ToString()
    {
        if (!IsSet) return "not set";
        if (Expires is not { } end) return "set";
        return SetWith(end.DayNumber - DateOnly.FromDateTime(DateTime.UtcNow).DayNumber);
    }

    /// <summary>Describes a stored secret by the days until it expires, negative if it has expired.</summary>
    internal static string SetWith(int daysLeft) =>
        daysLeft < 0 ? $"set, expired {Quantity.Of(-daysLeft, "day")} ago" : $"set, expires in {Quantity.Of(daysLeft, "day")}";
}
