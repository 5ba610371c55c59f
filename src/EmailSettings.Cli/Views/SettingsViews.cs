using System.Globalization;
using EmailSettings.Cli.Output;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Cli.Views;

/// <summary>Settings, by the table of fields.</summary>
internal static class SettingsViews
{
    private const string AttachmentsTitle = "Attachment settings";
    private const string BasicTitle = "Basic settings";
    private const string ErrorTextsTitle = "Error texts";
    private const string OutgoingTitle = "Outgoing mail server";

    public static View Of(BasicSettings basic) => View.Of(BasicTitle, Rows(basic));

    public static View Of(AttachmentSettings attachments) => View.Of(AttachmentsTitle, Rows(attachments));

    public static View Of(ErrorTexts texts) => View.Of(ErrorTextsTitle, Rows(texts));

    public static View Of(OutgoingMailServer server) => View.Of(OutgoingTitle, Rows(server));

    public static View Of(IncomingMailServer server) => View.Of("Incoming mail server", Rows(server));

    public static View Of(IReadOnlyList<IncomingMailServer> servers) => new(servers.Select(Rows), page => WriteList(page, servers));

    public static View Of(SystemEmailSettings settings) => new(Rows(settings), page => Write(page, settings));

    /// <summary>All the settings as one object.</summary>
    public static IReadOnlyList<Row> Rows(SystemEmailSettings settings) =>
    [
        new("basic", Rows(settings.Basic)),
        new("attachments", Rows(settings.Attachments)),
        new("errorTexts", Rows(settings.ErrorTexts)),
        new("incomingServers", settings.IncomingServers.Select(Rows)),
        new("outgoingServer", Rows(settings.OutgoingServer)),
        new("smsServer", Rows(settings.SmsServer)),
        .. settings.Certificate is { } certificate ? [new Row("certificate", Rows(certificate))] : (Row[])[],
        new("revision", settings.Revision),
    ];

    /// <summary>All the settings, block after block.</summary>
    public static void Write(TextPage page, SystemEmailSettings settings)
    {
        page.Rows(BasicTitle, Rows(settings.Basic)).Rows(AttachmentsTitle, Rows(settings.Attachments)).Rows(ErrorTextsTitle, Rows(settings.ErrorTexts));
        WriteList(page, settings.IncomingServers);
        page.Rows(OutgoingTitle, Rows(settings.OutgoingServer)).Rows("SMS Server", Rows(settings.SmsServer));
        if (settings.Certificate is { } certificate) page.Rows("Password certificate", Rows(certificate));
        page.Heading(string.Create(CultureInfo.InvariantCulture, $"Revision {settings.Revision}"));
    }

    private static void WriteList(TextPage page, IReadOnlyList<IncomingMailServer> servers)
    {
        page.Heading("Incoming mail servers");
        if (servers.Count == 0)
        {
            page.Add(new Table().Add(Cell.Of("None. Add one with 'emailsettings incoming add NAME address=… authentication=… clientId=…'.")));
            return;
        }
        var table = new Table().Head("name", "authentication", "address", "secret");
        foreach (var server in servers)
        {
            var needsSecret = server is { Authentication: IncomingAuthentication.OAuthService, SecretState.IsSet: false };
            table.Add(Cell.Of(server.Name), Cell.Of(server.Authentication), Cell.Of(server.Address, server.AddressInAscii),
                Cell.Of(server.SecretState.IsSet ? "set" : needsSecret ? "not set" : "-", needsSecret ? Tone.Doubtful : Tone.Plain));
        }
        page.Add(table);
    }

    private static IReadOnlyList<Row> Rows(BasicSettings basic) => [.. Fields(SettingBlocks.Basic, basic)];

    private static IReadOnlyList<Row> Rows(AttachmentSettings attachments) =>
        [.. Fields(SettingBlocks.Attachments, attachments), new("restartRequired", attachments.RestartRequired)];

    private static IReadOnlyList<Row> Rows(ErrorTexts texts) => [.. Fields(SettingBlocks.ErrorTexts, texts)];

    private static IReadOnlyList<Row> Rows(IncomingMailServer server) =>
        [new("name", server.Name), .. Fields(SettingBlocks.Incoming, server, field => SecretStates.Row(field, server.SecretState))];

    private static IReadOnlyList<Row> Rows(OutgoingMailServer server) =>
    [
        .. Fields(SettingBlocks.Outgoing, server, field => field.Name == "Password"
            ? SecretStates.Row(field.JsonName, server.PasswordState)
            : SecretStates.Row(field, server.SecretState)),
    ];

    private static IReadOnlyList<Row> Rows(SmsServer server) => [SecretStates.Row("password", server.PasswordState)];

    private static IReadOnlyList<Row> Rows(CertificateReference certificate) =>
        [new("thumbprint", certificate.Thumbprint), new("subject", certificate.Subject), new("location", certificate.Location.ToString())];

    private static IEnumerable<Row> Fields<TBlock>(SettingBlock<TBlock> table, TBlock block, Func<SettingField, Row>? secret = null) =>
        table.Fields.Select(field => field.IsSecret ? secret!(field) : Row(field, field.GetPlain(block)));

    private static Row Row(SettingField field, object? value) => new(field.JsonName, value, field.Type.InAscii(value) is { } ascii ? $"{value} ({ascii})" : null);
}
