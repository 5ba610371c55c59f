using EmailSettings.Core.Secrets;
using EmailSettings.Core.Storage;
using static EmailSettings.Core.Access.LockableBlock;
using static EmailSettings.Core.Access.Right;

namespace EmailSettings.Core.Access;

/// <summary>Defines which operation needs which right, for checks, refusals, role capabilities and tests.</summary>
public static class OperationTable
{
    /// <summary>Reads basic settings, attachment settings or error texts.</summary>
    public static GuardedOperation ViewEmailService { get; } = new(nameof(ViewEmailService), "read basic settings, attachment settings and error texts", EmailServiceView);

    /// <summary>Reads incoming servers and the states of their secrets.</summary>
    public static GuardedOperation ViewIncoming { get; } = new(nameof(ViewIncoming), "read the incoming mail servers", IncomingView);

    /// <summary>Reads the outgoing server and the states of its secrets.</summary>
    public static GuardedOperation ViewOutgoing { get; } = new(nameof(ViewOutgoing), "read the outgoing mail server", OutgoingView);

    /// <summary>Reads whether the SMS Server's password is stored, the only secret outside a block.</summary>
    public static GuardedOperation ViewSms { get; } = new(nameof(ViewSms), "read the state of the SMS Server's password", null);

    /// <summary>Changes basic settings.</summary>
    public static GuardedOperation ChangeBasic { get; } = new(nameof(ChangeBasic), "change the basic settings", EmailServiceModify, Basic);

    /// <summary>Changes attachment settings.</summary>
    public static GuardedOperation ChangeAttachments { get; } = new(nameof(ChangeAttachments), "change the attachment settings", EmailServiceModify, Attachments);

    /// <summary>Changes error texts.</summary>
    public static GuardedOperation ChangeErrorTexts { get; } = new(nameof(ChangeErrorTexts), "change the error texts", EmailServiceModify, ErrorTexts);

    /// <summary>Clears the restart mark.</summary>
    public static GuardedOperation ClearRestart { get; } = new(nameof(ClearRestart), "clear the restart mark", EmailServiceModify, Attachments);

    /// <summary>Adds, changes, renames or removes incoming servers, or their secrets.</summary>
    public static GuardedOperation ChangeIncoming { get; } = new(nameof(ChangeIncoming), "change the incoming mail servers or their secrets", IncomingManage, Incoming);

    /// <summary>Tests an incoming server with its stored secret.</summary>
    public static GuardedOperation TestIncoming { get; } = new(nameof(TestIncoming), "test an incoming mail server with its stored secret", IncomingManage);

    /// <summary>Changes the outgoing server or its secret.</summary>
    public static GuardedOperation ChangeOutgoing { get; } = new(nameof(ChangeOutgoing), "change the outgoing mail server or its secret", OutgoingManage, Outgoing);

    /// <summary>Tests the outgoing server with its stored secret.</summary>
    public static GuardedOperation TestOutgoing { get; } = new(nameof(TestOutgoing), "test the outgoing mail server with its stored secret", OutgoingManage);

    /// <summary>Sends a test message.</summary>
    public static GuardedOperation SendMessage { get; } = new(nameof(SendMessage), "send a test message", OutgoingManage);

    /// <summary>Tests a server with credentials passed in the call, or without any.</summary>
    public static GuardedOperation TestAsGiven { get; } = new(nameof(TestAsGiven), "test a server with credentials of its own", null);

    /// <summary>Protects a text.</summary>
    public static GuardedOperation Protect { get; } = new(nameof(Protect), "protect a text", null);

    /// <summary>Decrypts a protected text of purpose <c>text</c>.</summary>
    public static GuardedOperation UnprotectText { get; } = new(nameof(UnprotectText), "decrypt a protected text", null);

    /// <summary>Decrypts a stored secret, or a protected text with such a purpose.</summary>
    public static GuardedOperation UnprotectSecret { get; } = new(nameof(UnprotectSecret), "decrypt a stored secret", Administrator);

    /// <summary>Enters or removes the SMS Server's password.</summary>
    public static GuardedOperation ChangeSmsPassword { get; } = new(nameof(ChangeSmsPassword), "change the SMS Server's password", Administrator);

    /// <summary>Chooses the password certificate.</summary>
    public static GuardedOperation ChooseCertificate { get; } = new(nameof(ChooseCertificate), "choose the password certificate", Administrator);

    /// <summary>Creates a password certificate.</summary>
    public static GuardedOperation CreateCertificate { get; } = new(nameof(CreateCertificate), "create a password certificate", Administrator);

