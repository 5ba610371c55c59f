using EmailSettings.Core.Access;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Changes;

/// <summary>Maps changes to operations of the table, by what they name, whether values differ or not.</summary>
internal static class ChangeOperations
{
    /// <summary>Returns the distinct operations of a change.</summary>
    public static IReadOnlyList<GuardedOperation> Of(SettingsChange change) => [.. change.Steps.Select(Of).Distinct()];

    /// <summary>Returns the operation of a step.</summary>
    /// <exception cref="NotSupportedException">The step has no operation.</exception>
    public static GuardedOperation Of(ChangeStep step) => step switch
    {
        ChangeStep.Assign(var block, _) => Of(block),
        ChangeStep.Reset(var block, _) => Of(block),
        ChangeStep.AssignServer or ChangeStep.CheckServer or ChangeStep.RenameServer or ChangeStep.RemoveServer or ChangeStep.KeepServers => OperationTable.ChangeIncoming,
        ChangeStep.SetSecret(var purpose, _) => OperationTable.ChangingSecret(purpose.Kind),
        ChangeStep.SetProtectedSecret(var purpose, _) => OperationTable.ChangingSecret(purpose.Kind),
        ChangeStep.RemoveSecret(var purpose, _) => OperationTable.ChangingSecret(purpose.Kind),
        ChangeStep.ClearRestart => OperationTable.ClearRestart,
        ChangeStep.UseCertificate or ChangeStep.FindCertificate => OperationTable.ChooseCertificate,
        ChangeStep.ReplaceSecrets => OperationTable.Reencrypt,
        ChangeStep.GrantRight or ChangeStep.RevokeRight => OperationTable.ChangeGrants,
        ChangeStep.SwitchRights => OperationTable.SwitchRights,
        ChangeStep.LockBlock => OperationTable.ChangeLocks,
        _ => throw new NotSupportedException($"'{step.GetType().Name}' is not an operation of the table."),
    };

    private static GuardedOperation Of(SettingBlock block) => block switch
    {
        SettingBlock<BasicSettings> => OperationTable.ChangeBasic,
        SettingBlock<AttachmentSettings> => OperationTable.ChangeAttachments,
        SettingBlock<ErrorTexts> => OperationTable.ChangeErrorTexts,
        SettingBlock<OutgoingMailServer> => OperationTable.ChangeOutgoing,
        _ => OperationTable.ChangeIncoming,
    };
}
