using System.Text;
using EmailSettings.Messages.Reading;

namespace EmailSettings.Messages.Tests;

public sealed class FileKindTests
{
    [Theory]
    [InlineData("", MessageFileKind.Empty)]
    [InlineData("From: a@example.org\r\n\r\nx", MessageFileKind.Message)]
    [InlineData("\r\n\r\nSubject: late\r\n\r\nx", MessageFileKind.Message)]
    [InlineData("X-Anything : y\n\nx", MessageFileKind.Message)]
    [InlineData("saved by a program\r\nFrom: a@example.org\r\n\r\nx", MessageFileKind.Message)]
    [InlineData("From a@example.org Fri Nov 27 10:00:00 2026\nSubject: s\n\nx", MessageFileKind.Mailbox)]
    [InlineData("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1rest", MessageFileKind.OutlookItem)]
    [InlineData("MZ\u0090\0\u0003", MessageFileKind.Other)]
    [InlineData("just some words on a line\nand another\n", MessageFileKind.Other)]
    [InlineData("{\"json\": true}", MessageFileKind.Other)]
    public void A_file_is_recognized_by_its_first_bytes(string start, MessageFileKind expected)
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(start));
        Assert.Equal(expected, MessageFile.Recognize(stream));
        Assert.Equal(0, stream.Position);
    }

    [Fact]
    public void Every_mail_of_the_corpus_is_a_message() => Assert.All(CorpusCase.All, mail =>
    {
        using var stream = File.OpenRead(mail.PathOf);
        Assert.Equal(MessageFileKind.Message, MessageFile.Recognize(stream));
    });

    [Fact]
    public void A_mailbox_gives_its_messages_one_by_one()
    {
        const string From = "From a@example.org Fri Nov 27 10:00:00 2026\n";
        const string First = "From: a@example.org\nSubject: one\n\n>From the start\nbody\n";
        const string Second = "From: a@example.org\nSubject: two\nContent-Type: multipart/mixed boundary=b\n\n--b\n\ntext\n--b\nContent-Type: a/b; name=x\n\nyz\n--b--\n";
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes($"{From}{First}\n{From}{Second}\n"));
        var messages = MessageReader.ReadMailbox(stream, new MessageReadOptions(), CancellationToken.None).ToList();
        Assert.Equal(["one", "two"], messages.Select(message => message.Header.Subject));
        Assert.Equal(["x"], messages[1].Attachments.Select(part => part.Name));
        Assert.All(messages, message => Assert.True(message.BodyFound));
        Assert.InRange(messages[0].SizeBytes, First.Length, First.Length + 1);
    }
}
