using System.Text;
using EmailSettings.Messages.Reading;

namespace EmailSettings.Messages.Tests;

/// <summary>The cost of reading a message does not grow with its content.</summary>
public sealed class BoundTests
{
    private const long Large = 16L * 1024 * 1024;
    private const long MaxAllocatedBytes = 24 * 1024 * 1024;

    [Theory]
    [InlineData("From: a@example.org\r\nSubject: ", "x")]
    [InlineData("From: a@example.org\r\nSubject: s", "\r\n x")]
    [InlineData("From: a@example.org\r\n", "X: y\r\n")]
    [InlineData("From: a@example.org\r\n", "To: b@example.org, c@example.org\r\n")]
    [InlineData("From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n", "--b\r\n\r\n")]
    [InlineData("From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n", "preamble ")]
    [InlineData("From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n", "--b\r\nContent-Type: message/rfc822\r\n\r\n")]
    [InlineData("From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n")]
    [InlineData("From: a@example.org\r\n\r\n", "x")]
    [InlineData("From: a@example.org\r\n\r\n", "word \r\n")]
    [InlineData("From: a@example.org\r\nContent-Type: a/b\r\nContent-Transfer-Encoding: base64\r\n\r\n", "QUJD")]
    [InlineData("From: a@example.org\r\nContent-Type: a/b\r\nContent-Transfer-Encoding: base64\r\n\r\n", "=")]
    public void Reading_16_MB_of_anything_takes_little_memory(string start, string repeated)
    {
        using var stream = new RepeatingStream(Encoding.ASCII.GetBytes(start), Encoding.ASCII.GetBytes(repeated), Large);
        stream.WatchHeap();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = MessageReader.Read(stream, new MessageReadOptions(), CancellationToken.None);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.NotNull(reading);
        Assert.Equal(Large, reading.SizeBytes);
        // Fields and parts are garbage as soon as they are read; what counts is the memory held at one time.
        Assert.True(allocated < MaxAllocatedBytes || stream.MaxHeld < MaxAllocatedBytes, $"{allocated} bytes allocated, {stream.MaxHeld} held");
    }

    [Fact]
    public void A_header_field_without_end_ends_the_reading()
    {
        using var stream = new RepeatingStream("From: a@example.org\r\nSubject: "u8.ToArray(), "x"u8.ToArray(), Large);
        var reading = MessageReader.Read(stream, new MessageReadOptions(), CancellationToken.None)!;
        Assert.True(reading.Repairs.HasFlag(MessageRepairs.EndlessHeader));
        Assert.True(stream.BytesRead < 4 * HeaderGuard.MaxBytes);
    }

    [Fact]
    public void Only_the_header_of_a_message_that_is_too_large_is_read()
    {
        using var stream = new RepeatingStream("From: a@example.org\r\nTo: b@example.org\r\nSubject: s\r\n\r\n"u8.ToArray(), "x"u8.ToArray(), 2L * 1024 * 1024 * 1024);
        var reading = MessageReader.Read(stream, new MessageReadOptions(), CancellationToken.None)!;
        Assert.False(reading.IsWhole);
        Assert.Equal(("s", 1), (reading.Header.Subject, reading.Header.Recipients));
        Assert.True(stream.BytesRead < 1024 * 1024);
    }

    [Fact]
    public void Parts_beyond_the_limit_are_counted()
    {
        using var stream = new RepeatingStream(
            "From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"u8.ToArray(), "--b\r\nContent-Type: a/b\r\n\r\nx\r\n"u8.ToArray(), 1024 * 1024);
        var reading = MessageReader.Read(stream, new MessageReadOptions(), CancellationToken.None)!;
        Assert.Equal(PartCollector.MaxParts, reading.Attachments.Count);
        Assert.True(reading.OmittedParts > 1_000);
    }

    [Fact]
    public void Reading_stops_when_it_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        using var stream = new RepeatingStream("From: a@example.org\r\n\r\n"u8.ToArray(), "word \r\n"u8.ToArray(), Large);
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => MessageReader.Read(stream, new MessageReadOptions(), stop.Token));
    }
}
