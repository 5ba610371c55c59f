using System.CommandLine;
using System.CommandLine.Completions;
using EmailSettings.Core.Access;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Presentation.Views;

namespace EmailSettings.Cli.Commands;

/// <summary>
/// <c>right list [--current] | grant RIGHT PRINCIPAL | revoke RIGHT PRINCIPAL | enable | disable | lock BLOCK | unlock BLOCK</c>
/// </summary>
internal static class RightCommand
{
    private static readonly string[] Blocks = ["basic", "attachments", "error-texts", "incoming", "outgoing"];

    public static Command Build() => new("right", "Who may change what.")
    {
        List(),
        ForPrincipal("grant", "Grant a right to an account or a group.", (call, right, principal) => call.Session.Rights.Grant(right, principal, call.Host)),
        ForPrincipal("revoke", "Revoke a right; the last administrator cannot be removed.", (call, right, principal) => call.Session.Rights.Revoke(right, principal, call.Host)),
        Switch("enable", "Switch rights on, so that operations require them.", call => call.Session.Rights.Enable(call.Host)),
        Switch("disable", "Switch rights off: anyone who can open the store may do everything.", call => call.Session.Rights.Disable(call.Host)),
        ForBlock("lock", "Lock a block, so that nobody can change it.", (call, block) => call.Session.Rights.Lock(block, call.Host)),
        ForBlock("unlock", "Unlock a block.", (call, block) => call.Session.Rights.Unlock(block, call.Host)),
    };

    private static Command List()
    {
        var current = GlobalOptions.Flag("--current", "Show what this account may do.");
        var command = new Command("list", "Show who has which right, and which blocks are locked.") { current };
        command.SetAction(parsed => Call.Run(parsed, call =>
        {
            var rights = call.Session.Rights;
            return call.Show(parsed.GetValue(current) ? RightViews.Of(rights.ListCurrent(), rights.ListBlocks(), Front.CommandLine) : RightViews.Of(rights.AreEnforced, rights.List(), rights.ListBlocks(), Front.CommandLine));
        }));
        return command;
    }

    private static Command ForPrincipal(string name, string description, Func<Call, string, string, ChangeResult> work)
    {
        var right = new Argument<string>("RIGHT") { Description = $"{string.Join(", ", Right.All.SkipLast(1))} or {Right.All[^1]}.", Arity = ArgumentArity.ExactlyOne };
        right.CompletionSources.Add(_ => Right.All.Select(each => new CompletionItem(each.Name, detail: each.Meaning)));
        var principal = new Argument<string>("PRINCIPAL")
        {
            Description = OperatingSystem.IsWindows() ? @"DOMAIN\name of an account or group, or a SID." : "An account, group:NAME, uid:N or gid:N.",
            Arity = ArgumentArity.ExactlyOne,
        };
        var command = new Command(name, description) { right, principal, GlobalOptions.WhatIf };
        command.SetAction(parsed => Call.Run(parsed, call => call.Show(work(call, parsed.GetRequiredValue(right), parsed.GetRequiredValue(principal)))));
        return command;
    }

    private static Command ForBlock(string name, string description, Func<Call, string, ChangeResult> work)
    {
        var block = new Argument<string>("BLOCK") { Description = $"{string.Join(", ", Blocks.SkipLast(1))} or {Blocks[^1]}.", Arity = ArgumentArity.ExactlyOne };
        block.CompletionSources.Add(Blocks);
        var command = new Command(name, description) { block, GlobalOptions.WhatIf };
        command.SetAction(parsed => Call.Run(parsed, call => call.Show(work(call, parsed.GetRequiredValue(block)))));
        return command;
    }

    private static Command Switch(string name, string description, Func<Call, ChangeResult> work)
    {
        var command = new Command(name, description) { GlobalOptions.WhatIf };
        command.SetAction(parsed => Call.Run(parsed, call => call.Show(work(call))));
        return command;
    }
}
