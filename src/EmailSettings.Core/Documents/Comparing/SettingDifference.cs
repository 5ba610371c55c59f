using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Documents.Comparing;

/// <summary>One setting that is another one on the two sides, or is on one of them alone.</summary>
/// <param name="Path">For example <c>outgoingServer.port</c>; a server that one side lacks is
/// <c>incomingServers[NAME]</c>.</param>
/// <param name="Left">The value on the left: text, number (long), Boolean or null; of a secret
/// <see cref="FieldChange.Masked"/>.</param>
/// <param name="Right">The value on the right.</param>
/// <param name="Severity">How much it weighs.</param>
public sealed record SettingDifference(string Path, object? Left, object? Right, Severity Severity)
{
    /// <summary>
    /// The document that says nothing of the setting, where the other one does; null where both sides speak of it. So a null that
    /// clears a setting is told from a setting that is not named.
    /// </summary>
    public ComparisonSide? NotNamed { get; init; }

    /// <summary>
    /// <c>-</c> for what the right side lacks, <c>+</c> for what the left side lacks, <c>~</c> for another value.
    /// </summary>
    public char Sign => (NotNamed, Left, Right) switch
    {
        (ComparisonSide.Right, _, _) or (null, _, null) => '-',
        (ComparisonSide.Left, _, _) or (null, null, _) => '+',
        _ => '~',
    };

    /// <summary>Path and both values: a list of differences reads well.</summary>
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
