using EmailSettings.Core.Access;
using static EmailSettings.Core.Access.OperationTable;

namespace EmailSettings.PowerShell.Tests.Delegation;

/// <summary>
/// The operations of each cmdlet, and the parameters that delegates must not use: the source of the role capabilities.
/// </summary>
internal static class DelegatedCmdlets
{
    // Parameters that would lend the caller what belongs to the endpoint's account: its files, its key, its stores.
    private static readonly string[] OfTheEndpoint =
    [
        "Connect-EmailSettingsStore", "Disconnect-EmailSettingsStore", "Export-EmailSettings", "Get-EmailSettingsStore", "Import-EmailSettings", "Initialize-EmailSettings",
        "Protect-MailPassword", "Test-EmailMessage", "Unprotect-MailPassword",
    ];

    /// <summary>The operations of each cmdlet; none if it requires no right.</summary>
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

    /// <summary>The roles in the module, each with its rights.</summary>
    public static IReadOnlyList<DelegatedRole> Roles { get; } =
    [
        new("EmailServiceModify", new Guid("5d4c4a3e-5a0f-4a3b-9c1b-0a7a4f7b1c01"), "Changes basic settings, attachment settings and error texts.", Right.EmailServiceModify),
        new("IncomingMailServerManage", new Guid("5d4c4a3e-5a0f-4a3b-9c1b-0a7a4f7b1c02"), "Manages and tests incoming mail servers.", Right.IncomingManage),
        new("OutgoingMailServerManage", new Guid("5d4c4a3e-5a0f-4a3b-9c1b-0a7a4f7b1c03"), "Manages and tests the outgoing mail server.", Right.OutgoingManage),
        new("EmailSettingsReader", new Guid("5d4c4a3e-5a0f-4a3b-9c1b-0a7a4f7b1c04"), "Reads all settings, the history and the health.", Right.EmailServiceView, Right.IncomingView, Right.OutgoingView),
    ];

    /// <summary>Gets the cmdlets of a role: all that its rights are sufficient for.</summary>
    public static IEnumerable<CmdletContract> Of(DelegatedRole role) => CmdletContract.All
        .Where(cmdlet => !OfTheEndpoint.Contains(cmdlet.Name) && Operations[cmdlet.Name].All(operation => operation.Right is not { } right || role.Rights.Any(held => held.Covers(right))))
        .OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal);

    /// <summary>Gets the names of the parameters that a delegate may use.</summary>
    public static IEnumerable<string> Parameters(CmdletContract cmdlet) =>
        cmdlet.Parameters.Select(parameter => parameter.Name).Where(name => !IsLeftOut(cmdlet, name)).Order(StringComparer.Ordinal);

    // Paths, stores, targets other than the stored ones, and whatever would reveal secrets or query other accounts.
    private static bool IsLeftOut(CmdletContract cmdlet, string parameter) => parameter switch
    {
        _ when parameter.EndsWith("Path", StringComparison.Ordinal) => true,
        "Store" or "OtherStore" or "Proxy" or "Servers" or "ForAccount" or "Available" => true,
        "MailHost" or "Port" or "Address" or "FindMailHost" or "FindPort" or "TlsMode" or "UseSsl" or "InputObject" => cmdlet.Verb is "Test" or "Send",
        _ => false,
    };
}
