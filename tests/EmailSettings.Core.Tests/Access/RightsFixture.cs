using EmailSettings.Core.Access;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Storage.Sqlite;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Access;

/// <summary>A fixture whose tester is administrator, with sessions of others on the same store.</summary>
internal sealed class RightsFixture : IDisposable
{
    private readonly List<EmailSettingsSession> _sessions = [];

    public static Actor Anna { get; } = new(@"CONTOSO\anna", "powershell") { Id = "S-1-5-21-1", Host = "WEB1", Groups = new(["S-1-5-21-100"]) };

    public SessionFixture SessionFixture { get; } = new();

    public EmailSettingsSession Admin => SessionFixture.Session;

    /// <summary>Grants rights without looking up accounts, and switches rights on.</summary>
    public void Enable(params IReadOnlyList<(string PrincipalId, Right Right)> grants)
    {
        if (Admin.Store.Describe().Revision == 0) SessionFixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 5)));
        Admin.Rights.Enable(new RecordingHost());
        Grant(grants);
    }

    /// <summary>Grants rights.</summary>
    public void Grant(params IReadOnlyList<(string PrincipalId, Right Right)> grants)
    {
        using var store = SessionFixture.OpenStore();
        Write(store, [.. grants.Select(grant => new StoreWrite.PutGrant(new RightGrant(grant.PrincipalId, grant.Right.Name, grant.PrincipalId, DateTimeOffset.UtcNow)))]);
    }

    public static void Write(ISettingsStore store, params IReadOnlyList<StoreWrite> writes) =>
        store.Commit(new StoreCommit(store.Read(StoreParts.None).Revision, writes, new ChangeRecord(0, DateTimeOffset.UtcNow, "someone", "test", [])));

    /// <summary>Opens another principal's session on the store.</summary>
    public EmailSettingsSession Open(Actor actor, string? file = null)
    {
        var session = new EmailSettingsSession(new SqliteSettingsStore(file ?? SessionFixture.File), actor, SessionFixture.Certificates.Stores, TimeProvider.System);
        _sessions.Add(session);
        return session;
    }

    public void Dispose()
    {
        foreach (var session in _sessions) session.Dispose();
        SessionFixture.Dispose();
    }
}
