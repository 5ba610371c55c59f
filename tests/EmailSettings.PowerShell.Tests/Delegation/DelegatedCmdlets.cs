using EmailSettings.Core.Access;
using static EmailSettings.Core.Access.OperationTable;

namespace EmailSettings.PowerShell.Tests.Delegation;

/// <summary>
/// Which cmdlet does which operations of the table, and which parameters no delegate gets: the declaration that the role capabilities
/// are made from.
/// </summary>
internal static class DelegatedCmdlets
{
    // What the account of the endpoint lends its caller: its files, its key, its stores.
    private static readonly string[] OfTheEndpoint =
    [
        "Connect-EmailSettingsStore", "Disconnect-EmailSettingsStore", "Export-EmailSettings", "Get-EmailSettingsStore", "Import-EmailSettings", "Initialize-EmailSettings",
        "Protect-MailPassword", "Test-EmailMessage", "Unprotect-MailPassword",
    ];

    /// <summary>The operations of each cmdlet; none for one that needs no right.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<GuardedOperation>> Operations { get; } = new Dictionary<string, IReadOnlyList<GuardedOperation>>(StringComparer.Ordinal)
    {
        ["Backup-EmailSettingsStore"] = [Backup],
        ["Clear-EmailSettingsRestart"] = [ViewEmailService, ClearRestart],
        ["Compare-EmailSettings"] = ViewAll,
        ["Connect-EmailSettingsStore"] = [ConnectStore],
        ["Disable-EmailSettingsRight"] = [SwitchRights],
        ["Disconnect-EmailSettingsStore"] = [ConnectStore],
        ["Enable-EmailSettingsRight"] = [SwitchRights],
        ["Export-EmailSettings"] = [.. ViewAll, ExportSecrets],
        ["Export-MailPasswordCertificate"] = [ExportCertificate],
        ["Get-EmailAttachmentSettings"] = [ViewEmailService],
        ["Get-EmailBasicSettings"] = [ViewEmailService],
        ["Get-EmailErrorTexts"] = [ViewEmailService],
        ["Get-EmailSettings"] = ViewAll,
        ["Get-EmailSettingsChange"] = ViewAll,
        ["Get-EmailSettingsRestart"] = [ViewEmailService],
        ["Get-EmailSettingsRight"] = [],
        ["Get-EmailSettingsStore"] = [],
        ["Get-IncomingMailServer"] = [ViewIncoming],
        ["Get-MailPassword"] = [ViewIncoming, ViewOutgoing, ViewSms],
        ["Get-MailPasswordCertificate"] = [ViewIncoming, ViewOutgoing],
        ["Get-OutgoingMailServer"] = [ViewOutgoing],
        ["Grant-EmailSettingsRight"] = [ChangeGrants],
        ["Import-EmailSettings"] = [ChangeBasic, ChangeAttachments, ChangeErrorTexts, ChangeIncoming, ChangeOutgoing, ChangeSmsPassword, ChooseCertificate],
        ["Initialize-EmailSettings"] = [CreateCertificate, ChangeBasic, ChangeAttachments, ChangeErrorTexts, ChangeIncoming, ChangeOutgoing, ChangeSmsPassword, ChooseCertificate],
        ["Lock-EmailSettingsBlock"] = [ChangeLocks],
        ["New-IncomingMailServer"] = [ViewIncoming, ChangeIncoming],
        ["New-MailPasswordCertificate"] = [CreateCertificate, ChooseCertificate],
        ["Protect-MailPassword"] = [Protect],
        ["Remove-IncomingMailServer"] = [ViewIncoming, ChangeIncoming],
        ["Remove-MailPassword"] = [ChangeIncoming, ChangeOutgoing, ChangeSmsPassword],
        ["Rename-IncomingMailServer"] = [ViewIncoming, ChangeIncoming],
        ["Reset-EmailAttachmentSettings"] = [ViewEmailService, ChangeAttachments],
        ["Reset-EmailBasicSettings"] = [ViewEmailService, ChangeBasic],
        ["Reset-EmailErrorTexts"] = [ViewEmailService, ChangeErrorTexts],
        ["Reset-OutgoingMailServer"] = [ViewOutgoing, ChangeOutgoing],
        ["Resolve-MailServerReply"] = [],
        ["Restore-EmailSettingsStore"] = [Restore],
        ["Revoke-EmailSettingsRight"] = [ChangeGrants],
        ["Send-EmailTestMessage"] = [ViewOutgoing, SendMessage, TestOutgoing],
        ["Set-EmailAttachmentSettings"] = [ViewEmailService, ChangeAttachments],
        ["Set-EmailBasicSettings"] = [ViewEmailService, ChangeBasic],
        ["Set-EmailErrorTexts"] = [ViewEmailService, ChangeErrorTexts],
        ["Set-IncomingMailServer"] = [ViewIncoming, ChangeIncoming],
        ["Set-MailPassword"] = [ChangeIncoming, ChangeOutgoing, ChangeSmsPassword],
        ["Set-MailPasswordCertificate"] = [ChooseCertificate],
        ["Set-OutgoingMailServer"] = [ViewOutgoing, ChangeOutgoing],
        ["Test-EmailMessage"] = [ViewEmailService, ViewOutgoing],
        ["Test-EmailSettings"] = ViewAll,
        ["Test-IncomingMailServer"] = [ViewIncoming, TestIncoming, TestAsGiven],
        ["Test-MailPasswordCertificate"] = [ViewIncoming, ViewOutgoing],
        ["Test-OutgoingMailServer"] = [ViewOutgoing, TestOutgoing, SendMessage, TestAsGiven],
        ["Undo-EmailSettingsChange"] = [ChangeBasic, ChangeAttachments, ChangeErrorTexts, ChangeIncoming, ChangeOutgoing, ChangeSmsPassword, ChooseCertificate],
        ["Unlock-EmailSettingsBlock"] = [ChangeLocks],
        ["Unprotect-MailPassword"] = [UnprotectText, UnprotectSecret],
        ["Update-MailPassword"] = [Reencrypt],
    };

