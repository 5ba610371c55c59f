using System.Globalization;
using System.Text.Json;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Tests.Documents;

/// <summary>Documents generated from the table of fields: each field with each kind of value, most of them invalid.</summary>
internal static class GeneratedDocuments
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "1", "-1", "1.5", "1e20", "99999999999999999999", "100", "10", "65535", "65536", "100001", "2147483648",
        "[]", "[1]", "{}", """{ "a": null }""", "\"\"", "\" \"", "\"text\"", "\"true\"", "\"1\"", "\"a\\u0000b\"", "\"a\\nb\"", "\"a\\u0085b\"",
        "\"8bit\"", "\"*=8bit\"", "\"utf-8\"", "\"Basic\"", "\"OAuthService\"", "\"OAuthUser\"", "\"/mail\"", "\"smtp.example\"",
        "\"2031-01-31\"", "\"2031-13-01\"", "\"31.01.2031\"", "\"1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809\"", "\"1b2c3d4e\"",
        "\"https://login.example/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718\"", "\"https://login.example/common\"", "\"http://login.example/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718\"",
        "\"https://u:p@login.example/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718\"", "\"-----BEGIN CMS-----\"", Long(256), Long(257), Long(320), Long(321), Long(4000), Long(4001),
    ];

    /// <summary>
    /// Each document, and whether schema and import are known to differ, for a reason in docs/document-format.md.
    /// </summary>
    public static IReadOnlyList<(string Document, string Path, string Value, bool IsDifferent)> All { get; } = [.. Documents()];

    private static IEnumerable<(string, string, string, bool)> Documents()
    {
        SettingBlock[] blocks = [SettingBlocks.Basic, SettingBlocks.Attachments, SettingBlocks.ErrorTexts, SettingBlocks.Outgoing, SettingBlocks.Incoming];
        foreach (var value in Values)
        {
            foreach (var block in blocks)
            {
                foreach (var field in block.Fields)
                    yield return (Document(block, field.JsonName, value), $"{block.Path}.{field.JsonName}", Shown(value), IsDifferent(field, value));
                foreach (var state in block.States) yield return (Document(block, state.JsonName, value), $"{block.Path}.{state.JsonName}", Shown(value), false);
            }
            yield return ($$"""{ "incomingServers": [ { "name": {{value}} } ] }""", "name", Shown(value), value == "\" \"");
            foreach (var key in new[] { "$schema", "version", "basic", "incomingServers", "smsServer", "certificate", "revision", "unknown" })
                yield return ($$"""{ "{{key}}": {{value}} }""", key, Shown(value), false);
        }
    }

    private static string Document(SettingBlock block, string field, string value) => block == SettingBlocks.Incoming
        ? $$"""{ "incomingServers": [ { "name": "a", "{{field}}": {{value}} } ] }"""
        : $$"""{ "{{block.Path}}": { "{{field}}": {{value}} } }""";

    private static bool IsDifferent(SettingField field, string value) => (field.Type, Text(value)) switch
    {
        // Only an import knows whether a charset exists, or a host or folder is valid.
        (CharsetType or HostType or FolderType, { Length: > 0 } text) => field.Type.Read(new FieldInput(field.JsonName, text, false, [])) is null,
        (TextType { HasLineBreaks: false }, " ") => true,
        _ => false,
    };

    private static string? Text(string value) => value[0] == '"' ? JsonSerializer.Deserialize<string>(value) : null;

    private static string Shown(string value) => value.Length > 60 ? $"{value[..20]}… ({value.Length.ToString(CultureInfo.InvariantCulture)})" : value;

    private static string Long(int length) => $"\"{new string('a', length)}\"";
}
