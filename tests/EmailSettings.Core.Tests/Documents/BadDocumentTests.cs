using System.Globalization;
using System.Text;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Tests.Operations;
using EmailSettings.Testing;

namespace EmailSettings.Core.Tests.Documents;

public sealed class BadDocumentTests : IDisposable
{
    private readonly SessionFixture _fixture = new();

    [Theory]
    [InlineData("""{ "basic": { "maxIncomingSizeKB": 1 }""", "DocumentNotJson")]
    [InlineData("""{ "basic": { "maxIncomingSizeKB": 1, "maxIncomingSizeKB": 2 } }""", "FieldTwice")]
    [InlineData("""{ "basic": {}, "basic": {} }""", "FieldTwice")]
    [InlineData("""{ "basic": { "maxIncomingSizeKB": "1" } }""", "ValueTypeWrong")]
    [InlineData("""{ "version": 2 }""", "DocumentVersionUnknown")]
    [InlineData("""{ "incomingServers": [ { "name": "a", "address": "https://l.example/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718", "authentication": "OAuthUser", "clientId": "1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809" }, { "name": "A" } ] }""", "IncomingServerNameTaken")]
    public void A_bad_document_is_refused_with_its_fault_and_nothing_is_changed(string document, string id)
    {
        var refused = Refused(Encoding.UTF8.GetBytes(document));

        Assert.Equal(id, Assert.Single(refused).Id);
    }

    [Fact]
    public void Nesting_without_an_end_is_refused() =>
        Assert.Equal("DocumentNotJson", Assert.Single(Refused(Encoding.UTF8.GetBytes(new string('[', 100_000)))).Id);

