using System.Globalization;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Errors;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.TestHost;

// Works on a store as a process of its own, for the tests that need several processes, a killed one, or another account.
// Arguments: read FILE | write FILE COUNT SEED | write-until-killed FILE SEED | reprotect-until-killed FILE PFX PFX
// Each acknowledged change is one line "ok REVISION VALUE", each refused one "refused ID".
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
    default:
        Console.Error.WriteLine("read FILE | write FILE COUNT SEED | write-until-killed FILE SEED | reprotect-until-killed FILE PFX PFX");
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Run(string file, Action<EmailSettingsSession> work)
{
    using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
    Console.SetOut(output);
    try
    {
        using var session = EmailSettingsSession.Open("test", file);
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
        var result = session.Secrets.Reprotect(false, SilentHost.Instance);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ok {result.Revision} {result.Thumbprint}"));
    }
}
