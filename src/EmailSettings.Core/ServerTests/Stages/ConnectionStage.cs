using EmailSettings.Core.ServerTests.Running;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>A stage on the connection to the mail server, skipped for Microsoft Graph.</summary>
internal abstract class ConnectionStage : Stage
{
    public override string? SkipReason(ServerTestContext context) => context.UsesGraph ? "Microsoft Graph is used instead of the mail protocol" : null;
}
