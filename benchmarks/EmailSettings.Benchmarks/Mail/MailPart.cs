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
        using (var portable = PublishedPrograms.Portable()) OutgoingRows.RunPortable(yardstick, servers, portable);
        ManyServersRows.Run(yardstick, servers, programs);
    }
}
