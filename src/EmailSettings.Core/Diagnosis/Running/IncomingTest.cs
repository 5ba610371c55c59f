using EmailSettings.Core.Diagnosis.Planning;
using EmailSettings.Core.Diagnosis.Stages;

namespace EmailSettings.Core.Diagnosis.Running;

/// <summary>The stages of a test of an incoming server, in the order in which they run.</summary>
internal static class IncomingTest
{
    public static IReadOnlyList<Stage> Stages(TestPlan plan) =>
    [
        .. CommonStages.Before(plan, new ImapCapabilitiesStage()),
        new ImapAuthenticateStage(),
        new MailboxStage(),
        new FindMessageStage(),
        new QuitStage(),
    ];
}
