using System.Text;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Documents;

public sealed class BadDocumentTests : IDisposable
{
    private readonly Desk _desk = new();

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
    public void A_document_in_utf_16_is_told_as_that()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
            Assert.Contains("UTF-16", Assert.Single(Refused([.. encoding.Preamble, .. encoding.GetBytes("{}")])).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_of_100_MB_is_refused() =>
        Assert.Equal("DocumentTooLarge", Assert.Single(Refused(new byte[100 * 1024 * 1024])).Id);

    [Theory]
    [InlineData("""{ "basic": { "maxIncommingSizeKB": 1 } }""", "maxIncomingSizeKB")]
    [InlineData("""{ "outgoingServr": {} }""", "outgoingServer")]
    [InlineData("""{ "smsServer": { "pasword": null } }""", "password")]
    public void An_unknown_name_is_answered_with_the_near_one(string document, string near) =>
        Assert.StartsWith($"Did you mean '{near}'?", Assert.Single(Refused(Encoding.UTF8.GetBytes(document))).NextStep, StringComparison.Ordinal);

    [Fact]
    public void A_name_that_is_near_to_none_is_answered_with_all() =>
        Assert.StartsWith("The keys are", Assert.Single(Refused("""{ "unrelated": {} }"""u8.ToArray())).NextStep, StringComparison.Ordinal);

    [Fact]
    public void An_import_while_another_changes_the_same_field_is_a_conflict_and_nothing_is_half_done()
    {
        using var other = _desk.Open();
        var import = new DocumentImport("d") { Content = """{ "basic": { "maxIncomingSizeKB": 1 }, "errorTexts": { "noBody": "x" } }"""u8.ToArray() };

        var refused = Assert.Throws<EmailSettingsException>(() => _desk.Session.Documents.Import(import, Desk.While(() =>
            other.Settings.Apply(new Core.Changes.SettingsChange("test", [Desk.Basic(("maxIncomingSizeKB", 2))]), new RecordingHost()))));

        Assert.Equal(StoreErrors.ChangedMeanwhile.Id, refused.Code.Id);
        Assert.Equal((2, 1L), (_desk.Session.Settings.ReadBasic().MaxIncomingSizeKB, _desk.Session.Store.Describe().Revision));
    }

    public void Dispose() => _desk.Dispose();

    private IReadOnlyList<Finding> Refused(byte[] document)
    {
        var refused = Assert.Throws<EmailSettingsException>(() => _desk.Session.Documents.Import(new DocumentImport("d") { Content = document }, new RecordingHost()));
        Assert.Equal(0, _desk.Session.Store.Describe().Revision);
        return refused.Faults;
    }
}
