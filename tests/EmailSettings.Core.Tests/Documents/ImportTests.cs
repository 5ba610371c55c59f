using System.Text;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Tests.Operations;
using EmailSettings.Testing;

namespace EmailSettings.Core.Tests.Documents;

public sealed class ImportTests : IDisposable
{
    private readonly SessionFixture _fixture = new();

    [Fact]
    public void A_document_with_comments_trailing_commas_a_byte_order_mark_and_a_schema_is_imported()
    {
        var result = Import("""
            // what this is
            {
              "$schema": "https://example.org/schema.json", "version": 1,
              "basic": { "attachmentEncodings": "wav=base64;txt=7bit;*=8bit;", "maxIncomingSizeKB": 20000, /* here too */ },
              "incomingServers": [ { "name": "a", "address": "https://login.microsoftonline.com/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718",
                "authentication": "OAuthUser", "clientId": "1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809", }, ],
            }
            """, byteOrderMark: true);

        Assert.Equal(1, result.Revision);
        var all = _fixture.Session.Settings.ReadAll();
        Assert.Equal(("wav=base64;txt=7bit;*=8bit", 20000), (all.Basic.AttachmentEncodings.ToString(), all.Basic.MaxIncomingSizeKB));
        Assert.Equal("a", Assert.Single(all.IncomingServers).Name);
    }

    [Fact]
    public void An_endless_document_is_read_only_until_it_is_refused()
    {
        Skip.WithoutFileModes();
        var refused = Assert.Throws<EmailSettingsException>(() => _fixture.Session.Documents.Import(new DocumentImport("/dev/zero"), new RecordingHost()));

        Assert.Equal(StoreErrors.DocumentTooLarge.Id, refused.Code.Id);
    }

    [Fact]
    public void A_second_import_of_the_same_document_changes_nothing()
    {
        const string Document = """
            { "attachments": { "saveToFolder": true, "folder": "/a" }, "errorTexts": { "noBody": "none" }, "outgoingServer": { "host": "a", "maxEmailSizeMB": 200 },
              "incomingServers": [ { "name": "a", "address": "https://login.microsoftonline.com/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718",
                "authentication": "OAuthService", "clientId": "1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809" } ] }
            """;
        Import(Document);
        var again = Import(Document);

        Assert.Empty(again.Changed);
        Assert.Equal(1, again.Revision);
        Assert.Null(_fixture.Session.Settings.ReadRestart());
    }

    [Fact]
    public void Absent_is_not_empty_and_null_clears()
    {
        _fixture.Apply(SessionFixture.Outgoing(("host", "a"), ("maxRecipients", 5)));

        Import("""{ "outgoingServer": { "maxRecipients": null }, "basic": {} }""");

        var outgoing = _fixture.Session.Settings.ReadOutgoingServer();
        Assert.Equal(("a", null), (outgoing.Host, outgoing.MaxRecipients));
    }