    /// <summary>Exports the password certificate to a file.</summary>
    public static GuardedOperation ExportCertificate { get; } = new(nameof(ExportCertificate), "export the password certificate", Administrator);

    /// <summary>Re-encrypts the stored secrets.</summary>
    public static GuardedOperation Reencrypt { get; } = new(nameof(Reencrypt), "re-encrypt the stored secrets", Administrator);

    /// <summary>Grants or revokes rights.</summary>
    public static GuardedOperation ChangeGrants { get; } = new(nameof(ChangeGrants), "grant or revoke rights", Administrator);

    /// <summary>Switches rights on or off.</summary>
    public static GuardedOperation SwitchRights { get; } = new(nameof(SwitchRights), "switch rights on or off", Administrator);

    /// <summary>Locks or unlocks a block.</summary>
    public static GuardedOperation ChangeLocks { get; } = new(nameof(ChangeLocks), "lock or unlock a block", Administrator);

    /// <summary>Writes protected secrets into a document.</summary>
    public static GuardedOperation ExportSecrets { get; } = new(nameof(ExportSecrets), "export protected secrets", Administrator);

    /// <summary>Writes a backup.</summary>
    public static GuardedOperation Backup { get; } = new(nameof(Backup), "back up the store", Administrator);

    /// <summary>Restores a backup.</summary>
    public static GuardedOperation Restore { get; } = new(nameof(Restore), "restore a backup", Administrator, Basic, Attachments, ErrorTexts, Incoming, Outgoing);

    /// <summary>Uses another store in a session with a delegated account.</summary>
    public static GuardedOperation ConnectStore { get; } = new(nameof(ConnectStore), "work with another store", Administrator);

    /// <summary>All operations.</summary>
    public static IReadOnlyList<GuardedOperation> All { get; } =
    [
        ViewEmailService, ViewIncoming, ViewOutgoing, ViewSms, ChangeBasic, ChangeAttachments, ChangeErrorTexts, ClearRestart, ChangeIncoming, TestIncoming,
        ChangeOutgoing, TestOutgoing, SendMessage, TestAsGiven, Protect, UnprotectText, UnprotectSecret, ChangeSmsPassword, ChooseCertificate,
        CreateCertificate, ExportCertificate, Reencrypt, ChangeGrants, SwitchRights, ChangeLocks, ExportSecrets, Backup, Restore, ConnectStore,
    ];

    /// <summary>The operations of whatever reads all blocks: history, health, report.</summary>
    public static IReadOnlyList<GuardedOperation> ViewAll { get; } = [ViewEmailService, ViewIncoming, ViewOutgoing];

    /// <summary>Returns the operations of reading parts of the store.</summary>
    public static IEnumerable<GuardedOperation> Viewing(StoreParts parts)
    {
        if ((parts & (StoreParts.Basic | StoreParts.Attachments | StoreParts.ErrorTexts)) != 0) yield return ViewEmailService;
        if (parts.HasFlag(StoreParts.Incoming)) yield return ViewIncoming;
        if (parts.HasFlag(StoreParts.Outgoing)) yield return ViewOutgoing;
    }

    /// <summary>Returns the operation of setting or removing a secret.</summary>
    public static GuardedOperation ChangingSecret(SecretPurposeKind kind) => kind switch
    {
        SecretPurposeKind.IncomingSecret => ChangeIncoming,
        SecretPurposeKind.OutgoingPassword or SecretPurposeKind.OutgoingSecret => ChangeOutgoing,
        _ => ChangeSmsPassword,
    };

    /// <summary>Returns the operation of reading the state of a secret.</summary>
    public static GuardedOperation ViewingSecret(SecretPurposeKind kind) => kind switch
    {
        SecretPurposeKind.IncomingSecret => ViewIncoming,
        SecretPurposeKind.OutgoingPassword or SecretPurposeKind.OutgoingSecret => ViewOutgoing,
        _ => ViewSms,
    };

    /// <summary>Returns the operation of testing a server with a stored secret.</summary>
    public static GuardedOperation TestingSecret(SecretPurposeKind kind) => kind switch
    {
        SecretPurposeKind.IncomingSecret => TestIncoming,
        SecretPurposeKind.OutgoingPassword or SecretPurposeKind.OutgoingSecret => TestOutgoing,
        _ => UnprotectSecret,
    };

    /// <summary>Returns the operation of decrypting a protected text.</summary>
    public static GuardedOperation Unprotecting(SecretPurposeKind kind) => kind == SecretPurposeKind.Text ? UnprotectText : UnprotectSecret;
}
