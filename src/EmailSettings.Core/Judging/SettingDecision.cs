namespace EmailSettings.Core.Judging;

/// <summary>A setting and its effect on a message.</summary>
/// <param name="Setting">The path of the setting: <c>basic.maxIncomingSizeKB</c>.</param>
/// <param name="Value">Its value.</param>
/// <param name="Effect">Its effect, as a clause.</param>
public sealed record SettingDecision(string Setting, string Value, string Effect)
{
    /// <summary>Returns the decision in one line.</summary>
    public override string ToString() => $"{Setting}={Value}: {Effect}";
}
