using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Tests.Secrets;

internal static class Refusal
{
    public static Fault Of(ErrorCode expected, Action action)
    {
        var refused = Assert.Throws<EmailSettingsException>(action);
        Assert.Equal(expected.Id, refused.Code.Id);
        return refused.Faults[0];
    }
}
