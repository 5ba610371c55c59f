using System.Diagnostics;
using System.Text;
using System.Text.Json;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Documents.Comparing;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Tests.Operations;
using EmailSettings.Testing;
using Json.Schema;

namespace EmailSettings.Core.Tests.Documents;

public sealed class DocumentSchemaTests : IDisposable
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
    private static readonly JsonSchema Schema = JsonSchema.FromText(Encoding.UTF8.GetString(DocumentSchema.Write().Span));
    private readonly SessionFixture _fixture = new();

    /// <summary>Documents that both the schema and an import reject.</summary>
    public static TheoryData<string> Bad =>
    [
        "[]", """{ "nonsense": 1 }""", """{ "version": 2 }""", """{ "version": "1" }""", """{ "basic": [] }""", """{ "basic": null }""",
        """{ "basic": { "nonsense": 1 } }""", """{ "basic": { "maxIncomingSizeKB": 0 } }""", """{ "basic": { "maxIncomingSizeKB": 100001 } }""",
        """{ "basic": { "maxIncomingSizeKB": "1" } }""", """{ "basic": { "maxIncomingSizeKB": 1.5 } }""", """{ "basic": { "maxIncomingSizeKB": null } }""",
        """{ "basic": { "maxSentSizeMB": 99 } }""", """{ "basic": { "sentEncoding": "rot13" } }""", """{ "basic": { "bodyCharset": "" } }""",
        """{ "basic": { "attachmentEncodings": "wav" } }""", """{ "basic": { "attachmentEncodings": "*=8bit;;wav=8bit" } }""",
        """{ "attachments": { "saveToFolder": "true" } }""", """{ "attachments": { "saveToFolder": 1 } }""", """{ "attachments": { "folder": "" } }""",
        """{ "attachments": { "minimumFileSizeBytes": -1 } }""", """{ "errorTexts": { "noBody": "" } }""", """{ "errorTexts": { "noBody": "a\u0007" } }""",
        """{ "incomingServers": {} }""", """{ "incomingServers": [ 1 ] }""", """{ "incomingServers": [ {} ] }""", """{ "incomingServers": [ { "name": "" } ] }""",
        """{ "incomingServers": [ { "name": "a\nb" } ] }""", """{ "incomingServers": [ { "name": "a", "address": "http://login.example/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718" } ] }""",
        """{ "incomingServers": [ { "name": "a", "address": "https://login.example/common" } ] }""", """{ "incomingServers": [ { "name": "a", "clientId": "x" } ] }""",
        """{ "incomingServers": [ { "name": "a", "authentication": "Basic" } ] }""", """{ "incomingServers": [ { "name": "a", "secret": "in clear" } ] }""",
        """{ "incomingServers": [ { "name": "a", "secretExpires": "31.12.2027" } ] }""", """{ "outgoingServer": { "port": 0 } }""", """{ "outgoingServer": { "port": 65536 } }""",
        """{ "outgoingServer": { "enabled": null } }""", """{ "outgoingServer": { "password": "in clear" } }""", """{ "outgoingServer": { "maxRecipients": 0 } }""",
        """{ "$schema": 1 }""", """{ "certificate": {} }""", """{ "certificate": { "thumbprint": "12" } }""",
        """{ "certificate": { "thumbprint": "0123456789012345678901234567890123456789", "path": "x" } }""",
        """{ "certificate": "zz 0123456789012345678901234567890123456789" }""", """{ "state": 1 }""", """{ "basic": { "secretState": {} } }""",
        """{ "smsServer": { "password": "in clear" } }""", """{ "smsServer": { "user": "x" } }""", """{ "certificate": "12" }""", """{ "certificate": null }""",
    ];

    /// <summary>Documents that only an import rejects.</summary>
    public static TheoryData<string> OnlyImportRefuses =>
    [
        """{ "basic": { "bodyCharset": "no-such-charset" } }""", """{ "basic": { "attachmentEncodings": "wav=8bit;wav=7bit" } }""", """{ "attachments": { "folder": "not\\absolute" } }""",
        """{ "outgoingServer": { "host": "not a host" } }""", """{ "outgoingServer": { "secretExpires": "2027-02-30" } }""", """{ "incomingServers": [ { "name": "a" }, { "name": "A" } ] }""",
        """{ "incomingServers": [ { "name": " " } ] }""",
    ];

    /// <summary>Variants that an import accepts, while the schema allows only one form.</summary>
    public static TheoryData<string> OnlySchemaRefuses =>
    [
        """{ "basic": { "sentEncoding": "8 BIT" } }""", """{ "basic": { "MaxIncomingSizeKB": 1 } }""", """{ "outgoingServer": { "authentication": "anonymous" } }""",
        """{ "outgoingServer": { "clientId": "1b2c3d4e5f60471892a3b4c5d6e7f809" } }""",
    ];

    [Fact]
    public void The_published_schema_is_the_one_of_the_table_of_fields()
    {
        var file = Path.Combine(Repository.Root, "docs", "email-settings.schema.json");
        var schema = Encoding.UTF8.GetString(DocumentSchema.Write().Span);
        if (Environment.GetEnvironmentVariable("EMAILSETTINGS_WRITE_PAGES") is { Length: > 0 }) File.WriteAllText(file, schema);
        Assert.True(schema == File.ReadAllText(file).ReplaceLineEndings("\n"), "docs/email-settings.schema.json is outdated: run this test with EMAILSETTINGS_WRITE_PAGES set.");
    }

    [Fact]
    public void The_schema_is_a_sound_one_of_draft_2020_12() =>
        Assert.True(MetaSchemas.Draft202012.Evaluate(JsonDocument.Parse(DocumentSchema.Write()).RootElement).IsValid);

    [Fact]
    public void The_examples_and_every_export_are_valid()
    {
        _fixture.UseCertificate();
        _fixture.Apply(SessionFixture.NewServer("a", "OAuthService"), SessionFixture.Outgoing(("host", "smtp.example")),
            new ChangeStep.SetSecret(SecretPurpose.SmsPassword, SessionFixture.Secret()), new ChangeStep.SetSecret(SecretPurpose.IncomingSecret("a"), SessionFixture.Secret()));

        Assert.True(IsValid(Encoding.UTF8.GetString(_fixture.Session.Documents.Export().Span)));
        foreach (var example in Examples()) Assert.True(IsValid(File.ReadAllText(example)), example);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_document_is_refused_by_both(string document) => Assert.Equal((false, false), (IsValid(document), IsRead(document)));

    [Theory]
    [MemberData(nameof(OnlyImportRefuses))]
    public void An_import_refuses_what_no_schema_can_express(string document) => Assert.Equal((true, false), (IsValid(document), IsRead(document)));

    [Theory]
    [MemberData(nameof(OnlySchemaRefuses))]
    public void An_import_accepts_common_variants(string document) => Assert.Equal((false, true), (IsValid(document), IsRead(document)));

    [Fact]
    public void Schema_and_import_agree_on_every_field_and_kind_of_value_except_those_listed()
    {
        var different = new List<string>();
        foreach (var (document, path, value, isDifferent) in GeneratedDocuments.All)
        {
            if ((IsValid(document) == IsRead(document)) == isDifferent) different.Add($"{path} = {value}: schema {IsValid(document)}, import {IsRead(document)}");
        }

        Assert.Empty(different);
        Assert.True(GeneratedDocuments.All.Count(one => !IsValid(one.Document)) > 300);
    }

    [Fact]
    public void What_a_validator_shows_an_editor_is_what_the_documentation_says()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "document-format.md")).ReplaceLineEndings("\n");
        var document = Between(page, "For\n\n```json\n", "```");
        var shown = Between(page, "reports\n\n```text\n", "```").TrimEnd().Split('\n');
        using var parsed = JsonDocument.Parse(document);

        var results = Schema.Evaluate(parsed.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });

        Assert.Equal(shown, (results.Details ?? []).Where(one => one.Errors is not null)
            .SelectMany(one => one.Errors!.Select(error => $"{one.InstanceLocation}: {(error.Key.Length == 0 ? "false" : error.Key)}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_schema_gives_editors_the_description_of_each_field_and_the_values_of_each_choice()
    {
        using var schema = JsonDocument.Parse(DocumentSchema.Write());
        var properties = schema.RootElement.GetProperty("properties");
        List<JsonElement> blocks =
        [
            properties.GetProperty("basic"), properties.GetProperty("attachments"), properties.GetProperty("errorTexts"), properties.GetProperty("outgoingServer"),
            properties.GetProperty("incomingServers").GetProperty("items"),
        ];

        Assert.All(blocks.SelectMany(block => block.GetProperty("properties").EnumerateObject()), field => Assert.NotEmpty(field.Value.GetProperty("description").GetString()!));
        var outgoing = properties.GetProperty("outgoingServer").GetProperty("properties");
        Assert.Equal(["Anonymous", "Basic", "OAuthService"], outgoing.GetProperty("authentication").GetProperty("enum").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal(25, outgoing.GetProperty("port").GetProperty("default").GetInt32());
    }

    [Fact]
    public void Another_validator_agrees_on_all_of_them()
    {
        Skip.IfMissing(Programs.MissingJsonSchema);
        string[] documents = [.. GeneratedDocuments.All.Select(one => one.Document), .. Documents(Bad), .. Documents(OnlySchemaRefuses), .. Documents(OnlyImportRefuses), .. Examples().Select(File.ReadAllText).Select(Strict)];
        const string Script = """
            import json, sys, jsonschema
            schema, documents = json.load(sys.stdin)
            validator = jsonschema.Draft202012Validator(schema)
            print(json.dumps([validator.is_valid(json.loads(document)) for document in documents]))
            """;
        using var python = Process.Start(new ProcessStartInfo("python3", ["-c", Script]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        python.StandardInput.Write($"[{Encoding.UTF8.GetString(DocumentSchema.Write().Span)},{JsonSerializer.Serialize(documents)}]");
        python.StandardInput.Close();

        var judged = JsonSerializer.Deserialize<bool[]>(python.StandardOutput.ReadToEnd());

        Assert.Equal(documents.Select(IsValid), judged);
    }

    public void Dispose() => _fixture.Dispose();

    private static IEnumerable<string> Documents(TheoryData<string> rows) => rows.Select(row => row.Data);

    private static IEnumerable<string> Examples() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "examples"), "*.json", SearchOption.AllDirectories);

    private static string Between(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal) + from.Length;
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }

    private static string Strict(string json)
    {
        using var document = JsonDocument.Parse(json, Lenient);
        return JsonSerializer.Serialize(document.RootElement);
    }

    private static bool IsValid(string json)
    {
        using var document = JsonDocument.Parse(json, Lenient);
        return Schema.Evaluate(document.RootElement).IsValid;
    }

    private bool IsRead(string json)
    {
        try
        {
            _fixture.Session.Comparison.Compare(ComparisonSource.Now, new ComparisonSource.Document("d") { Content = Encoding.UTF8.GetBytes(json) }, [], new RecordingHost());
            return true;
        }
        catch (EmailSettingsException)
        {
            return false;
        }
    }
}
