using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>The effective values and their sources.</summary>
internal sealed class SettingsStage : Stage
{
    public override TestStage Name => TestStage.Settings;

    public override Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation)
    {
        var plan = context.Plan;
        var facts = new SettingsStageFacts
        {
            Server = plan.Server,
            Host = plan.Host is null ? null : DisplayText.Escape(plan.Host),
            Port = plan.Port,
            Tls = plan.Tls,
            Authentication = plan.Authentication,
            Transport = plan.Transport,
            HasUser = plan.User is not null,
            Address = plan.Address is null ? null : DisplayText.Shorten(plan.Address.OriginalString, 300),
            ClientId = plan.ClientId?.ToString("D"),
            Sources = plan.Sources,
        };
        return Task.FromResult(new StageOutcome(facts, plan.Findings));
    }
}
