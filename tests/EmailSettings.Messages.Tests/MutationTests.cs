using System.Diagnostics;
using System.Text;
using EmailSettings.Messages.Headers;
using EmailSettings.Messages.Naming;
using EmailSettings.Messages.Reading;

namespace EmailSettings.Messages.Tests;

public sealed class MutationTests
{
    private const int Seed = 2026_11_27;
    private const long MaxAllocatedBytes = 48 * 1024 * 1024;

    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(20);
    private static readonly MessageReadOptions Everything = new() { Digests = true, BodyChars = 1_000, Profiles = true };

    // Typical stumbling blocks for parsers.
    private static readonly byte[][] Fragments =
    [
        "\r\n"u8.ToArray(), "\n"u8.ToArray(), "\r"u8.ToArray(), "\r\n\r\n"u8.ToArray(), [0], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], "="u8.ToArray(), "=\r\n"u8.ToArray(), "=ZZ"u8.ToArray(),
        "--"u8.ToArray(), "\r\n--\r\n"u8.ToArray(), "\r\n----\r\n"u8.ToArray(), "\""u8.ToArray(), ";"u8.ToArray(), ":"u8.ToArray(), "("u8.ToArray(), "<"u8.ToArray(),
        "*0*="u8.ToArray(), "*=''%"u8.ToArray(), "=?utf-8?B?"u8.ToArray(), "?="u8.ToArray(), "=?x?q?=FF?="u8.ToArray(), "\nFrom x\n"u8.ToArray(),
    ];

    private static readonly string[] Headers =
    [
        "Content-Type: multipart/mixed; boundary=\"\"", "Content-Type: multipart/mixed", "Content-Type: text", "Content-Type: /", "Content-Type: message/rfc822",
        "Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: x-uuencode", "Content-Transfer-Encoding: quoted-printable", "Content-Disposition: attachment; filename*=utf-7''+ADw-",
        "Content-Type: text/plain; charset=utf-16", "Content-Type: text/plain; charset=utf-7", "To: a:b:c:d;;;<<<>>>", "Received: ;;;;", "Authentication-Results: ;=;=;",
    ];

    [Theory]
    [InlineData(1_000)]
    [InlineData(20_000, Traits = ["Length", "Long"])]
    public void No_mutated_message_breaks_the_reader(int count)
    {
        byte[][] mails = [.. CorpusCase.All.Select(mail => File.ReadAllBytes(mail.PathOf))];
        Parallel.For(0, count, number =>
        {
            var bytes = Mutate(mails, new Random(Seed + number));
            var clock = Stopwatch.StartNew();
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                Read(bytes);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Mutation {number} throws.", e);
            }

            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < MaxAllocatedBytes, $"Mutation {number} allocates {allocated} bytes.");
            Assert.True(clock.Elapsed < MaxTime, $"Mutation {number} takes {clock.Elapsed}.");
        });
    }

    private static void Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        MessageFile.Recognize(stream);
        if (MessageReader.Read(stream, Everything, CancellationToken.None) is not { } reading)
            return;
        var names = new UniqueNames();
        foreach (var part in reading.Attachments)
            names.Take(SafeFileName.From(part.Name, part.MediaType));
        ReceivedTrace.Read(reading.Header.Received);
        AuthenticationTrace.Read(reading.Header.AuthenticationResults, null, "example.org");
        foreach (var _ in MessageReader.ReadMailbox(stream, Everything, CancellationToken.None))
            ;
    }

    private static byte[] Mutate(byte[][] mails, Random random)
    {
        var mail = mails[random.Next(mails.Length)].ToList();
        for (var changes = random.Next(1, 8); changes > 0; changes--)
        {
            var at = random.Next(mail.Count + 1);
            var length = Math.Min(random.Next(200), mail.Count - at);
            switch (random.Next(8))
            {
                case 0:
                    mail.RemoveRange(at, length);
                    break;
                case 1:
                    mail.InsertRange(at, mail.GetRange(at, length));
                    break;
                case 2 when mail.Count > 0:
                    mail[random.Next(mail.Count)] = (byte)random.Next(256);
                    break;
                case 3:
                    mail.InsertRange(at, Fragments[random.Next(Fragments.Length)]);
                    break;
                case 4:
                    mail.InsertRange(at, Encoding.ASCII.GetBytes($"\r\n{Headers[random.Next(Headers.Length)]}\r\n"));
                    break;
                case 5:
                    var other = mails[random.Next(mails.Length)];
                    var from = random.Next(other.Length);
                    mail.InsertRange(at, other.AsSpan(from, Math.Min(random.Next(2_000), other.Length - from)).ToArray());
                    break;
                case 6:
                    mail.RemoveRange(at, mail.Count - at);
                    break;
                default:
                    var piece = Enumerable.Repeat(mail.GetRange(at, Math.Min(length, 40)), random.Next(1, 300));
                    mail.InsertRange(at, piece.SelectMany(bytes => bytes));
                    break;
            }
        }

        return [.. mail];
    }
}
