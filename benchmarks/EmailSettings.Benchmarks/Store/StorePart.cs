using System.Globalization;
using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Storage.Sqlite;

namespace EmailSettings.Benchmarks.Store;

/// <summary>The embedded store against bare Microsoft.Data.Sqlite on the same file, at the same durability.</summary>
internal static class StorePart
{
    private const int Servers = 10_000;

    public static void Run(Yardstick yardstick) => TemporaryFolder.With(folder =>
    {
        Read(yardstick, Path.Combine(folder, "many.db"));
        Change(yardstick, Path.Combine(folder, "few.db"), Path.Combine(folder, "bare.db"));
        ChangeWithRights(yardstick, Path.Combine(folder, "rights-off.db"), Path.Combine(folder, "rights-on.db"));
    });

    private static void Read(Yardstick yardstick, string file)
    {
        using var store = new SqliteSettingsStore(file);
        store.Commit(new StoreCommit(0, [.. Enumerable.Range(0, Servers).Select(NewServer)], Record()));
        using var session = Session(store);
        using var bare = BareStore.Open(file);

        yardstick.Compare($"read all settings, {Servers} incoming servers", () => bare.SelectEverything(), () => session.Settings.ReadAll(),
            Target.TimeAtMost(2), operations: 3);
    }

    private static void Change(Yardstick yardstick, string file, string bareFile)
    {
        using var store = new SqliteSettingsStore(file);
        store.Commit(new StoreCommit(0, [new StoreWrite.PutBasic(new BasicSettings { MaxIncomingSizeKB = 1 })], Record()));
        store.Backup.Write(bareFile);
        using var session = Session(store);
        using var bare = BareStore.Open(bareFile);
        var size = 1;

        yardstick.Compare("one durable change", () => bare.Change(NextSize(ref size)), () => Apply(session, NextSize(ref size)),
            Target.TimeAtMost(1.3), operations: 400);
    }

    // Twenty grants and two locks: each is read and checked with every change.
    private static void ChangeWithRights(Yardstick yardstick, string fileWithout, string fileWith)
    {
        using var without = Guarded(fileWithout, isEnabled: false);
        using var with = Guarded(fileWith, isEnabled: true);
        var size = 1;

        yardstick.Compare("one durable change with rights on, against the same with rights off", () => Apply(without, NextSize(ref size)), () => Apply(with, NextSize(ref size)),
            Target.TimeAtMost(1.1), operations: 400);
    }

    private static EmailSettingsSession Guarded(string file, bool isEnabled)
    {
        var store = new SqliteSettingsStore(file);
        var grants = Enumerable.Range(0, 20).Select(i => (StoreWrite)new StoreWrite.PutGrant(
            new RightGrant(string.Create(CultureInfo.InvariantCulture, $"S-1-5-21-{i}"), Right.IncomingManage.Name, "somebody", DateTimeOffset.UtcNow)));
        var own = new StoreWrite.PutGrant(new RightGrant(Actor.Current("bench").Id, Right.EmailServiceModify.Name, "bench", DateTimeOffset.UtcNow));
        store.Commit(new StoreCommit(0, isEnabled ? [new StoreWrite.PutAccess(true), own, .. grants, Lock("Incoming"), Lock("Outgoing")] : [], Record()));
        return Session(store);
    }

    private static StoreWrite.PutLock Lock(string block) => new(new BlockLock(block, DateTimeOffset.UtcNow));

    private static int NextSize(ref int size) => size = (size % 100_000) + 1;

    private static void Apply(EmailSettingsSession session, int size) => session.Settings.Apply(
        new SettingsChange("basic settings", [new ChangeStep.Assign(SettingBlocks.Basic, [new Assignment("maxIncomingSizeKB", size)])]), SilentHost.Instance);

    private static EmailSettingsSession Session(SqliteSettingsStore store) => new(store, Actor.Current("bench"), new CertificateStores(), TimeProvider.System);

    private static StoreWrite.PutServer NewServer(int index) => new(new IncomingMailServer
    {
        Id = Guid.CreateVersion7(),
        Name = string.Create(CultureInfo.InvariantCulture, $"Incoming server {index}"),
        Address = new Uri($"https://login.microsoftonline.com/{new Guid(index / 100, 0, 0, new byte[8]):D}"),
        Authentication = index % 2 == 0 ? IncomingAuthentication.OAuthUser : IncomingAuthentication.OAuthService,
        ClientId = Guid.NewGuid(),
        SecretExpires = index % 2 == 0 ? null : new DateOnly(2027, 9, 30),
    });

    private static ChangeRecord Record() => new(0, DateTimeOffset.UtcNow, "bench", "bench", []);
}
