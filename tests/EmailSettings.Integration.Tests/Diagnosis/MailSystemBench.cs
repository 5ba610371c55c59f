using System.Text;
using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage.Sqlite;
using EmailSettings.Integration.Tests.Certificates;
using EmailSettings.Integration.Tests.Servers;

namespace EmailSettings.Integration.Tests.Diagnosis;

/// <summary>
/// A store for one test with its own password certificate, and server tests that use it. The mail system's CA is trusted, as on a
/// machine where an administrator has installed it.
/// </summary>
internal sealed class MailSystemBench : IDisposable, IOperationHost
{
    private readonly TemporaryFolder _folder = new("es-tests-");
    private readonly SqliteSettingsStore _store;
    private readonly string _certificates = $"emailsettings-test-{Guid.NewGuid():N}";
    private readonly List<SecretText> _secrets = [];

    public MailSystemBench(MailSystemFixture system, TimeProvider? clock = null)
        : this(system.Authority, system.Tokens.Root, clock)
    {
    }

    public MailSystemBench(TestCertificateAuthority authority, Uri? graphRoot = null, TimeProvider? clock = null)
    {
        _store = new SqliteSettingsStore(_folder["settings.db"]);
        var stores = new CertificateStores(_certificates);
        var tester = new Actor("TEST\\tester", "test");
        Session = new EmailSettingsSession(new SqliteSettingsStore(_folder["settings.db"]), tester, stores, TimeProvider.System);
        Session.Certificates.Create(new NewCertificateOptions(), this);
        Tests = new ServerTestOperations(_store, new AccessGuard(_store, tester, TimeProvider.System), new CertificateFinder(stores), new ServerTestServices
        {
            NormalTrust = authority.Roots,
            GraphRoot = graphRoot,
            Clock = clock ?? TimeProvider.System,
        });
    }

    public EmailSettingsSession Session { get; }

    public ServerTestOperations Tests { get; }

    public CancellationToken Cancellation => CancellationToken.None;

    public SecretText Secret(string text)
    {
        var secret = SecretText.FromUtf8(Encoding.UTF8.GetBytes(text));
        _secrets.Add(secret);
        return secret;
    }

    /// <summary>Saves the outgoing server and its secret, as an administrator would.</summary>
    public void SaveOutgoing(string purpose, string secret, params Assignment[] fields) => Session.Settings.Apply(
        new SettingsChange("outgoing server", [new ChangeStep.Assign(SettingBlocks.Outgoing, fields), new ChangeStep.SetSecret(SecretPurpose.Parse(purpose), Secret(secret))]), this);

    public bool Confirm(string target, string action) => true;

    public void Warn(Finding warning)
    {
    }

    public void Verbose(string text)
    {
    }

    public void Progress(string activity, int done, int total)
    {
    }

    public void Dispose()
    {
        foreach (var secret in _secrets) secret.Dispose();
        Session.Dispose();
        _store.Dispose();
        _folder.Dispose();
        var kept = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet", "corefx", "cryptography", "x509stores", _certificates);
        if (Directory.Exists(kept)) Directory.Delete(kept, recursive: true);
    }
}
