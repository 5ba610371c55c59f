using EmailSettings.Core.ServerTests.Planning;
using EmailSettings.Core.ServerTests.Stages;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>The stages of an incoming server test, in order.</summary>
internal static class IncomingTest
{
    public static IReadOnlyList<Stage> Stages(ServerTestPlan plan) =>
    [
        .. CommonStages.Before(plan, new ImapCapabilitiesStage()),
        new ImapAuthenticateStage(),
        new MailboxStage(),
        new FindMessageStage(),
        new QuitStage(),
    ];
}
