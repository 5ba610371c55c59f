using EmailSettings.Core.ServerTests.Running;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>A stage on the connection to the mail server, which Microsoft Graph does without.</summary>
internal abstract class ConnectionStage : Stage
{
    public override string? SkipReason(ServerTestContext context) => context.UsesGraph ? "Microsoft Graph takes the place of the mail protocol" : null;
}
