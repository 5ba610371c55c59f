using EmailSettings.Core.Documents.Comparing;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Presentation;

/// <summary>Maps results to tones.</summary>
public static class Tones
{
    /// <summary>Gets the tone of a check's status.</summary>
    public static Tone Of(CheckStatus status) => status switch
    {
        CheckStatus.Failed => Tone.Bad,
        CheckStatus.Warning => Tone.Doubtful,
        CheckStatus.Passed => Tone.Good,
        _ => Tone.Plain,
    };

    /// <summary>Gets the tone of a finding's severity.</summary>
    public static Tone Of(Severity severity) => severity switch
    {
        Severity.Error => Tone.Bad,
        Severity.Warning => Tone.Doubtful,
        _ => Tone.Plain,
    };

    /// <summary>Gets the tone of a difference between two sides.</summary>
    /// <param name="sign"><see cref="SettingDifference.Sign"/>.</param>
    public static Tone Of(char sign) => sign switch
    {
        '-' => Tone.Bad,
        '+' => Tone.Good,
        _ => Tone.Doubtful,
    };
}
