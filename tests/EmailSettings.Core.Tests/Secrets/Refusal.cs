using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Tests.Secrets;

internal static class Refusal
{
    public static Finding Of(FindingCode expected, Action action)
    {
        var refused = Assert.Throws<EmailSettingsException>(action);
        Assert.Equal(expected.Id, refused.Code.Id);
        return refused.Faults[0];
    }
}
