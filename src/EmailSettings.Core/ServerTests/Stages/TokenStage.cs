using EmailSettings.Core.Findings;
using EmailSettings.Core.OAuth;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>
/// The access token and its permissions. If the permission for the mail protocol is missing, a token for Microsoft Graph is
/// requested as well: the application may have been set up only for Graph.
/// </summary>
internal sealed class TokenStage : Stage
{
    public override TestStage Name => TestStage.Token;

    public override TestStage[] Needs => [TestStage.Settings, TestStage.Secret];

    public override string? SkipReason(ServerTestContext context)
    {
        if (!context.Plan.UsesToken) return "the login uses no token";
        var isUser = context.Plan.Authentication == TestAuthentication.OAuthUser;
        var isPossible = !isUser || context.Plan.Request.DeviceCode is not null || (context.Secret is not null && context.Plan.TokenUser is not null);
        return isPossible ? null : "no user name and password were specified";
    }

    public override async Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation)
    {
        using var source = new TokenSource(context);
        var wanted = context.UsesGraph ? TokenPurpose.Graph : Protocol(context);
        var outcome = await source.AcquireAsync(wanted, cancellation).ConfigureAwait(false);
        if (!outcome.Succeeded) return await WithoutTokenAsync(context, source, wanted, outcome.Failure, cancellation).ConfigureAwait(false);

        context.Token = outcome;
        var facts = outcome.Facts;
        var needed = RequiredPermission.Of(context.Plan.Kind, wanted, context.Plan.Authentication);
        // An opaque token reveals nothing, which is not a fault (RFC 6749 section 1.4).
        if (!facts.IsReadable || facts.Rights.HasFlag(needed.Right)) return new StageOutcome(facts, Audience(facts, wanted));
        return wanted == TokenPurpose.Graph
            ? new StageOutcome(facts, RoleMissing(context, needed, facts))
            : await LookAtGraphAsync(context, source, facts, needed, cancellation).ConfigureAwait(false);
    }

    private static TokenPurpose Protocol(ServerTestContext context) => context.Plan.Kind == TestKind.Outgoing ? TokenPurpose.Smtp : TokenPurpose.Imap;

    private static IReadOnlyList<Finding> Audience(TokenFacts facts, TokenPurpose wanted)
    {
        var expected = wanted == TokenPurpose.Graph ? TokenAudience.Graph : TokenAudience.Exchange;
        return facts.Audience == TokenAudience.Unknown || facts.Audience == expected ? [] : [TokenFindings.TokenAudience.At(value: string.Join(", ", facts.Audiences))];
    }

    // If no message is sent, Graph is not asked to send, so only the role decides.
    private static Finding RoleMissing(ServerTestContext context, RequiredPermission needed, TokenFacts facts)
    {
        var finding = TokenFindings.TokenRoleMissing.At(value: needed.Name, detail: Rights(facts));
        return context is { UsesGraph: true, Plan.Kind: TestKind.Outgoing } ? finding with { Severity = Severity.Error } : finding;
    }

    private static async Task<StageOutcome> LookAtGraphAsync(
        ServerTestContext context, TokenSource source, TokenFacts facts, RequiredPermission needed, CancellationToken cancellation)
    {
        if (facts.Audience == TokenAudience.Graph) return new StageOutcome(facts, TokenFindings.TokenGraphOnly.At(value: needed.Name, detail: Rights(facts)));
        var graph = await TryGraphAsync(context, source, cancellation).ConfigureAwait(false);
        if (graph is null)
            return new StageOutcome(facts, facts.Audience == TokenAudience.Other ? Audience(facts, TokenPurpose.Imap) : [RoleMissing(context, needed, facts)]);

        facts = facts with { GraphRoles = graph.Facts!.Roles };
        if (context.Plan.Transport == TestTransport.Auto) return new StageOutcome(Switch(context, graph));
        var roles = string.Join(", ", facts.GraphRoles);
        graph.Dispose();
        return new StageOutcome(facts, TokenFindings.TokenGraphOnly.At(value: needed.Name, detail: roles));
    }

    // A tenant without Exchange rejects the resource; the application may still be fine for Graph.
    private static async Task<StageOutcome> WithoutTokenAsync(
        ServerTestContext context, TokenSource source, TokenPurpose wanted, TokenFailure failure, CancellationToken cancellation)
    {
        if (context.Plan.Transport == TestTransport.Auto && wanted != TokenPurpose.Graph && failure.Kind is TokenFailureKind.ConsentMissing or TokenFailureKind.ResourceMissing
            && await TryGraphAsync(context, source, cancellation).ConfigureAwait(false) is { } graph)
        {
            return new StageOutcome(Switch(context, graph));
        }
        return new StageOutcome(null, TokenFailures.Describe(context, failure));
    }

    /// <summary>
    /// Acquires a Graph token with the permission that the test needs; null if it has none. Only an application's permissions can
    /// be checked without interaction.
    /// </summary>
    private static async Task<TokenOutcome?> TryGraphAsync(ServerTestContext context, TokenSource source, CancellationToken cancellation)
    {
        if (context.Plan.Authentication != TestAuthentication.OAuthService) return null;
        var graph = await source.AcquireAsync(TokenPurpose.Graph, cancellation).ConfigureAwait(false);
        var needed = RequiredPermission.Of(context.Plan.Kind, TokenPurpose.Graph, context.Plan.Authentication);
        var has = graph.Succeeded && graph.Facts.Rights.HasFlag(needed.Right);
        context.Note($"A further token, for Microsoft Graph: {(graph.Succeeded ? $"with{(has ? "" : "out")} the right {needed.Name}" : "not given")}.");
        if (has) return graph;
        graph.Dispose();
        return null;
    }

    private static TokenFacts Switch(ServerTestContext context, TokenOutcome graph)
    {
        context.Token?.Dispose();
        context.Token = graph;
        context.UsesGraph = true;
        return graph.Facts!;
    }

    private static string Rights(TokenFacts facts)
    {
        var all = facts.Roles.Concat(facts.Scopes).ToList();
        return all.Count == 0 ? "none" : string.Join(", ", all.Take(10));
    }
}
