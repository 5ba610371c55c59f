using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Documents.Comparing;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Documents;

public sealed class ComparisonTests : IDisposable
{
    /// <summary>Every field of a document and another valid value for it.</summary>
    private static readonly (string Path, JsonNode? Value)[] Edits =
    [
        ("basic.attachmentEncodings", "txt=7bit;*=base64"), ("basic.bodyCharset", "iso-8859-1"), ("basic.sentEncoding", "base64"), ("basic.maxIncomingSizeKB", 1),
        ("attachments.saveToFolder", false), ("attachments.folder", "/other"), ("attachments.minimumFileSizeBytes", 1), ("attachments.saveAsMime", false),
        ("errorTexts.tooLarge", "large"), ("errorTexts.noBody", "none"),
        ("incomingServers.0.address", SessionFixture.OtherTenant), ("incomingServers.0.authentication", "OAuthService"), ("incomingServers.0.clientId", SessionFixture.OtherClient),
        ("incomingServers.1.secretExpires", "2031-01-01"), ("incomingServers.0.name", "FIRST"),
        ("outgoingServer.enabled", false), ("outgoingServer.host", "other.example"), ("outgoingServer.port", 26), ("outgoingServer.useSsl", true),
        ("outgoingServer.authentication", "Anonymous"), ("outgoingServer.serverUser", "other"), ("outgoingServer.address", SessionFixture.OtherTenant),
        ("outgoingServer.clientId", SessionFixture.OtherClient), ("outgoingServer.secretExpires", "2031-01-01"), ("outgoingServer.maxEmailSizeMB", 3),
        ("outgoingServer.maxRecipients", null), ("outgoingServer.maxAttachmentSizeMB", 4),
    ];

    private readonly SessionFixture _fixture = new();
    private readonly RecordingHost _host = new();

    public static TheoryData<string> EditedPaths => [.. Edits.Select(edit => edit.Path)];

    [Theory]
    [MemberData(nameof(EditedPaths))]
    public void One_field_edited_in_an_exported_document_is_exactly_that_difference(string path)
    {
        Fill();
        var document = Edited(path, Edits.Single(edit => edit.Path == path).Value);

        var difference = Assert.Single(Compare(ComparisonSource.Now, document).Differences);

        Assert.Equal(path.Replace("Servers.0.", "Servers[first].", StringComparison.Ordinal).Replace("Servers.1.", "Servers[second].", StringComparison.Ordinal), difference.Path);
        var turned = Assert.Single(Compare(document, ComparisonSource.Now).Differences);
        Assert.Equal((difference.Left, difference.Right), (turned.Right, turned.Left));
    }

