using EmailSettings.Core.Diagnosis.Planning;
using EmailSettings.Core.Diagnosis.Stages;

namespace EmailSettings.Core.Diagnosis.Running;

/// <summary>The stages of a test of the outgoing server, in the order in which they run.</summary>
internal static class OutgoingTest
{
    public static IReadOnlyList<Stage> Stages(TestPlan plan, TestRun run) =>
    [
        .. CommonStages.Before(plan, new SmtpCapabilitiesStage()),
        new SmtpAuthenticateStage(),
        new LimitsStage(),
        new EnvelopeStage(),
        new SendMessageStage(run),
        new QuitStage(),
    ];
}
