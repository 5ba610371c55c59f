using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.Storage.Relational;

/// <summary>Maps the blocks that exist once to rows and back.</summary>
internal static class BlockRows
{
    private const long SingleRowId = 1;

    private static ReadEncodings? _lastEncodings;

    public static object?[] Of(BasicSettings block) =>
        [SingleRowId, block.AttachmentEncodings.ToString(), block.BodyCharset, block.SentEncoding.Name, (long)block.MaxIncomingSizeKB];

    public static BasicSettings Basic(RelationalRow row) => new()
    {
        AttachmentEncodings = Encodings(row.Text(1)),
        BodyCharset = row.Text(2),
        SentEncoding = Typed<TransferEncoding>(SettingBlocks.Basic, nameof(BasicSettings.SentEncoding), row.Text(3)),
        MaxIncomingSizeKB = row.Int(4),
    };

    public static object?[] Of(AttachmentSettings block) =>
        [SingleRowId, RelationalRow.Of(block.SaveToFolder), block.Folder, block.MinimumFileSizeBytes, RelationalRow.Of(block.SaveAsMime), RelationalRow.Of(block.FirstSaved)];

    public static AttachmentSettings Attachments(RelationalRow row) => new()
    {
        SaveToFolder = row.Flag(1),
        Folder = row.TextOrNull(2),
        MinimumFileSizeBytes = row.Number(3),
        SaveAsMime = row.Flag(4),
        FirstSaved = row.Flag(5),
    };

    public static object?[] Of(ErrorTexts block) => [SingleRowId, block.TooLarge, block.NoBody];

    public static ErrorTexts Texts(RelationalRow row) => new() { TooLarge = row.Text(1), NoBody = row.Text(2) };

    public static object?[] Of(OutgoingMailServer block) =>
    [
        SingleRowId, RelationalRow.Of(block.Enabled), block.Host, (long)block.Port, RelationalRow.Of(block.UseSsl), block.Authentication.ToString(), block.ServerUser,
        block.Address?.OriginalString, RelationalRow.Of(block.ClientId), RelationalRow.Of(block.SecretExpires),
        (long?)block.MaxEmailSizeMB, (long?)block.MaxRecipients, (long?)block.MaxAttachmentSizeMB,
    ];

    public static OutgoingMailServer Outgoing(RelationalRow row) => new()
    {
        Enabled = row.Flag(1),
        Host = row.TextOrNull(2),
        Port = row.Int(3),
        UseSsl = row.Flag(4),
        Authentication = Typed<OutgoingAuthentication>(SettingBlocks.Outgoing, nameof(OutgoingMailServer.Authentication), row.Text(5)),
        ServerUser = row.TextOrNull(6),
        Address = row.TextOrNull(7) is { } address ? new Uri(address) : null,
        ClientId = row.IdOrNull(8),
        SecretExpires = row.DateOrNull(9),
        MaxEmailSizeMB = row.IntOrNull(10),
        MaxRecipients = row.IntOrNull(11),
        MaxAttachmentSizeMB = row.IntOrNull(12),
    };

    public static object?[] Of(RestartMark mark) => [SingleRowId, mark.Component, string.Join(',', mark.Fields), RelationalRow.Of(mark.Since)];

    public static RestartMark Restart(RelationalRow row) => new(row.Text(1), row.Text(2).Split(','), row.Time(3));

    public static object?[] Of(bool accessIsEnabled) => [SingleRowId, RelationalRow.Of(accessIsEnabled)];

    // The settings are read far more often than they change, and a map is immutable.
    private static AttachmentEncodingMap Encodings(string text)
    {
        if (_lastEncodings is { } last && last.Text == text) return last.Map;
        var map = Typed<AttachmentEncodingMap>(SettingBlocks.Basic, nameof(BasicSettings.AttachmentEncodings), text);
        _lastEncodings = new ReadEncodings(text, map);
        return map;
    }

    private static T Typed<T>(SettingBlock block, string field, string text) =>
        (T)(block.Find(field)!.Type.Read(new FieldInput(field, text, true, [])) ?? throw new FormatException($"{field} is '{DisplayText.Shorten(text, 40)}'"));

    private sealed record ReadEncodings(string Text, AttachmentEncodingMap Map);
}
