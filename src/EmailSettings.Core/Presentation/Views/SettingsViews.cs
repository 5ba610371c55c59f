using System.Globalization;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Presentation.Views;

/// <summary>Views of settings, generated from the table of fields.</summary>
public static class SettingsViews
{
    private const string AttachmentsTitle = "Attachment settings";
    private const string BasicTitle = "Basic settings";
    private const string ErrorTextsTitle = "Error texts";
    private const string OutgoingTitle = "Outgoing mail server";

    /// <summary>Shows the basic settings.</summary>
    public static View Of(BasicSettings basic) => View.Of(BasicTitle, Values(basic));

    /// <summary>Shows the attachment settings.</summary>
    public static View Of(AttachmentSettings attachments) => View.Of(AttachmentsTitle, Values(attachments));

    /// <summary>Shows the error texts.</summary>
    public static View Of(ErrorTexts texts) => View.Of(ErrorTextsTitle, Values(texts));

    /// <summary>Shows the outgoing server.</summary>
    public static View Of(OutgoingMailServer server) => View.Of(OutgoingTitle, Values(server));

    /// <summary>Shows one incoming server.</summary>
    public static View Of(IncomingMailServer server) => View.Of("Incoming mail server", Values(server));

    /// <summary>Lists the incoming servers.</summary>
    public static View Of(IReadOnlyList<IncomingMailServer> servers, Front front) => new(servers.Select(Values), () => AddTo(new Page(), servers, front));

    /// <summary>Shows all settings, block by block.</summary>
    public static View Of(SystemEmailSettings settings, Front front) => new(Values(settings), () => AddTo(new Page(), settings, front));

    /// <summary>Returns all settings as one object.</summary>
    internal static IReadOnlyList<NamedValue> Values(SystemEmailSettings settings) =>
    [
        new("basic", Values(settings.Basic)),
        new("attachments", Values(settings.Attachments)),
        new("errorTexts", Values(settings.ErrorTexts)),
        new("incomingServers", settings.IncomingServers.Select(Values)),
        new("outgoingServer", Values(settings.OutgoingServer)),
        new("smsServer", Values(settings.SmsServer)),
        .. settings.Certificate is { } certificate ? [new("certificate", Values(certificate))] : (NamedValue[])[],
        new("revision", settings.Revision),
    ];

    /// <summary>Adds all settings to a page.</summary>
    internal static Page AddTo(Page page, SystemEmailSettings settings, Front front)
    {
        page.Add(BasicTitle, Values(settings.Basic)).Add(AttachmentsTitle, Values(settings.Attachments)).Add(ErrorTextsTitle, Values(settings.ErrorTexts));
        AddTo(page, settings.IncomingServers, front);
        page.Add(OutgoingTitle, Values(settings.OutgoingServer)).Add("SMS Server", Values(settings.SmsServer));
        if (settings.Certificate is { } certificate) page.Add("Password certificate", Values(certificate));
        return page.Heading(string.Create(CultureInfo.InvariantCulture, $"Revision {settings.Revision}"));
    }

    private static Page AddTo(Page page, IReadOnlyList<IncomingMailServer> servers, Front front)
    {
        page.Heading("Incoming mail servers");
        if (servers.Count == 0)
            return page.Add(new Table().Add(Cell.Of($"None. Add one with {front.CommandOf("New-IncomingMailServer", "incoming add NAME address=… authentication=… clientId=…")}.")));
        var table = new Table("name", "authentication", "address", "secret");
        foreach (var server in servers)
        {
            var needsSecret = server is { Authentication: IncomingAuthentication.OAuthService, SecretState.IsSet: false };
            table.Add(Cell.Of(server.Name), Cell.Of(server.Authentication), Cell.Of(server.Address, server.AddressInAscii),
                Cell.Of(server.SecretState.IsSet || needsSecret ? server.SecretState : null, needsSecret ? Tone.Doubtful : Tone.Plain));
        }
        return page.Add(table);
    }

    private static IReadOnlyList<NamedValue> Values(BasicSettings basic) => [.. Fields(SettingBlocks.Basic, basic)];

    private static IReadOnlyList<NamedValue> Values(AttachmentSettings attachments) =>
        [.. Fields(SettingBlocks.Attachments, attachments), new("restartRequired", attachments.RestartRequired)];

    private static IReadOnlyList<NamedValue> Values(ErrorTexts texts) => [.. Fields(SettingBlocks.ErrorTexts, texts)];

    private static IReadOnlyList<NamedValue> Values(IncomingMailServer server) =>
        [new("name", server.Name), .. Fields(SettingBlocks.Incoming, server, field => SecretStates.Of(field, server.SecretState))];

    private static IReadOnlyList<NamedValue> Values(OutgoingMailServer server) =>
    [
        .. Fields(SettingBlocks.Outgoing, server, field => field.Name == "Password"
            ? SecretStates.Of(field.JsonName, server.PasswordState)
            : SecretStates.Of(field, server.SecretState)),
    ];

    private static IReadOnlyList<NamedValue> Values(SmsServer server) => [SecretStates.Of("password", server.PasswordState)];

    private static IReadOnlyList<NamedValue> Values(CertificateReference certificate) =>
        [new("thumbprint", certificate.Thumbprint), new("subject", certificate.Subject), new("location", certificate.Location.ToString())];

    private static IEnumerable<NamedValue> Fields<TBlock>(SettingBlock<TBlock> table, TBlock block, Func<SettingField, NamedValue>? secret = null) =>
        table.Fields.Select(field => field.IsSecret ? secret!(field) : Value(field, field.GetPlain(block)));

    private static NamedValue Value(SettingField field, object? value) => new(field.JsonName, value, field.Type.InAscii(value) is { } ascii ? $"{value} ({ascii})" : null);
}
