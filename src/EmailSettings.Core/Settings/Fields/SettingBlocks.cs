using System.Net;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>
/// The table of all fields, for validation, documents, help, completion and the schema. Limits are defined here, defaults in the
/// blocks' records.
/// </summary>
public static class SettingBlocks
{
    /// <summary>The maximum length of an incoming server's name.</summary>
    public const int MaxNameLength = 256;

    /// <summary>The purpose of the outgoing server's password.</summary>
    internal const string OutgoingPasswordPurpose = "outgoing.password";

    /// <summary>The purpose of the outgoing server's client secret.</summary>
    internal const string OutgoingSecretPurpose = "outgoing.secret";

    private const int MaxUserLength = 320;
    private const long MaxMinimumFileSize = 102_400_000;

    /// <summary>The type of an incoming server's name.</summary>
    public static TextType ServerName { get; } = new(MaxNameLength, trim: true);

    /// <summary>A TCP port.</summary>
    public static WholeNumberType Port { get; } = new(SettingsErrors.PortOutOfRange, 1, IPEndPoint.MaxPort);

    private static readonly AuthorityType Authority = new();
    private static readonly GuidType Id = new();
    private static readonly DateType Date = new();
    private static readonly BooleanType Flag = new();

    /// <summary>The state of a password.</summary>
    internal static StateField PasswordState { get; } = new("passwordState", "Whether the password is stored, with which certificate and since when.");

    private static readonly StateField SecretState = new("secretState", "Whether the client secret is stored, with which certificate and since when.");

    /// <summary>Basic settings.</summary>
    public static SettingBlock<BasicSettings> Basic { get; } = new("basic", "basic settings",
    [
        new("AttachmentEncodings", new AttachmentEncodingsType(), b => b.AttachmentEncodings,
            (b, v) => b with { AttachmentEncodings = (AttachmentEncodingMap)v! }, false, "The transfer encoding of attachments by file name extension."),
        new("BodyCharset", new CharsetType(), b => b.BodyCharset,
            (b, v) => b with { BodyCharset = (string)v! }, false, "The charset of the text body of sent mail."),
        new("SentEncoding", new TransferEncodingType(), b => b.SentEncoding,
            (b, v) => b with { SentEncoding = (TransferEncoding)v! }, false, "The transfer encoding of the body of sent mail."),
        new("MaxIncomingSizeKB", new WholeNumberType(SettingsErrors.MaxIncomingSizeOutOfRange, 1, 100_000, "KB"), b => b.MaxIncomingSizeKB,
            (b, v) => b with { MaxIncomingSizeKB = Int(v) }, false, "The largest incoming mail that is read; body and attachments of a larger one are dropped."),
        Fixed("MaxSentSizeMB", BasicSettings.FixedMaxSentSizeMB, "The fixed cap on a sent mail."),
        Fixed("MaxSentAttachmentMB", BasicSettings.FixedMaxSentAttachmentMB, "The fixed cap on one attachment of a sent mail."),
    ]);

    /// <summary>Attachment settings.</summary>
    public static SettingBlock<AttachmentSettings> Attachments { get; } = new("attachments", "attachment settings",
    [
        new("SaveToFolder", Flag, b => b.SaveToFolder,
            (b, v) => b with { SaveToFolder = (bool)v! }, false, "Whether attachments are saved to the folder rather than the database."),
        new("Folder", new FolderType(), b => b.Folder,
            (b, v) => b with { Folder = (string?)v }, true, @"The folder where attachments are saved, in subfolders YYYY\MM\DD."),
        new("MinimumFileSizeBytes", new WholeNumberType(SettingsErrors.MinimumFileSizeOutOfRange, 0, MaxMinimumFileSize, "bytes"), b => b.MinimumFileSizeBytes,
            (b, v) => b with { MinimumFileSizeBytes = (long)v! }, false, "Smaller attachments are always saved to the database."),
        new("SaveAsMime", Flag, b => b.SaveAsMime,
            (b, v) => b with { SaveAsMime = (bool)v! }, false, "Whether mails from the OII integration are saved in MIME format."),
    ],
    new StateField("restartRequired", "Whether the Agent Server must be restarted for a change to take effect."));

    /// <summary>The fields of the attachment settings whose change requires a restart.</summary>
    public static IReadOnlyList<SettingField<AttachmentSettings>> RestartFields { get; } =
        [.. Attachments.Fields.Where(field => field.Name != nameof(AttachmentSettings.SaveAsMime))];

    /// <summary>Error texts.</summary>
    public static SettingBlock<ErrorTexts> ErrorTexts { get; } = new("errorTexts", "error texts",
    [
        new("TooLarge", new TextType(4000, lineBreaks: true), b => b.TooLarge,
            (b, v) => b with { TooLarge = (string)v! }, false, "Replaces a mail that is too large."),
        new("NoBody", new TextType(4000, lineBreaks: true), b => b.NoBody,
            (b, v) => b with { NoBody = (string)v! }, false, "Replaces a missing or unreadable body text."),
    ]);

