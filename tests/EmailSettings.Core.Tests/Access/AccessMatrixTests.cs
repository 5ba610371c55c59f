using EmailSettings.Core.Access;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Tests.Access;

/// <summary>Each operation of the table with every possible set of rights.</summary>
public sealed class AccessMatrixTests
{
    private static readonly Actor Caller = new("caller", "test");

    // What each right allows, deliberately written a second time.
    private static readonly Dictionary<string, string[]> Covered = new(StringComparer.Ordinal)
    {
        ["EmailService.View"] = ["EmailService.View"],
        ["EmailService.Modify"] = ["EmailService.View", "EmailService.Modify"],
        ["Incoming.View"] = ["Incoming.View"],
        ["Incoming.Manage"] = ["Incoming.View", "Incoming.Manage"],
        ["Outgoing.View"] = ["Outgoing.View"],
        ["Outgoing.Manage"] = ["Outgoing.View", "Outgoing.Manage"],
        ["Administrator"] = ["EmailService.View", "EmailService.Modify", "Incoming.View", "Incoming.Manage", "Outgoing.View", "Outgoing.Manage", "Administrator"],
    };

    [Fact]
    public void Each_operation_is_allowed_under_each_set_of_rights_exactly_where_it_should_be()
    {
        for (var set = 0; set < 1 << Right.All.Count; set++)
        {
            foreach (var viewIsGuarded in new[] { false, true })
            {
                var held = Right.All.Where((_, i) => (set & (1 << i)) != 0).ToList();
                var rules = new AccessRules
                {
                    IsEnabled = true,
                    Grants = [.. held.Select(right => Grant(Caller.Id, right)), .. viewIsGuarded ? [Grant("somebody", Right.IncomingView)] : Array.Empty<RightGrant>()],
                };
                var covered = held.SelectMany(right => Covered[right.Name]).ToHashSet(StringComparer.Ordinal);
                var viewBinds = viewIsGuarded || held.Any(right => right.Name.EndsWith(".View", StringComparison.Ordinal));
                foreach (var operation in OperationTable.All)
                {
                    var isAllowed = operation.Right is not { } right || covered.Contains(right.Name) || (right.Name.EndsWith(".View", StringComparison.Ordinal) && !viewBinds);
                    Assert.Equal((operation.Name, isAllowed), (operation.Name, AccessJudge.Judge(Caller, rules, [operation]).Count == 0));
                }
            }
        }
    }

    [Fact]
    public void Everything_is_allowed_until_rights_are_switched_on() =>
        Assert.Empty(AccessJudge.Judge(Caller, new AccessRules { Grants = [Grant("somebody", Right.Administrator)] }, OperationTable.All));

    [Fact]
    public void A_lock_stops_everyone_but_only_for_its_block()
    {
        foreach (var block in Enum.GetValues<LockableBlock>())
        {
            var rules = new AccessRules { Grants = [Grant(Caller.Id, Right.Administrator)], Locks = [new BlockLock(block.ToString(), default)] };
            foreach (var isEnabled in new[] { false, true })
            {
                foreach (var operation in OperationTable.All)
                {
                    var refused = AccessJudge.Judge(Caller, rules with { IsEnabled = isEnabled }, [operation]);
                    Assert.Equal(operation.Blocks.Contains(block) ? [AccessErrors.BlockLocked.Id] : [], refused.Select(fault => fault.Id));
                }
            }
        }
    }

    [Fact]
    public void The_table_lists_all_of_its_rows_once()
    {
        var rows = typeof(OperationTable).GetProperties().Where(property => property.PropertyType == typeof(GuardedOperation)).Select(property => property.GetValue(null)!).ToList();

        Assert.Equal(rows, OperationTable.All);
        Assert.Equal(rows.Count, OperationTable.All.Select(operation => operation.Name).Distinct().Count());
    }

    [Fact]
    public void Every_block_is_changed_by_an_operation_that_needs_a_right() =>
        Assert.All(Enum.GetValues<LockableBlock>(), block => Assert.Contains(OperationTable.All, operation => operation.Blocks.Contains(block) && operation.Right is not null));

    [Fact]
    public void There_is_no_step_of_a_change_without_its_operation()
    {
        var covered = Steps().Select(step => step.GetType()).ToHashSet();

        Assert.Empty(typeof(ChangeStep).GetNestedTypes(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic).Where(type => type.IsSubclassOf(typeof(ChangeStep))).Except(covered));
        Assert.All(Steps(), step => Assert.NotNull(ChangeOperations.Of(step).Right));
    }

    [Fact]
    public void Every_part_of_the_store_that_is_a_block_has_its_right_to_read()
    {
        foreach (var part in new[] { StoreParts.Basic, StoreParts.Attachments, StoreParts.ErrorTexts, StoreParts.Incoming, StoreParts.Outgoing })
            Assert.All(Assert.Single([OperationTable.Viewing(part)]), operation => Assert.True(operation.Right!.IsView));
        Assert.Equal(OperationTable.ViewAll, OperationTable.Viewing(StoreParts.All));
    }

    private static RightGrant Grant(string principal, Right right) => new(principal, right.Name, principal, default);

    private static IEnumerable<ChangeStep> Steps()
    {
        using var text = SecretText.FromChars("x");
        foreach (var block in new SettingBlock[] { SettingBlocks.Basic, SettingBlocks.Attachments, SettingBlocks.ErrorTexts, SettingBlocks.Outgoing, SettingBlocks.Incoming })
        {
            yield return new ChangeStep.Assign(block, []);
            yield return new ChangeStep.Reset(block);
        }
        foreach (var purpose in new[] { SecretPurpose.OutgoingPassword, SecretPurpose.OutgoingSecret, SecretPurpose.IncomingSecret("a"), SecretPurpose.SmsPassword, SecretPurpose.Text })
        {
            yield return new ChangeStep.SetSecret(purpose, text);
            yield return new ChangeStep.SetProtectedSecret(purpose, "");
            yield return new ChangeStep.RemoveSecret(purpose);
        }
        yield return new ChangeStep.AssignServer("a", ServerMatch.New, []);
        yield return new ChangeStep.CheckServer([]);
        yield return new ChangeStep.RenameServer("a", "b");
        yield return new ChangeStep.RemoveServer("a");
        yield return new ChangeStep.KeepServers([]);
        yield return new ChangeStep.ClearRestart();
        yield return new ChangeStep.UseCertificate(null!);
        yield return new ChangeStep.FindCertificate("");
        yield return new ChangeStep.ReplaceSecrets([], "");
        yield return new ChangeStep.GrantRight(Right.Administrator, "", "");
        yield return new ChangeStep.RevokeRight(Right.Administrator, "", "");
        yield return new ChangeStep.SwitchRights(true);
        yield return new ChangeStep.LockBlock(LockableBlock.Basic, true);
    }
}
