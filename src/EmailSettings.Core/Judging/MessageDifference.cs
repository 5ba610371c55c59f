namespace EmailSettings.Core.Judging;

/// <summary>What two sets of settings do differently with one message.</summary>
/// <param name="What">The outcome, the error text, the body's encoding, or an attachment and what of it.</param>
/// <param name="Left">Under the settings that were tested; null for nothing.</param>
/// <param name="Right">Under those they were compared with; null for nothing.</param>
public sealed record MessageDifference(string What, string? Left, string? Right)
{
    /// <summary>On one line.</summary>
    public override string ToString() => $"{What}: {Left ?? "-"} → {Right ?? "-"}";
}
