using System.Globalization;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage.Sqlite;
using EmailSettings.Core.TestHost;

// Works on a store as a process of its own, for the tests that need several processes, a killed one, or another account.
// Each acknowledged change is one line "ok REVISION VALUE", each refused one "refused ID". "begun" says that the work
// begins, "committing" that a re-encryption was worked out and comes to its write.
const string Usage = """
    read FILE                               write FILE COUNT SEED            write-until-killed FILE SEED
    reprotect-until-killed FILE PFX PFX     reprotect-when-told FILE         examine-and-wait FILE [PURPOSE]
    """;
switch (args)
{
    case ["read", var file]:
        return Run(file, session => Console.WriteLine($"ok {session.Settings.ReadAll().Revision}"));
    case ["write", var file, var count, var seed]:
        return Run(file, session => Write(session, Number(seed), Number(count)));
    case ["write-until-killed", var file, var seed]:
        return RunUntilKilled(file, session => Write(session, Number(seed), int.MaxValue));
    case ["reprotect-until-killed", var file, var one, var other]:
        return RunUntilKilled(file, session => Reprotect(session, [one, other]));
    case ["reprotect-when-told", var file]:
        return Run(file, ReprotectWhenTold);
    case ["examine-and-wait", var file, .. var kept]:
        return Run(file, session => ExamineAndWait(session, kept));
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Run(string file, Action<EmailSettingsSession> work)
{
    using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
    Console.SetOut(output);
    try
    {
        using var session = EmailSettingsSession.Open("test", new SqliteStoreFactory(), file);
        work(session);
        return 0;
    }
    catch (EmailSettingsException e)
    {
        Console.WriteLine($"refused {e.Code.Id}");
        return 1;
    }
}

// What starts this process is to kill it at its work, not on its way there.
static int RunUntilKilled(string file, Action<EmailSettingsSession> work) => Run(file, session =>
{
    Console.WriteLine("begun");
    work(session);
});

// Every value is written once only, so that history and state tell which change did what. Several fields a change, so
// that half a change would show.
static void Write(EmailSettingsSession session, int seed, int count)
{
    for (var i = 0; i < count; i++)
    {
        var size = (((seed * 7919) + i) % 100_000) + 1;
        var mark = string.Create(CultureInfo.InvariantCulture, $"{seed}.{i}");
        Assignment[] texts = [new("tooLarge", mark), new("noBody", mark)];
        var change = new SettingsChange("test", [
            new ChangeStep.Assign(SettingBlocks.ErrorTexts, texts),
            new ChangeStep.Assign(SettingBlocks.Basic, [new("maxIncomingSizeKB", size)]),
        ]);
        try
        {
            var result = session.Settings.Apply(change, SilentHost.Instance);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ok {result.Revision} {mark}"));
        }
        catch (EmailSettingsException e) when (e.Code == StoreErrors.ChangedMeanwhile)
        {
            Console.WriteLine($"refused {e.Code.Id}");
        }
    }
}

// To and fro between two certificates; each line tells to which one everything was re-encrypted.
static void Reprotect(EmailSettingsSession session, string[] certificates)
{
    for (var round = 0; ; round++)
    {
        session.Certificates.ChooseFile(certificates[round % 2], null, null, SilentHost.Instance);
        Acknowledge(session.Secrets.Reprotect(false, new SilentHost { Asked = () => Console.WriteLine("committing") }));
    }
}

// Two of these meet at the write: each has worked everything out before either is told to go on.
static void ReprotectWhenTold(EmailSettingsSession session) => Acknowledge(session.Secrets.Reprotect(false, new SilentHost
{
    Asked = () =>
    {
        Console.WriteLine("committing");
        Console.ReadLine();
    },
}));

// For a look into the memory of this process; the secret named, if any, is left open in it.
static void ExamineAndWait(EmailSettingsSession session, string[] kept)
{
    using var secrets = session.Secrets.Open();
    var open = kept.Select(purpose => secrets.UnprotectStored(SecretPurpose.Parse(purpose), SilentHost.Instance)).ToList();
    var report = session.Certificates.Test();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ok {report.Secrets.Count(secret => secret.Decrypts)}"));
    Console.ReadLine();
    open.ForEach(text => text.Dispose());
}

static void Acknowledge(ReprotectResult result) =>
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ok {result.Revision} {result.Thumbprint}"));
