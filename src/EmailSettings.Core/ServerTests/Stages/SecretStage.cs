using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Planning;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail.Connection;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>The password or client secret: passed in the call, or decrypted like the platform does.</summary>
internal sealed class SecretStage : Stage
{

    private static readonly string[] RootVariables = OperatingSystem.IsLinux() ? ["SSL_CERT_FILE", "SSL_CERT_DIR"] : [];

    public override TestStage Name => TestStage.Secret;

    public override TestStage[] Needs => [TestStage.Settings];

    public override string? SkipReason(ServerTestContext context) => context.Plan.Secret.IsNeeded ? null : "no secret is needed";

    public override Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation) => Task.FromResult(Open(context));

    private static StageOutcome Open(ServerTestContext context)
    {
        var plan = context.Plan.Secret;
        if (plan.Given is { } given) return Take(context, given);
        var purpose = plan.Purpose?.ToString();
        if (plan.Stored is null && plan.Proposed is null)
            return new StageOutcome(null, plan.Missing ?? SettingsFindings.SecretNotSet.At(value: purpose, detail: plan.What));
        if (plan.TargetDifferences.Count > 0)
            return new StageOutcome(null, SettingsFindings.SecretNotForThisTarget.At(value: purpose, detail: string.Join(", ", plan.TargetDifferences)));
        try
        {
            var (text, facts) = context.Secrets.Open(plan);
            context.Secret = text;
            return new StageOutcome(facts, [.. Dates(plan, context.Services.Clock), .. Roots(context)]);
        }
        catch (EmailSettingsException e)
        {
            var facts = new SecretStageFacts { Purpose = purpose, Source = plan.Proposed is null ? SettingsSource.Stored : SettingsSource.Proposed, Decrypted = false };
            return new StageOutcome(facts, SettingsFindings.NotOpened(e.Code.Id, null, purpose, e.Faults[0].Cause.TrimEnd('.', ' ')));
        }
    }

    private static StageOutcome Take(ServerTestContext context, SecretText given)
    {
        var facts = new SecretStageFacts { Source = SettingsSource.Given };
        try
        {
            (context.Plan.Secret.Purpose ?? SecretPurpose.OutgoingPassword).Check(given);
        }
        catch (EmailSettingsException e)
        {
            return new StageOutcome(facts, SettingsFindings.SettingsInvalid.At(value: "secret", detail: e.Faults[0].Cause.TrimEnd('.')));
        }
        // A copy: the caller may dispose its own while the test is still running.
        context.Secret = SecretText.FromUtf8(given.Span);
        return new StageOutcome(facts);
    }

    private static IEnumerable<Finding> Roots(ServerTestContext context)
    {
        var set = RootVariables.Where(name => !string.IsNullOrEmpty(context.Services.Variable(name))).Select(name => $"{name}={context.Services.Variable(name)}").ToList();
        if (set.Count > 0 && (context.Plan.UsesToken || context.Plan.Tls != TlsMode.None))
            yield return SettingsFindings.SecretRootsFromEnvironment.At(value: string.Join(", ", set)) with { Severity = Severity.Info };
    }

    private static IEnumerable<Finding> Dates(SecretPlan plan, TimeProvider clock)
    {
        if (plan.Expires is not { } expires) yield break;
        var days = expires.DayNumber - DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber;
        var day = Iso8601.Day(expires);
        // Only a warning: it is based on the entered date, and the Token stage will show whether the authority accepts the
        // secret.
        if (days < 0) yield return SettingsFindings.SecretClientSecretExpired.At(value: plan.Purpose!.ToString(), detail: day) with { Severity = Severity.Warning };
        else if (days <= ExpiryWarning.DaysBefore) yield return SettingsFindings.SecretClientSecretExpiresSoon.At(value: plan.Purpose!.ToString(), detail: day, limit: days.ToString(CultureInfo.InvariantCulture));
    }
}