    /// <summary>An incoming mail server; its name is the key of the list, not a field.</summary>
    public static SettingBlock<IncomingMailServer> Incoming { get; } = new("incomingServers", "incoming mail server",
    [
        new("Address", Authority, b => b.Address,
            (b, v) => b with { Address = (Uri?)v }, false, "The OAuth authority, https://login host/tenant GUID; not the mail host."),
        new("Authentication", new ChoiceType<IncomingAuthentication>(), b => b.Authentication,
            (b, v) => b with { Authentication = (IncomingAuthentication)v! }, false, "The authentication, for a user (OAuthUser) or a service (OAuthService)."),
        new("ClientId", Id, b => b.ClientId,
            (b, v) => b with { ClientId = (Guid?)v }, false, "The application (client) ID."),
        Secret<IncomingMailServer>("Secret", "incoming.secret:NAME", "The client secret, for OAuthService."),
        new("SecretExpires", Date, b => b.SecretExpires,
            (b, v) => b with { SecretExpires = (DateOnly?)v }, true, "When the client secret ends."),
    ],
    SecretState);

    /// <summary>Returns the path of an incoming server, for example <c>incomingServers[Contoso]</c>.</summary>
    public static string PathOfServer(string name) => $"{Incoming.Path}[{name}]";

    /// <summary>The outgoing mail server.</summary>
    public static SettingBlock<OutgoingMailServer> Outgoing { get; } = new("outgoingServer", "outgoing mail server",
    [
        new("Enabled", Flag, b => b.Enabled,
            (b, v) => b with { Enabled = (bool)v! }, false, "Whether the external server is used for outgoing mail."),
        new("Host", new HostType(), b => b.Host,
            (b, v) => b with { Host = (string?)v }, true, "The host name or IP address."),
        new("Port", Port, b => b.Port,
            (b, v) => b with { Port = Int(v) }, false, "TCP port."),
        new("UseSsl", Flag, b => b.UseSsl,
            (b, v) => b with { UseSsl = (bool)v! }, false, "Whether to secure the connection: implicit TLS on 465, STARTTLS on any other port."),
        new("Authentication", new ChoiceType<OutgoingAuthentication>(), b => b.Authentication,
            (b, v) => b with { Authentication = (OutgoingAuthentication)v! }, false, "How to log in."),
        new("ServerUser", new TextType(MaxUserLength, trim: true), b => b.ServerUser,
            (b, v) => b with { ServerUser = (string?)v }, true, "The user name for Basic; the sending mailbox for OAuthService."),
        Secret<OutgoingMailServer>("Password", OutgoingPasswordPurpose, "The password, for Basic."),
        new("Address", Authority, b => b.Address,
            (b, v) => b with { Address = (Uri?)v }, true, "The OAuth authority, https://login host/tenant GUID."),
        new("ClientId", Id, b => b.ClientId,
            (b, v) => b with { ClientId = (Guid?)v }, true, "The application (client) ID."),
        Secret<OutgoingMailServer>("Secret", OutgoingSecretPurpose, "The client secret, for OAuthService."),
        new("SecretExpires", Date, b => b.SecretExpires,
            (b, v) => b with { SecretExpires = (DateOnly?)v }, true, "When the client secret ends."),
        new("MaxEmailSizeMB", new WholeNumberType(SettingsErrors.MaxEmailSizeOutOfRange, 1, int.MaxValue, "MB"), b => b.MaxEmailSizeMB,
            (b, v) => b with { MaxEmailSizeMB = IntOrNull(v) }, true, "The largest mail that the server accepts."),
        new("MaxRecipients", new WholeNumberType(SettingsErrors.MaxRecipientsOutOfRange, 1, int.MaxValue), b => b.MaxRecipients,
            (b, v) => b with { MaxRecipients = IntOrNull(v) }, true, "The maximum number of recipients of a mail, To, Cc and Bcc together."),
        new("MaxAttachmentSizeMB", new WholeNumberType(SettingsErrors.MaxAttachmentSizeOutOfRange, 1, int.MaxValue, "MB"), b => b.MaxAttachmentSizeMB,
            (b, v) => b with { MaxAttachmentSizeMB = IntOrNull(v) }, true, "The largest attachment that the server accepts."),
    ],
    PasswordState, SecretState);

    private static int Int(object? value) => checked((int)(long)value!);

    private static int? IntOrNull(object? value) => value is null ? null : Int(value);

    private static SettingField<BasicSettings> Fixed(string name, int value, string effect) =>
        new(name, new WholeNumberType(SettingsErrors.FieldReadOnly, value, value, "MB"), _ => value, (b, _) => b, false, effect) { IsFixed = true };

    private static SettingField<TBlock> Secret<TBlock>(string name, string purpose, string effect) =>
        new(name, new SecretType(purpose), _ => null, (b, _) => b, true, effect);
}