    [Fact]
    public void A_document_in_utf_16_is_reported_as_such()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
            Assert.Contains("UTF-16", Assert.Single(Refused([.. encoding.Preamble, .. encoding.GetBytes("{}")])).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_of_100_MB_is_refused() =>
        Assert.Equal("DocumentTooLarge", Assert.Single(Refused(new byte[100 * 1024 * 1024])).Id);

    [Theory]
    [InlineData("""{ "basic": { "maxIncomingSizeKB": "1" }, "attachments": { "saveToFolder": "true" }, "outgoingServer": { "port": "25", "enabled": 1 } }""", 4)]
    [InlineData("""{ "basic": { "bodyCharset": 5, "maxIncomingSizeKB": true }, "errorTexts": { "noBody": false } }""", 3)]
    public void Each_value_of_the_wrong_type_is_refused_including_numbers_as_text(string document, int count) =>
        Assert.Equal(count, Refused(Encoding.UTF8.GetBytes(document)).Count);

    [Fact]
    public void A_truncated_document_is_not_JSON_and_the_line_is_reported()
    {
        var whole = File.ReadAllBytes(Path.Combine(Repository.Root, "examples", "contoso.json"));
        var lines = whole.AsSpan().Count((byte)'\n') + 1;
        var end = whole.AsSpan().LastIndexOf((byte)'}');
        for (var length = 0; length < end; length += 7)
        {
            var fault = Assert.Single(Refused(whole[..length]));
            Assert.Equal(StoreErrors.DocumentNotJson.Id, fault.Id);
            Assert.InRange(fault.Line!.Value, 1, lines);
        }
    }

    [Fact]
    public void Deep_nesting_is_refused_anywhere()
    {
        var deep = new string('[', 1000) + new string(']', 1000);
        foreach (var document in new[] { deep, $$"""{ "unknown": {{deep}} }""", $$"""{ "basic": { "bodyCharset": {{deep}} } }""", $$"""{ "incomingServers": [ {{deep}} ] }""" })
            Assert.Equal(StoreErrors.DocumentNotJson.Id, Assert.Single(Refused(Encoding.UTF8.GetBytes(document))).Id);
    }

    [Theory]
    [InlineData("""{ "unknown": "\ud800" }""")]
    [InlineData("""{ "unknown": [ { "\ud800": 1 } ] }""")]
    [InlineData("""{ "$schema": "\ud800" }""")]
    [InlineData("""{ "smsServer": { "passwordState": "\ud800" } }""")]
    [InlineData("""{ "incomingServers": [ { "name": "a", "secretState": [ "\ud800" ] } ] }""")]
    public void Invalid_text_is_refused_even_where_it_is_ignored(string document) =>
        Assert.Equal(StoreErrors.DocumentNotJson.Id, Assert.Single(Refused(Encoding.UTF8.GetBytes(document))).Id);

    [Theory]
    [InlineData("{", "\"k#\":1", "}")]
    [InlineData("""{ "basic": { """, "\"k#\":1", "} }")]
    [InlineData("""{ "basic": { """, "\"maxIncomingSizeKB\":1", "} }")]
    [InlineData("""{ "smsServer": { """, "\"k#\":1", "} }")]
    [InlineData("""{ "incomingServers": [ """, "{}", "] }")]
    [InlineData("""{ "incomingServers": [ """, "1", "] }")]
    [InlineData("""{ "incomingServers": [ """, "{\"name\":\"#\"}", "] }")]
    [InlineData("""{ "incomingServers": [ """, "{\"name\":\"a\"}", "] }")]
    public void At_most_a_thousand_faults_are_reported(string begin, string part, string end)
    {
        var document = $"{begin}{string.Join(',', Enumerable.Range(0, 20_000).Select(index => part.Replace("#", index.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)))}{end}";

        var faults = Refused(Encoding.UTF8.GetBytes(document));

        Assert.Equal((1001, "FaultsTooMany"), (faults.Count, faults[^1].Id));
    }

    [Fact]
    public void A_utf_8_byte_order_mark_is_ignored_and_lines_are_counted_after_it() =>
        Assert.Equal(2, Assert.Single(Refused([.. Encoding.UTF8.Preamble, .. "{\n\"version\": 2 }"u8])).Line);

    [Theory]
    [InlineData("""{ "basic": { "maxIncommingSizeKB": 1 } }""", "maxIncomingSizeKB")]
    [InlineData("""{ "outgoingServr": {} }""", "outgoingServer")]
    [InlineData("""{ "smsServer": { "pasword": null } }""", "password")]
    public void An_unknown_name_suggests_a_similar_one(string document, string near) =>
        Assert.StartsWith($"Did you mean '{near}'?", Assert.Single(Refused(Encoding.UTF8.GetBytes(document))).NextStep, StringComparison.Ordinal);

    [Fact]
    public void A_name_similar_to_none_suggests_all() =>
        Assert.StartsWith("The keys are", Assert.Single(Refused("""{ "unrelated": {} }"""u8.ToArray())).NextStep, StringComparison.Ordinal);

    [Fact]
    public void An_import_while_another_changes_the_same_field_is_a_conflict_and_nothing_is_half_done()
    {
        using var other = _fixture.Open();
        var import = new DocumentImport("d") { Content = """{ "basic": { "maxIncomingSizeKB": 1 }, "errorTexts": { "noBody": "x" } }"""u8.ToArray() };

        var refused = Assert.Throws<EmailSettingsException>(() => _fixture.Session.Documents.Import(import, SessionFixture.While(() =>
            other.Settings.Apply(new Core.Changes.SettingsChange("test", [SessionFixture.Basic(("maxIncomingSizeKB", 2))]), new RecordingHost()))));

        Assert.Equal(StoreErrors.ChangedMeanwhile.Id, refused.Code.Id);
        Assert.Equal((2, 1L), (_fixture.Session.Settings.ReadBasic().MaxIncomingSizeKB, _fixture.Session.Store.Describe().Revision));
    }

    public void Dispose() => _fixture.Dispose();

    private IReadOnlyList<Finding> Refused(byte[] document)
    {
        var refused = Assert.Throws<EmailSettingsException>(() => _fixture.Session.Documents.Import(new DocumentImport("d") { Content = document }, new RecordingHost()));
        Assert.Equal(0, _fixture.Session.Store.Describe().Revision);
        return refused.Faults;
    }
}
