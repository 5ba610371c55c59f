using System.Globalization;
using System.Text;
using System.Text.Json;
using EmailSettings.Benchmarks.Store;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Documents.Comparing;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Storage.Sqlite;

namespace EmailSettings.Benchmarks.Documents;

/// <summary>
/// Documents with many servers: import against parsing the document and inserting the same rows and the history row with bare
/// SQLite in one transaction, compare against parsing both to objects with System.Text.Json.
/// </summary>
internal static class DocumentsPart
{
    private const int Servers = 10_000;
    private const int Pairs = 7;

    public static void Run(Yardstick yardstick) => TemporaryFolder.With(folder =>
    {
        Import(yardstick, folder);
        Compare(yardstick, folder);
    });

    private static void Import(Yardstick yardstick, string folder)
    {
        var document = Document(changed: -1);
        var number = 0;
        yardstick.Compare($"import a document with {Servers} new incoming servers",
            () =>
            {
                using var parsed = JsonDocument.Parse(document);
                BareImport.Into(NextFile(folder, ref number), parsed.RootElement.GetProperty("incomingServers"));
            },
            () =>
            {
                using var session = Session(NextFile(folder, ref number));
                session.Documents.Import(new DocumentImport("document") { Content = document }, SilentHost.Instance);
            },
            Target.TimeAtMost(2), operations: 1, Pairs);
    }

    // System.Text.Json parses to objects, or to JsonDocument, which only notes where each value is. A comparison needs the
    // values, so the target refers to objects; JsonDocument is only reported.
    private static void Compare(Yardstick yardstick, string folder)
    {
        var left = Document(changed: -1);
        using var session = Session(Path.Combine(folder, "compare.db"));
        foreach (var (what, right) in new[] { ("", Document(changed: Servers / 2)), (", every server written otherwise", Respaced(Document(changed: Servers / 2))) })
        {
            var target = what.Length == 0 ? Target.TimeAtMost(3) : Target.None;
            yardstick.Compare($"compare two documents with {Servers} incoming servers{what}", () => Parse(left, right), () => Compare(session, left, right), target, operations: 4, Pairs);
            yardstick.Compare($"the same beside JsonDocument{what}",
                () =>
                {
                    using var first = JsonDocument.Parse(left);
                    using var second = JsonDocument.Parse(right);
                },
                () => Compare(session, left, right), Target.None, operations: 4, Pairs);
        }
    }

    private static void Parse(byte[] left, byte[] right)
    {
        var first = JsonSerializer.Deserialize(left, BareDocumentContext.Default.BareDocument);
        var second = JsonSerializer.Deserialize(right, BareDocumentContext.Default.BareDocument);
        if (first!.IncomingServers.Count != second!.IncomingServers.Count) throw new InvalidOperationException("not all was read");
    }

    private static void Compare(EmailSettingsSession session, byte[] left, byte[] right)
    {
        var comparison = session.Comparison.Compare(
            new ComparisonSource.Document("left") { Content = left }, new ComparisonSource.Document("right") { Content = right }, [], SilentHost.Instance);
        if (comparison.Differences.Count != 1) throw new InvalidOperationException(comparison.Verdict);
    }

    private static byte[] Respaced(byte[] document) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(document).Replace("\"name\": ", "\"name\":", StringComparison.Ordinal));

    private static string NextFile(string folder, ref int number) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{number++}.db"));

    private static EmailSettingsSession Session(string file) =>
        new(new SqliteSettingsStore(file), Actor.Current("bench"), new CertificateStores(), TimeProvider.System);

    private static byte[] Document(int changed)
    {
        var text = new StringBuilder("""{ "version": 1, "incomingServers": [""");
        for (var index = 0; index < Servers; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                {{(index == 0 ? "" : ",")}}
                { "name": "Incoming server {{index}}", "address": "https://login.microsoftonline.com/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718",
                  "authentication": "{{(index == changed ? "OAuthService" : "OAuthUser")}}", "clientId": "{{new Guid(index, 0, 0, new byte[8]):D}}" }
                """);
        }
        return Encoding.UTF8.GetBytes(text.Append("] }").ToString());
    }
}
