using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EmailSettings.Benchmarks.Cli;
using EmailSettings.Benchmarks.Mail;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Judging;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Storage.Sqlite;
using LoopbackServers;
using MimeKit;

namespace EmailSettings.Benchmarks.Messages;

/// <summary>Message tests: a folder of many messages against MimeKit, and the memory for a large one.</summary>
internal static class MessagesPart
{
    private const int Count = 10_000;
    private const int MessageBytes = 4 * 1024;
    private const int LargeBytes = 100 * 1000 * 1000;
    private const int MaxMegabytesOver = 40;

    // The platform's limits: 10 MB per attachment, 100 MB per mail, both in base64.
    private const int SentAttachments = 9;
    private const int SentAttachmentBytes = 7_000_000;

    public static void Run(Yardstick yardstick) => TemporaryFolder.With(folder =>
    {
        Folder(yardstick, folder);
        Memory(yardstick, folder);
    });

    private static void Folder(Yardstick yardstick, string root)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, "messages")).FullName;
        for (var i = 0; i < Count; i++) Write(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{i:00000}.eml")), MessageBytes);
        using var session = new EmailSettingsSession(
            new SqliteSettingsStore(Path.Combine(root, "settings.db")), Actor.Current("bench"), new CertificateStores(), TimeProvider.System);
        yardstick.Compare($"test {Count} messages of 4 KB in a folder, against parsing and decoding them with MimeKit on all processors",
            () => Parse(folder), () => Test(session, folder), Target.TimeAtMost(1.5), operations: 1, pairs: 9);
    }

    private static void Parse(string folder) => Parallel.ForEach(Directory.EnumerateFiles(folder), file =>
    {
        using var message = MimeMessage.Load(file);
        foreach (var part in message.BodyParts.OfType<MimePart>()) part.Content?.DecodeTo(Stream.Null);
    });

    private static void Test(EmailSettingsSession session, string folder)
    {
        var kept = 0;
        Task.Run(async () =>
        {
            await foreach (var message in session.Messages.TestAsync(new MessageTestRequest { Paths = [folder] }, _ => { }, (_, _) => { }))
                if (message.Outcome == MessageOutcome.Kept) kept++;
        }).GetAwaiter().GetResult();
        if (kept != Count) throw new InvalidOperationException($"{kept} of {Count} messages were kept.");
    }

    private static void Memory(Yardstick yardstick, string root)
    {
        var (small, large) = (Path.Combine(root, "small.eml"), Path.Combine(root, "large.eml"));
        Write(small, 1024);
        Write(large, LargeBytes);
        using var programs = PublishedPrograms.Native() ?? PublishedPrograms.ReadyToRun();
        MeasuredProcess.Run(programs.CommandLine, ["set", "basic", "maxIncomingSizeKB=100000"], programs.Store).Require();
        foreach (var direction in new[] { "incoming", "outgoing" })
        {
            long Peak(string file) => MeasuredProcess.Run(programs.CommandLine, ["test", "message", file, "--direction", direction, "--output", "json"], programs.Store, watch: true).PeakBytes;
            Limit(yardstick, $"test message, {direction}, 100 MB, {programs.Kind}, peak memory in MB; before it that of 1 KB", Peak(small), Peak(large));
        }
        using var servers = new ServerProcess();
        var attachment = Path.Combine(root, "attachment.bin");
        File.WriteAllBytes(attachment, RandomNumberGenerator.GetBytes(SentAttachmentBytes));
        Limit(yardstick, $"test outgoing --send, {SentAttachments} attachments of 7 MB, peak memory in MB; before it that of a message without",
            Send(servers, programs, []), Send(servers, programs, [.. Enumerable.Repeat(attachment, SentAttachments).SelectMany(file => new[] { "--attachment", file })]));
    }

    private static long Send(ServerProcess servers, PublishedPrograms programs, string[] attachments) => MeasuredProcess.Run(programs.CommandLine,
    [
        "test", "outgoing", "--send", "--host", "localhost", "--port", $"{servers.Port("smtp")}", "--tls", "starttls", "--ca", servers.RootPath,
        "--sender", "a@example.test", "--recipient", "b@example.test", .. attachments, "--output", "json",
    ], programs.Store, watch: true).Require().PeakBytes;

    private static void Limit(Yardstick yardstick, string name, long bare, long ours) =>
        yardstick.Limit(name, bare / 1048576.0, ours / 1048576.0, (bare / 1048576.0) + MaxMegabytesOver);

    // A text and an attachment with this total size.
    private static void Write(string file, int bytes)
    {
        using var writer = new StreamWriter(file, append: false, Encoding.ASCII) { NewLine = "\r\n" };
        writer.Write(
            $"From: a@example.test\r\nTo: b@example.test\r\nSubject: {Path.GetFileName(file)}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
            + "--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nGr=C3=BC=C3=9Fe\r\n"
            + "--b\r\nContent-Type: application/octet-stream; name=x.bin\r\nContent-Disposition: attachment; filename=x.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        var line = Convert.ToBase64String(RandomNumberGenerator.GetBytes(57));
        for (var written = 450; written < bytes; written += line.Length + 2) writer.WriteLine(line);
        writer.Write("--b--\r\n");
    }
}
