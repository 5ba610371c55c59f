using EmailSettings.Benchmarks.Cli;
using LoopbackServers;

namespace EmailSettings.Benchmarks.Mail;

/// <summary>Server tests on the command line, against servers on loopback.</summary>
internal static class MailPart
{
    public static void Run(Yardstick yardstick)
    {
        using var servers = new ServerProcess();
        using var programs = PublishedPrograms.Native() ?? PublishedPrograms.ReadyToRun();
        OutgoingRows.Run(yardstick, servers, programs);
        using (var compiled = PublishedPrograms.ReadyToRun()) OutgoingRows.RunAgainstLogin(yardstick, servers, compiled, Target.TimeAtMost(1.5));
        using (var portable = PublishedPrograms.Portable()) OutgoingRows.RunAgainstLogin(yardstick, servers, portable, Target.None);
        ManyServersRows.Run(yardstick, servers, programs);
    }
}
