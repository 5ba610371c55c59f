using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Documents.Comparing;

/// <summary>One setting that is another one on the two sides, or is on one of them alone.</summary>
/// <param name="Path">For example <c>outgoingServer.port</c>; a server that one side lacks is <c>incomingServers[NAME]</c>.</param>
/// <param name="Left">The value on the left: text, number (long), Boolean or null; of a secret <see cref="FieldChange.Masked"/>.</param>
/// <param name="Right">The value on the right.</param>
/// <param name="Severity">How much it weighs.</param>
public sealed record SettingDifference(string Path, object? Left, object? Right, Severity Severity)
{
    /// <summary><c>-</c> for what the right side lacks, <c>+</c> for what the left side lacks, <c>~</c> for another value.</summary>
    public char Sign => (Left, Right) switch { (_, null) => '-', (null, _) => '+', _ => '~' };

    /// <summary>Path and both values: a list of differences reads well.</summary>
    public override string ToString() => $"{Path}: {Left ?? "nothing"} → {Right ?? "nothing"}";
}
