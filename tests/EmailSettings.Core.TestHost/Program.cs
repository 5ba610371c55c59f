using System.Globalization;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage.Sqlite;
using EmailSettings.Core.TestHost;

// Works on a store in a separate process, for tests that need several processes, a killed one, or another account. Each
// acknowledged change is a line "ok REVISION VALUE", each refused one "refused ID". "begun" means that the work starts,
// "committing" that a re-encryption is about to be written.
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

// The process is to be killed at its work, not before it.
static int RunUntilKilled(string file, Action<EmailSettingsSession> work) => Run(file, session =>
{
    Console.WriteLine("begun");
    work(session);
});

// Every value is written only once, so that history and state show which change did what. Each change has several fields, so that
// half a change would be visible.
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

// Back and forth between two certificates; each line names the one that everything was re-encrypted to.
static void Reprotect(EmailSettingsSession session, string[] certificates)
{
    for (var round = 0; ; round++)
    {
        session.Certificates.ChooseFile(certificates[round % 2], null, null, SilentHost.Instance);
        Acknowledge(session.Secrets.Reprotect(false, new SilentHost { Asked = () => Console.WriteLine("committing") }));
    }
}

// Two of these collide at the write: each has finished its preparation before either is told to go on.
static void ReprotectWhenTold(EmailSettingsSession session) => Acknowledge(session.Secrets.Reprotect(false, new SilentHost
{
    Asked = () =>
    {
        Console.WriteLine("committing");
        Console.ReadLine();
    },
}));

// For inspecting the memory of this process; the secret named, if any, stays decrypted in it.
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