    /// <summary>The roles that the module ships: each with the rights it is meant for.</summary>
    public static IReadOnlyList<DelegatedRole> Roles { get; } =
    [
        new("EmailServiceModify", new Guid("5d4c4a3e-5a0f-4a3b-9c1b-0a7a4f7b1c01"), "Changes basic settings, attachment settings and error texts.", Right.EmailServiceModify),
        new("IncomingMailServerManage", new Guid("5d4c4a3e-5a0f-4a3b-9c1b-0a7a4f7b1c02"), "Manages and tests incoming mail servers.", Right.IncomingManage),
        new("OutgoingMailServerManage", new Guid("5d4c4a3e-5a0f-4a3b-9c1b-0a7a4f7b1c03"), "Manages and tests the outgoing mail server.", Right.OutgoingManage),
        new("EmailSettingsReader", new Guid("5d4c4a3e-5a0f-4a3b-9c1b-0a7a4f7b1c04"), "Reads all settings, the history and the health.", Right.EmailServiceView, Right.IncomingView, Right.OutgoingView),
    ];

    /// <summary>The cmdlets of a role: every right that they need is one of the role's.</summary>
    public static IEnumerable<CmdletContract> Of(DelegatedRole role) => CmdletContract.All
        .Where(cmdlet => !OfTheEndpoint.Contains(cmdlet.Name) && Operations[cmdlet.Name].All(operation => operation.Right is not { } right || role.Rights.Any(held => held.Covers(right))))
        .OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal);

    /// <summary>The parameters that a delegate gets, by name.</summary>
    public static IEnumerable<string> Parameters(CmdletContract cmdlet) =>
        cmdlet.Parameters.Select(parameter => parameter.Name).Where(name => !IsLeftOut(cmdlet, name)).Order(StringComparer.Ordinal);

    // Paths, stores, other targets than the stored ones, and what would open secrets or ask of other accounts by the way.
    private static bool IsLeftOut(CmdletContract cmdlet, string parameter) => parameter switch
    {
        _ when parameter.EndsWith("Path", StringComparison.Ordinal) => true,
        "Store" or "OtherStore" or "Proxy" or "Servers" or "ForAccount" or "Available" => true,
        "MailHost" or "Port" or "Address" or "FindMailHost" or "FindPort" or "TlsMode" or "UseSsl" or "InputObject" => cmdlet.Verb is "Test" or "Send",
        _ => false,
    };
}
