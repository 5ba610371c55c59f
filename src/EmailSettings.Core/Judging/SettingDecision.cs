namespace EmailSettings.Core.Judging;

/// <summary>A setting and what it decided for a message.</summary>
/// <param name="Setting">The setting, as documents name it: <c>basic.maxIncomingSizeKB</c>.</param>
/// <param name="Value">Its value.</param>
/// <param name="Effect">What it decided, half a sentence.</param>
public sealed record SettingDecision(string Setting, string Value, string Effect)
{
    /// <summary>On one line.</summary>
    public override string ToString() => $"{Setting}={Value}: {Effect}";
}
