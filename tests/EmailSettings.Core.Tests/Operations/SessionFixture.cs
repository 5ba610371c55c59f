using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Storage.Sqlite;
using EmailSettings.Core.Tests.Secrets;

namespace EmailSettings.Core.Tests.Operations;

/// <summary>A session with a store in a temporary folder and separate certificate stores.</summary>
internal sealed class SessionFixture : IDisposable
{
    public const string Tenant = "https://login.microsoftonline.com/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718";
    public const string OtherTenant = "https://login.microsoftonline.com/9f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718";
    public const string Client = "1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809";
    public const string OtherClient = "2b2c3d4e-5f60-4718-92a3-b4c5d6e7f809";

    private readonly IStoreFactory _stores;

    public SessionFixture()
        : this(new SqliteStoreFactory())
    {
    }

    /// <summary>A fixture for the stores of any engine.</summary>
    public SessionFixture(IStoreFactory stores)
    {
        _stores = stores;
        File = Folder.File("settings.db");
        Session = Open();
    }

    public TestFolder Folder { get; } = new();

    public TestStore Certificates { get; } = new();

    public string File { get; }

    public EmailSettingsSession Session { get; }

    /// <summary>Opens another session on the same store, as another process would.</summary>
    public EmailSettingsSession Open() =>
        new(OpenStore(), new Actor(@"HOST\tester", "test"), Certificates.Stores, TimeProvider.System);

    /// <summary>Opens the store itself once more.</summary>
    public ISettingsStore OpenStore() => _stores.Open(File);

    /// <summary>Chooses a certificate created for the test.</summary>
    public string UseCertificate(int toDays = 365, bool otherKey = false)
    {
        var certificate = TestCertificates.Make($"CN=fixture {Guid.NewGuid():N}", otherKey ? TestCertificates.OtherKey : null, fromDays: -400, toDays: toDays);
        Certificates.Add(certificate);
        Session.Certificates.Choose(certificate.Thumbprint, new RecordingHost());
        return certificate.Thumbprint;
    }

    public ChangeResult Apply(params IReadOnlyList<ChangeStep> steps) => Session.Settings.Apply(new SettingsChange("test", steps), new RecordingHost());

    /// <summary>Gets the ids of all faults of a refused change, in order, and asserts that nothing was written.</summary>
    public IReadOnlyList<Finding> Refused(params IReadOnlyList<ChangeStep> steps)
    {
        var before = Session.Store.Describe().Revision;
        var refused = Assert.Throws<EmailSettingsException>(() => Apply(steps));
        Assert.Equal(before, Session.Store.Describe().Revision);
        return refused.Faults;
    }

    /// <summary>Gets the only fault of a refused change.</summary>
    public Finding RefusedFor(FindingCode code, params IReadOnlyList<ChangeStep> steps)
    {
        var fault = Assert.Single(Refused(steps));
        Assert.Equal(code.Id, fault.Id);
        return fault;
    }

    public static ChangeStep Basic(params IReadOnlyList<(string Field, object? Value)> fields) => Assign(SettingBlocks.Basic, fields);

    public static ChangeStep Attachments(params IReadOnlyList<(string Field, object? Value)> fields) => Assign(SettingBlocks.Attachments, fields);

    public static ChangeStep Texts(params IReadOnlyList<(string Field, object? Value)> fields) => Assign(SettingBlocks.ErrorTexts, fields);

    public static ChangeStep Outgoing(params IReadOnlyList<(string Field, object? Value)> fields) => Assign(SettingBlocks.Outgoing, fields);

    public static ChangeStep Server(string name, ServerMatch match, params IReadOnlyList<(string Field, object? Value)> fields) =>
        new ChangeStep.AssignServer(name, match, [.. fields.Select(field => new Assignment(field.Field, field.Value))]);

    public static ChangeStep NewServer(string name, string authentication = "OAuthUser") =>
        Server(name, ServerMatch.New, ("address", Tenant), ("authentication", authentication), ("clientId", Client));

    public static SecretText Secret(string text = "correct horse") => SecretText.FromChars(text);

    /// <summary>A host that declines.</summary>
    public static RecordingHost Refusing => new() { Answer = () => false };

    /// <summary>A host that confirms after something was done, as by another process between read and write.</summary>
    public static RecordingHost While(Action meanwhile) => new()
    {
        Answer = () =>
        {
            meanwhile();
            return true;
        },
    };

    public void Dispose()
    {
        Session.Dispose();
        Folder.Dispose();
        Certificates.Dispose();
    }

    private static ChangeStep.Assign Assign(SettingBlock block, IReadOnlyList<(string Field, object? Value)> fields) =>
        new(block, [.. fields.Select(field => new Assignment(field.Field, field.Value))]);
}
