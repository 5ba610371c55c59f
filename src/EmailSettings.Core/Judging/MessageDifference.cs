namespace EmailSettings.Core.Judging;

/// <summary>A difference in how two sets of settings treat a message.</summary>
/// <param name="What">What differs: the outcome, the error text, the body's encoding, or an attachment.</param>
/// <param name="Left">The value under the tested settings; null if none.</param>
/// <param name="Right">The value under the settings compared with; null if none.</param>
public sealed record MessageDifference(string What, string? Left, string? Right)
{
    /// <summary>Returns the difference in one line.</summary>
    public override string ToString() => $"{What}: {Left ?? "-"} → {Right ?? "-"}";
}