    [Fact]
    public void Every_field_of_a_document_is_among_those_that_are_edited()
    {
        Fill();
        var fields = Exported().AsObject().SelectMany(block => block.Value switch
        {
            JsonArray servers => servers[0]!.AsObject().Select(field => $"{block.Key}.{field.Key}"),
            JsonObject fields => fields.Select(field => $"{block.Key}.{field.Key}"),
            _ => [],
        });

        Assert.Equal(fields.Order(StringComparer.Ordinal), Edits.Select(edit => edit.Path.Replace(".0", "", StringComparison.Ordinal).Replace(".1", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Any_combination_of_edits_gives_exactly_these_differences_and_an_import_leaves_none()
    {
        Fill();
        Gen.Bool.Array[Edits.Length].Sample(isChosen =>
        {
            var chosen = Edits.Where((_, i) => isChosen[i]).ToList();
            var document = Exported();
            foreach (var (path, value) in chosen) Set(document, path, value);

            Assert.Equal(chosen.Count, Compare(ComparisonSource.Now, Source(document)).Differences.Count);
        }, iter: 50, threads: 1);
    }

    [Fact]
    public void Exported_settings_do_not_differ_from_the_store_and_round_trip_byte_for_byte()
    {
        _fixture.UseCertificate();
        Fill();
        _fixture.Apply(new ChangeStep.SetSecret(SecretPurpose.SmsPassword, SessionFixture.Secret()));
        var first = _fixture.Session.Documents.Export();

        var comparison = Compare(ComparisonSource.Now, new ComparisonSource.Document("d") { Content = first });
        var imported = _fixture.Session.Documents.Import(new DocumentImport("d") { Content = first }, _host);

        Assert.True(comparison.IsSame);
        Assert.Empty(comparison.Unknown);
        Assert.Empty(imported.Changed);
        Assert.Equal(first.ToArray(), _fixture.Session.Documents.Export().ToArray());
    }

    [Fact]
    public void What_a_document_does_not_name_is_not_compared()
    {
        Fill();

        var comparison = Compare(ComparisonSource.Now, Text("""{ "basic": { "maxIncomingSizeKB": 25000 } }"""));

        Assert.Equal((0, 1, "No difference, 1 unchanged"), (comparison.Differences.Count, comparison.Unchanged, comparison.Verdict));
    }

    [Fact]
    public void Removals_come_first_and_a_server_is_one_of_them()
    {
        Fill();

        var comparison = Compare(ComparisonSource.Now, Text("""
            { "basic": { "maxIncomingSizeKB": 1 }, "outgoingServer": { "maxRecipients": null },
              "incomingServers": [ { "name": "second" }, { "name": "third" } ] }
            """));

        Assert.Equal(["-incomingServers[first]", "-outgoingServer.maxRecipients", "~basic.maxIncomingSizeKB", "+incomingServers[third]"],
            comparison.Differences.Select(difference => $"{difference.Sign}{difference.Path}"));
        Assert.Equal("4 differences, 1 unchanged", comparison.Verdict);
    }

    [Fact]
    public void A_server_that_two_documents_name_differently_in_case_is_one_server_and_an_import_takes_the_name_as_written()
    {
        Fill();
        var document = Edited("incomingServers.0.name", "FIRST");
        Assert.Equal("incomingServers[first].name", Assert.Single(Compare(Source(Exported()), document).Differences).Path);

        _fixture.Session.Documents.Import(new DocumentImport("d") { Content = document.Content }, _host);

        Assert.True(Compare(ComparisonSource.Now, document).IsSame);
        Assert.Equal("FIRST", _fixture.Session.Settings.ReadIncomingServer("first").Name);
    }

    [Fact]
    public void A_field_that_one_of_two_documents_names_is_a_difference()
    {
        var difference = Assert.Single(Compare(Text("""{ "basic": { "maxIncomingSizeKB": 1 } }"""), Text("{}")).Differences);

        Assert.Equal(("basic.maxIncomingSizeKB", (object?)1L, (object?)null, ComparisonSide.Right, '-'), (difference.Path, difference.Left, difference.Right, difference.NotNamed, difference.Sign));
    }

    [Theory]
    [InlineData("""{ "outgoingServer": { "maxRecipients": null } }""", "outgoingServer.maxRecipients")]
    [InlineData("""{ "smsServer": { "password": null } }""", "smsServer.password")]
    [InlineData("""{ "incomingServers": [ { "name": "a", "secretExpires": null } ] }""", "incomingServers[a].secretExpires")]
    public void Null_is_distinguished_from_a_missing_field(string document, string path)
    {
        var absent = document.Contains("name", StringComparison.Ordinal) ? """{ "incomingServers": [ { "name": "a" } ] }""" : "{}";

        var left = Assert.Single(Compare(Text(document), Text(absent)).Differences);
        var right = Assert.Single(Compare(Text(absent), Text(document)).Differences);

        Assert.Equal((path, (object?)null, (object?)null, ComparisonSide.Right, '-'), (left.Path, left.Left, left.Right, left.NotNamed, left.Sign));
        Assert.Equal((path, (object?)null, (object?)null, ComparisonSide.Left, '+'), (right.Path, right.Left, right.Right, right.NotNamed, right.Sign));
        Assert.True(Compare(Text(document), Text(document)).IsSame);
    }

    [Fact]
    public void A_text_that_reads_null_is_not_null()
    {
        var difference = Assert.Single(Compare(Text("""{ "outgoingServer": { "serverUser": null } }"""), Text("""{ "outgoingServer": { "serverUser": "null" } }""")).Differences);

        Assert.Equal(((object?)null, (object?)"null", (ComparisonSide?)null, '+'), (difference.Left, difference.Right, difference.NotNamed, difference.Sign));
    }

    [Theory]
    [InlineData("{", "{}", "left")]
    [InlineData("{}", "{", "right")]
    [InlineData("[]", "{", "left")]
    public void Of_two_documents_the_left_is_refused_first(string left, string right, string _)
    {
        var refused = Assert.Throws<EmailSettingsException>(() => Compare(Text(left), Text(right)));

        Assert.Equal(left == "[]" ? StoreErrors.DocumentShapeWrong.Id : StoreErrors.DocumentNotJson.Id, refused.Code.Id);
    }

    [Fact]
    public void Servers_of_two_documents_are_paired_by_name_whatever_their_order_and_writing()
    {
        string Server(string name, string client) => $$"""{ "name": "{{name}}", "clientId": "{{client}}" }""";
        var left = Text($$"""{ "incomingServers": [ {{Server("a", SessionFixture.Client)}}, {{Server("Straße", SessionFixture.Client)}}, {{Server("k", SessionFixture.Client)}}, {{Server("gone", SessionFixture.Client)}} ] }""");
        var right = Text($$"""{ "incomingServers": [ {{Server("\u212A", SessionFixture.Client)}}, {{Server("new", SessionFixture.Client)}}, {{Server("STRASSE", SessionFixture.Client)}}, {{Server("a", SessionFixture.OtherClient)}} ] }""");

        var comparison = Compare(left, right);

        Assert.Equal(
            ["- incomingServers[gone]", "~ incomingServers[a].clientId", "~ incomingServers[Straße].name", "~ incomingServers[k].name", "+ incomingServers[new]"],
            comparison.Differences.Select(difference => $"{difference.Sign} {difference.Path}"));
    }

    [Fact]
    public void Servers_that_are_written_the_same_are_compared_as_those_that_are_not()
    {
        _fixture.UseCertificate();
        Fill();
        _fixture.Apply(new ChangeStep.SetSecret(SecretPurpose.IncomingSecret("second"), SessionFixture.Secret()));
        var text = Encoding.UTF8.GetString(_fixture.Session.Documents.Export().Span);
        var otherwise = text.Replace("\": ", "\" : ", StringComparison.Ordinal);
        Assert.NotEqual(text, otherwise);

        var read = Compare(Text(text), Text(otherwise));
        Assert.True(read.IsSame);
        Assert.Equal(read.Verdict, Compare(Text(text), Text(text)).Verdict);
        Assert.Equal(read.Verdict, Compare(Text("\uFEFF" + text), Text("\uFEFF\n" + text)).Verdict);
    }

    [Fact]
    public void A_server_identical_in_both_documents_is_refused_if_its_name_is_taken()
    {
        var left = Text($$"""{ "incomingServers": [ { "name": "a" }, { "name": "b", "clientId": "{{SessionFixture.Client}}" } ] }""");
        var right = Text($$"""{ "incomingServers": [ { "name": "B" }, { "name": "b", "clientId": "{{SessionFixture.Client}}" } ] }""");

        var refused = Assert.Throws<EmailSettingsException>(() => Compare(left, right));

        Assert.Equal((SettingsErrors.IncomingServerNameTaken.Id, "incomingServers[1].name"), (refused.Code.Id, Assert.Single(refused.Faults).Field));
    }

    [Theory]
    [InlineData("outgoingServer.port", 1)]
    [InlineData("OUTGOINGSERVER", 2)]
    [InlineData("*.port", 1)]
    [InlineData("incomingServers[f*]", 1)]
    [InlineData("incomingServers", 1)]
    [InlineData("*", 4)]
    [InlineData("outgoing", 0)]
    public void Paths_that_match_a_pattern_are_ignored(string pattern, int ignored)
    {
        Fill();
        var document = Text("""{ "basic": { "maxIncomingSizeKB": 1 }, "outgoingServer": { "port": 1, "host": "x" }, "incomingServers": [ { "name": "second" } ] }""");

        var comparison = _fixture.Session.Comparison.Compare(ComparisonSource.Now, document, [new PathPattern(pattern)], _host);

        Assert.Equal((ignored, 4 - ignored), (comparison.Ignored, comparison.Differences.Count));
    }

    [Fact]
    public void Secrets_are_compared_by_their_text_not_by_their_cipher_text()
    {
        _fixture.UseCertificate();
        _fixture.Apply(new ChangeStep.SetSecret(SecretPurpose.SmsPassword, SessionFixture.Secret()));
        var document = new ComparisonSource.Document("d") { Content = _fixture.Session.Documents.Export() };
        _fixture.Apply(new ChangeStep.SetSecret(SecretPurpose.SmsPassword, SessionFixture.Secret()));
        Assert.True(Compare(ComparisonSource.Now, document).IsSame);

        _fixture.Apply(new ChangeStep.SetSecret(SecretPurpose.SmsPassword, SessionFixture.Secret("another")));

        var difference = Assert.Single(Compare(ComparisonSource.Now, document).Differences);
        Assert.Equal(("smsServer.password", "***", "***"), (difference.Path, difference.Left, difference.Right));
    }

    [Fact]
    public void A_secret_that_cannot_be_decrypted_is_unknown_and_not_a_difference()
    {
        var thumbprint = _fixture.UseCertificate();
        _fixture.Apply(new ChangeStep.SetSecret(SecretPurpose.SmsPassword, SessionFixture.Secret()));
        var document = new ComparisonSource.Document("d") { Content = _fixture.Session.Documents.Export() };
        _fixture.Apply(new ChangeStep.SetSecret(SecretPurpose.SmsPassword, SessionFixture.Secret("another")));
        _fixture.Certificates.Remove(thumbprint);

        var comparison = Compare(ComparisonSource.Now, document);

        Assert.True(comparison.IsSame);
        Assert.Equal("smsServer.password", Assert.Single(comparison.Unknown));
        Assert.Equal(SettingsWarnings.SecretNotCompared.Id, Assert.Single(_host.Warnings).Id);
    }

    [Fact]
    public void Another_store_is_compared_as_a_whole_and_a_missing_one_is_refused()
    {
        Fill();
        using var other = new SessionFixture();
        Assert.Equal(StoreErrors.StoreNotFound.Id, Assert.Throws<EmailSettingsException>(() => Compare(ComparisonSource.Now, other.Session.Comparison.AsSource())).Code.Id);

        other.Session.Documents.Import(new DocumentImport("d") { Content = _fixture.Session.Documents.Export() }, _host);

        Assert.True(Compare(ComparisonSource.Now, other.Session.Comparison.AsSource()).IsSame);
    }

    [Fact]
    public void An_invalid_document_is_refused_with_all_its_faults()
    {
        var refused = Assert.Throws<EmailSettingsException>(() => Compare(ComparisonSource.Now, Text("""{ "basic": { "port": 1, "maxIncomingSizeKB": 0 }, "nonsense": 1 }""")));

        Assert.Equal(["DocumentKeyUnknown", "FieldUnknown", "MaxIncomingSizeOutOfRange"], refused.Faults.Select(fault => fault.Id).Order(StringComparer.Ordinal));
    }

    public void Dispose() => _fixture.Dispose();

    private void Fill() => _fixture.Apply(
        SessionFixture.Attachments(("saveToFolder", true), ("folder", "/mail")),
        SessionFixture.NewServer("first"), SessionFixture.NewServer("second", "OAuthService"),
        SessionFixture.Outgoing(("enabled", true), ("host", "smtp.example"), ("authentication", "Basic"), ("serverUser", "user"), ("maxRecipients", 5)));

    private SettingsComparison Compare(ComparisonSource left, ComparisonSource right) => _fixture.Session.Comparison.Compare(left, right, [], _host);

    private JsonNode Exported() => JsonNode.Parse(_fixture.Session.Documents.Export(withSecrets: false).Span)!;

    private ComparisonSource.Document Edited(string path, JsonNode? value)
    {
        var document = Exported();
        Set(document, path, value);
        return Source(document);
    }

    private static void Set(JsonNode document, string path, JsonNode? value)
    {
        var parts = path.Split('.');
        var block = document[parts[0]]!;
        if (parts.Length == 3) block = block[int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)]!;
        block[parts[^1]] = value?.DeepClone();
    }

    private static ComparisonSource.Document Source(JsonNode document) => Text(document.ToJsonString());

    private static ComparisonSource.Document Text(string json) => new("document") { Content = Encoding.UTF8.GetBytes(json) };
}
