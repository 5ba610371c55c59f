using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Storage.Sqlite;
using EmailSettings.Core.Tests.Secrets;

namespace EmailSettings.Core.Tests.Operations;

/// <summary>A separate system: a store in a temporary folder and real certificate stores with unique names.</summary>
internal sealed class TestSystem : IDisposable
{
    public const string Tenant = "https://login.example.com/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718";

    /// <summary>The purposes of <see cref="StoreThree"/>, in order of name.</summary>
    public static readonly IReadOnlyList<string> Three = ["incoming.secret:Support", "outgoing.password", "sms.password"];

    private readonly List<IDisposable> _opened = [];

    public TestSystem()
    {
        Store = new SqliteSettingsStore(Files.File("settings.db"));
        Session = Open();
    }

    public TestFolder Files { get; } = new();

    public TestStore Certificates { get; } = new();

    public SettableClock Clock { get; } = new();

    public RecordingHost Host { get; } = new();

    /// <summary>The raw store, for what no operation does.</summary>
    public SqliteSettingsStore Store { get; }

    public EmailSettingsSession Session { get; }

    /// <summary>The access checks of the raw store.</summary>
    public AccessGuard Guard => GuardOf(Store);

    public AccessGuard GuardOf(ISettingsStore store) => new(store, Tester, Clock);

    private static Actor Tester { get; } = new(@"TEST\tester", "test");

    /// <summary>Opens another session on the same store, as another process would.</summary>
    public EmailSettingsSession Open()
    {
        var session = new EmailSettingsSession(new SqliteSettingsStore(Files.File("settings.db")), Tester, Certificates.Stores, Clock);
        _opened.Add(session);
        return session;
    }

    /// <summary>Opens a session of another host on the same store.</summary>
    /// <param name="host">Its name.</param>
    /// <param name="certificates">Its certificate stores.</param>
    /// <param name="store">The store, unless it is simply opened once more.</param>
    public EmailSettingsSession OpenOn(string host, CertificateStores certificates, ISettingsStore? store = null)
    {
        var session = new EmailSettingsSession(store ?? new SqliteSettingsStore(Files.File("settings.db")), Tester with { Host = host }, certificates, Clock);
        _opened.Add(session);
        return session;
    }

    /// <summary>Adds a certificate to the certificate store and chooses it.</summary>
    /// <returns>Its thumbprint.</returns>
    public string Use(X509Certificate2 certificate)
    {
        Certificates.Add(certificate);
        Session.Certificates.Choose(certificate.Thumbprint, Host);
        return certificate.Thumbprint;
    }

    /// <summary>
    /// Writes a certificate to a PFX file without passphrase that only its owner can read, and chooses it in place.
    /// </summary>
    public string UseFile(X509Certificate2 certificate, string name)
    {
        Session.Certificates.ChooseFile(Files.Write(name, certificate.Export(X509ContentType.Pkcs12)), null, null, Host);
        return certificate.Thumbprint;
    }

    public ChangeResult Set(string purpose, string text)
    {
        using var secret = SecretText.FromUtf8(Encoding.UTF8.GetBytes(text));
        return Session.Settings.Apply(new SettingsChange("secret", [new ChangeStep.SetSecret(SecretPurpose.Parse(purpose), secret)]), Host);
    }

    public string Read(string purpose)
    {
        using var secrets = Session.Secrets.Open();
        using var text = secrets.UnprotectStored(SecretPurpose.Parse(purpose), Host);
        return text.Reveal();
    }

    public void Assign(SettingBlock block, params Assignment[] assignments) =>
        Session.Settings.Apply(new SettingsChange("test", [new ChangeStep.Assign(block, assignments)]), Host);

    public void AddServer(string name, params Assignment[] more)
    {
        Assignment[] fields = [new("address", Tenant), new("authentication", "OAuthService"), new("clientId", Guid.NewGuid().ToString()), .. more];
        Session.Settings.Apply(new SettingsChange("server", [new ChangeStep.AssignServer(name, ServerMatch.New, fields)]), Host);
    }

    /// <summary>Stores one secret of each kind; each text is its purpose.</summary>
    public void StoreThree()
    {
        AddServer("Support");
        Assign(SettingBlocks.Outgoing, new("host", "smtp.example.com"), new("useSsl", true), new("authentication", "Basic"), new("serverUser", "mailer"));
        foreach (var purpose in Three) Set(purpose, purpose);
    }

    /// <summary>Adds servers named <c>Server 1</c> and so on, each with its own secret.</summary>
    /// <param name="count">The number of servers.</param>
    /// <param name="textOf">Gets the secret of a server from its name.</param>
    public void StoreMany(int count, Func<string, string> textOf)
    {
        var texts = new List<SecretText>();
        var steps = Enumerable.Range(1, count).Select(number =>
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"Server {number}");
            texts.Add(SecretText.FromUtf8(Encoding.UTF8.GetBytes(textOf(name))));
            return new ChangeStep.AssignServer(name, ServerMatch.New,
            [
                new("address", Tenant), new("authentication", "OAuthService"), new("clientId", Guid.NewGuid().ToString()), new("secret", texts[^1]),
            ]);
        }).ToList();
        Session.Settings.Apply(new SettingsChange("servers", steps), Host);
        texts.ForEach(text => text.Dispose());
    }

    public void AssertThreeOpen() => Assert.All(Three, purpose => Assert.Equal(purpose, Read(purpose)));

    /// <summary>
    /// Asserts that every secret of <see cref="StoreMany"/>, where each text is its server's name, can be decrypted with that
    /// certificate.
    /// </summary>
    public void AssertManyOpen(int count, string thumbprint)
    {
        var state = Store.Read(StoreParts.All);
        Assert.Equal(count, state.Secrets.Count);
        Assert.All(state.Secrets.Values, secret => Assert.Equal(thumbprint, secret.Thumbprint));
        using var certificate = Certificates.Finder.Find(state.KnownCertificates.Single(known => known.Thumbprint == thumbprint))!;
        foreach (var server in state.IncomingServers)
        {
            var purpose = SecretPurpose.IncomingSecret(server.Name).BoundTo(server.Address!, server.ClientId!.Value);
            using var text = SecretProtector.Unprotect(certificate, purpose, state.Secrets[SecretKey.Incoming(server.Id)].ProtectedText);
            Assert.Equal(server.Name, text.Reveal());
        }
    }

    public StoredSecret Stored(SecretKey key) => Store.Read(StoreParts.Secrets).Secrets[key];

    /// <summary>Writes a secret past every check, as anyone who can write to the store's file could.</summary>
    public void Overwrite(StoredSecret secret)
    {
        var revision = Store.Read(StoreParts.None).Revision;
        Store.Commit(new StoreCommit(revision, [new StoreWrite.PutSecret(secret)], new ChangeRecord(0, Clock.Now, "someone", "test", [])));
    }

    /// <summary>Alters one character of the protected text of a stored secret.</summary>
    public void Alter(SecretKey key)
    {
        var secret = Stored(key);
        var text = secret.ProtectedText.ToCharArray();
        // In the encrypted content, which is at the end of the structure.
        var place = secret.ProtectedText.LastIndexOf("\n-----END", StringComparison.Ordinal) - 30;
        text[place] = text[place] == 'A' ? 'B' : 'A';
        Overwrite(secret with { ProtectedText = new string(text) });
    }

    public ChangeResult Import(string file) => Session.Documents.Import(new DocumentImport(file), Host);

    public void Dispose()
    {
        foreach (var session in _opened) session.Dispose();
        Store.Dispose();
        Certificates.Dispose();
        Files.Dispose();
    }
}
