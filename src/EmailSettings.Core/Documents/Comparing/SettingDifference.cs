using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Documents.Comparing;

/// <summary>A setting that differs between the two sides, or exists only on one.</summary>
/// <param name="Path">The path, for example <c>outgoingServer.port</c>; for a server missing on one side
/// <c>incomingServers[NAME]</c>.</param>
/// <param name="Left">The value on the left: string, long, Boolean or null; for a secret
/// <see cref="FieldChange.Masked"/>.</param>
/// <param name="Right">The value on the right.</param>
/// <param name="Severity">The severity.</param>
public sealed record SettingDifference(string Path, object? Left, object? Right, Severity Severity)
{
    /// <summary>
    /// The document that does not name the setting although the other does; null if both sides cover it. Distinguishes a null
    /// that clears a setting from a setting that is not named.
    /// </summary>
    public ComparisonSide? NotNamed { get; init; }

    /// <summary>
    /// <c>-</c> if missing on the right side, <c>+</c> if missing on the left side, <c>~</c> for different values.
    /// </summary>
    public char Sign => (NotNamed, Left, Right) switch
    {
        (ComparisonSide.Right, _, _) or (null, _, null) => '-',
        (ComparisonSide.Left, _, _) or (null, null, _) => '+',
        _ => '~',
    };

    /// <summary>Returns path and both values, for lists of differences.</summary>
    public override string ToString() => $"{Path}: {Shown(ComparisonSide.Left) ?? "nothing"} → {Shown(ComparisonSide.Right) ?? "nothing"}";

    /// <summary>The value of a side as people are shown it; null for nothing.</summary>
    public object? Shown(ComparisonSide side) => Shown(side == ComparisonSide.Left ? Left : Right, side, NotNamed);

    /// <summary>The value of a side, where the other one may not name the setting: its null is one that clears.</summary>
    /// <param name="value">The value.</param>
    /// <param name="side">Its side.</param>
    /// <param name="notNamed"><see cref="NotNamed"/>.</param>
    public static object? Shown(object? value, ComparisonSide side, ComparisonSide? notNamed) =>
        notNamed == side ? "not named" : value ?? (notNamed is null ? null : "null");
}
