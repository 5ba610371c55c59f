using EmailSettings.Core.Documents.Comparing;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Presentation;

/// <summary>The tones of what is judged.</summary>
public static class Tones
{
    /// <summary>The tone of how a check ended.</summary>
    public static Tone Of(CheckStatus status) => status switch
    {
        CheckStatus.Failed => Tone.Bad,
        CheckStatus.Warning => Tone.Doubtful,
        CheckStatus.Passed => Tone.Good,
        _ => Tone.Plain,
    };

    /// <summary>The tone of how much a finding weighs.</summary>
    public static Tone Of(Severity severity) => severity switch
    {
        Severity.Error => Tone.Bad,
        Severity.Warning => Tone.Doubtful,
        _ => Tone.Plain,
    };

    /// <summary>The tone of a difference: what one side lacks, or has in another value.</summary>
    /// <param name="sign"><see cref="SettingDifference.Sign"/>.</param>
    public static Tone Of(char sign) => sign switch
    {
        '-' => Tone.Bad,
        '+' => Tone.Good,
        _ => Tone.Doubtful,
    };
}