    [Fact]
    public void Twelve_faults_are_twelve_each_with_its_path_and_line_and_nothing_is_imported()
    {
        var faults = Refused("""
            {
              "version": 1,
              "basics": {},
              "basic": {
                "maxIncomingSizeKB": 0,
                "maxSentSizeMB": 99,
                "bodyCharset": null
              },
              "attachments": { "folder": "mail", "saveToFolder": true },
              "errorTexts": [],
              "incomingServers": [
                { "name": "a", "address": "https://login.microsoftonline.com/common", "authentication": "OAuthUser", "clientId": "1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809" },
                { "name": "A" },
                { "clientId": 5 }
              ],
              "outgoingServer": { "port": 65536, "password": "hunter2" }
            }
            """);

        Assert.Equal(
            new (string, string?, int?)[]
            {
                ("DocumentKeyUnknown", "document", 3), ("MaxIncomingSizeOutOfRange", "basic.maxIncomingSizeKB", 5),
                ("FieldReadOnly", "basic.maxSentSizeMB", 6), ("ValueNotClearable", "basic.bodyCharset", 7), ("FolderInvalid", "attachments.folder", 9),
                ("DocumentShapeWrong", "errorTexts", 10), ("AddressTenantNotGuid", "incomingServers[0].address", 12),
                ("IncomingServerNameTaken", "incomingServers[1].name", 13), ("ValueRequired", "incomingServers[2].name", 14),
                ("ValueTypeWrong", "incomingServers[2].clientId", 14), ("PortOutOfRange", "outgoingServer.port", 16), ("SecretInClear", "outgoingServer.password", 16),
            }.OrderBy(fault => fault.Item2, StringComparer.Ordinal),
            faults.Select(fault => (fault.Id, fault.Field, fault.Line)).OrderBy(fault => fault.Field, StringComparer.Ordinal));
        Assert.Equal(12, faults.Count);
        Assert.DoesNotContain("hunter2", string.Join(' ', faults.Select(fault => fault.Cause + fault.NextStep)), StringComparison.Ordinal);
        Assert.False(File.Exists(_fixture.File));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("   // nothing", 1)]
    [InlineData("{", 1)]
    [InlineData("{\n\"basic\": {\n}\n", 4)]
    [InlineData("{\n  \"basic\": tr0ub4dor\n}", 2)]
    [InlineData("{\n\n  'basic': 1 }", 3)]
    [InlineData("{} {}", 1)]
    [InlineData("{\n\"a\": \"\\ud800\"}", 2)]
    [InlineData("\ufeff\ufeff{}", 1)]
    public void What_is_not_JSON_is_reported_with_its_line_and_without_quoting_values(string text, int line)
    {
        var fault = Assert.Single(Refused(text));

        Assert.Equal(StoreErrors.DocumentNotJson.Id, fault.Id);
        Assert.Equal(line, fault.Line);
        Assert.DoesNotContain("tr0ub4dor", fault.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_or_nested_too_deep_are_no_JSON()
    {
        foreach (var bytes in new[] { Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}")).ToArray(), [.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8], [.. Enumerable.Repeat((byte)'[', 100_000)] })
        {
            var file = _fixture.Folder.Write($"{Guid.NewGuid()}.json", bytes);
            var refused = Assert.Throws<EmailSettingsException>(() => _fixture.Session.Documents.Import(new DocumentImport(file), new RecordingHost()));
            Assert.Equal(StoreErrors.DocumentNotJson.Id, refused.Code.Id);
        }
    }

    [Theory]
    [InlineData("[]", "document")]
    [InlineData("null", "document")]
    [InlineData("""{ "basic": null }""", "basic")]
    [InlineData("""{ "basic": [] }""", "basic")]
    [InlineData("""{ "basic": 5 }""", "basic")]
    [InlineData("""{ "incomingServers": {} }""", "incomingServers")]
    [InlineData("""{ "incomingServers": ["a"] }""", "incomingServers[0]")]
    [InlineData("""{ "smsServer": "x" }""", "smsServer")]
    [InlineData("""{ "certificate": "AB" }""", "certificate")]
    [InlineData("""{ "basic": { "maxIncomingSizeKB": [5] } }""", "basic.maxIncomingSizeKB")]
    [InlineData("""{ "outgoingServer": { "password": { "env": "X" } } }""", "outgoingServer.password")]
    public void A_part_of_the_wrong_shape_is_explained_by_its_path(string text, string path)
    {
        var fault = Assert.Single(Refused(text));

        Assert.Equal((StoreErrors.DocumentShapeWrong.Id, path), (fault.Id, fault.Field));
    }

    [Theory]
    [InlineData("""{ "basic": {}, "basic": {} }""", "basic")]
    [InlineData("""{ "basic": { "maxIncomingSizeKB": 5, "maxIncomingSizeKB": 5 } }""", "basic.maxIncomingSizeKB")]
    [InlineData("""{ "smsServer": { "password": null, "password": null } }""", "smsServer.password")]
    [InlineData("""{ "incomingServers": [ { "name": "a", "name": "b", "address": "https://login.microsoftonline.com/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718", "authentication": "OAuthUser", "clientId": "1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809" } ] }""", "incomingServers[0].name")]
    public void A_duplicate_key_is_reported(string text, string path) =>
        Assert.Contains(Refused(text), fault => (fault.Id, fault.Field) == (SettingsErrors.FieldTwice.Id, path));

    [Theory]
    [InlineData("2")]
    [InlineData("1.5")]
    [InlineData("\"1\"")]
    [InlineData("null")]
    [InlineData("{}")]
    public void Another_version_is_refused(string version) =>
        Assert.Equal(StoreErrors.DocumentVersionUnknown.Id, Assert.Single(Refused($$"""{ "version": {{version}} }""")).Id);

    [Fact]
    public void The_fixed_caps_are_accepted_if_equal() => Assert.Empty(Import("""{ "basic": { "maxSentSizeMB": 100, "maxSentAttachmentMB": 10 } }""").Changed);

    [Fact]
    public void Servers_missing_from_the_list_are_removed_only_when_pruned()
    {
        _fixture.Apply(SessionFixture.NewServer("keep"), SessionFixture.NewServer("Other"));
        var file = _fixture.Folder.Write("document.json", """{ "incomingServers": [ { "name": "OTHER" } ] }"""u8.ToArray());

        _fixture.Session.Documents.Import(new DocumentImport(file), new RecordingHost());
        Assert.Equal(2, _fixture.Session.Settings.ReadIncomingServers().Count);

        _fixture.Session.Documents.Import(new DocumentImport(file) { Prune = true }, new RecordingHost());
        Assert.Equal("OTHER", Assert.Single(_fixture.Session.Settings.ReadIncomingServers()).Name);

        var without = _fixture.Folder.Write("without.json", "{}"u8.ToArray());
        _fixture.Session.Documents.Import(new DocumentImport(without) { Prune = true }, new RecordingHost());
        Assert.Single(_fixture.Session.Settings.ReadIncomingServers());
    }

    [Fact]
    public void A_file_that_does_not_exist_or_is_a_folder_is_reported()
    {
        foreach (var path in new[] { _fixture.Folder.File("nothing.json"), _fixture.Folder.File("") })
            Assert.Equal(StoreErrors.FileNotFound.Id, Assert.Throws<EmailSettingsException>(() => _fixture.Session.Documents.Import(new DocumentImport(path), new RecordingHost())).Code.Id);
    }

    public void Dispose() => _fixture.Dispose();

    private ChangeResult Import(string text, bool byteOrderMark = false)
    {
        var file = _fixture.Folder.Write("document.json", [.. byteOrderMark ? Encoding.UTF8.GetPreamble() : [], .. Encoding.UTF8.GetBytes(text)]);
        return _fixture.Session.Documents.Import(new DocumentImport(file), new RecordingHost());
    }

    private IReadOnlyList<Finding> Refused(string text) => Assert.Throws<EmailSettingsException>(() => Import(text)).Faults;
}
