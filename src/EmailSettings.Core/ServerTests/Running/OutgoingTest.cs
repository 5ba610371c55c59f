using EmailSettings.Core.ServerTests.Planning;
using EmailSettings.Core.ServerTests.Stages;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>The stages of an outgoing server test, in order.</summary>
internal static class OutgoingTest
{
    public static IReadOnlyList<Stage> Stages(ServerTestPlan plan, ServerTestRunner run) =>
    [
        .. CommonStages.Before(plan, new SmtpCapabilitiesStage()),
        new SmtpAuthenticateStage(),
        new LimitsStage(),
        new SenderDomainStage(),
        new EnvelopeStage(),
        new SendMessageStage(run),
        new QuitStage(),
    ];
}
