using System.Text;
using EmailSettings.Messages.Reading;

namespace EmailSettings.Messages.Tests;

/// <summary>What MimeKit by itself would lose: the text of a part, or some of its bytes.</summary>
public sealed class SecondLookTests
{
    private const string Head = "From: a@example.org\r\nTo: b@example.org\r\nSubject: s\r\nMIME-Version: 1.0\r\n";
    private const string TextAndFile = "--b\r\nContent-Type: text/plain\r\n\r\nBODY\r\n--b\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nQUJD\r\n--b--\r\n";

    [Theory]
    [InlineData("text")]
    [InlineData("TEXT; charset=utf-8")]
    [InlineData("text;")]
    [InlineData("text/")]
    [InlineData("text; charset=\"iso-8859-1\"")]
    [InlineData("text/plain charset=utf-8")]
    [InlineData("text/plain; charset=utf-8 MIME-Version: 1.0")]
    [InlineData("; text/plain")]
    [InlineData("text/plain;;; charset=us-ascii")]
    public void A_text_with_a_broken_content_type_is_a_body(string type)
    {
        var reading = Read($"{Head}Content-Type: {type}\r\n\r\nBODY\r\n");
        Assert.True(reading.BodyFound);
        Assert.Equal("text/plain", Assert.Single(reading.Bodies).MediaType);
        Assert.Empty(reading.Attachments);
    }

    [Fact]
    public void A_broken_content_type_within_a_multipart_is_a_body_too()
    {
        var reading = Read(Head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text\r\n\r\nBODY\r\n--b--\r\n");
        Assert.Contains("BODY", Assert.Single(reading.Bodies).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Type: text/plain; charset=utf-8 Content-Transfer-Encoding: base64")]
    [InlineData("Content-Type: text/html; charset=\"utf-8\"\tContent-Transfer-Encoding:base64")]
    [InlineData("Content-Type: text/plain Content-Disposition: inline Content-Transfer-Encoding: BASE64")]
    public void A_transfer_encoding_on_the_same_line_is_decoded(string header)
    {
        var reading = Read($"{Head}{header}\r\n\r\nQk9EWQ==\r\n");
        Assert.Equal("BODY", Assert.Single(reading.Bodies).Text);
    }

    [Theory]
    [InlineData("multipart/mixed boundary=b")]
    [InlineData("multipart/mixed boundary=\"b\"")]
    [InlineData("multipart; boundary=b")]
    [InlineData("multipart/mixed; boundary=b Content-Transfer-Encoding: 7bit")]
    [InlineData("multipart/mixed; boundary=\"b\" MIME-Version: 1.0")]
    [InlineData("multipart/mixed")]
    [InlineData("multipart/mixed; charset=utf-8")]
    public void A_multipart_with_a_broken_content_type_shows_its_parts(string type)
    {
        var reading = Read($"{Head}Content-Type: {type}\r\n\r\n{TextAndFile}");
        Assert.Equal("BODY", Assert.Single(reading.Bodies).Text);
        Assert.Equal(("a.pdf", 3L), (Assert.Single(reading.Attachments).Name, reading.Attachments[0].SizeBytes));
    }

    [Fact]
    public void Nested_multiparts_are_repaired_one_after_the_other()
    {
        var inner = $"Content-Type: multipart/mixed\r\n\r\n{TextAndFile}";
        var reading = Read($"{Head}Content-Type: multipart/mixed outer boundary=o\r\n\r\n--o\r\n{inner}\r\n--o--\r\n");
        Assert.Equal("BODY", Assert.Single(reading.Bodies).Text);
        Assert.True(reading.Repairs.HasFlag(MessageRepairs.ContentType));
        Assert.True(reading.Repairs.HasFlag(MessageRepairs.Boundary));
    }

    [Theory]
    [InlineData("QUJD")]
    [InlineData("QUJD\r\n")]
    [InlineData("QU\r\nJD")]
    [InlineData("QQ==QkM=")]
    [InlineData("QQ=QkM=")]
    [InlineData("QQ==\r\nQg==\r\nQw==")]
    [InlineData("QQ=\r\nQg=\r\nQw=")]
    [InlineData("QQ==\r\nQkM")]
    [InlineData("QUI=Qw")]
    [InlineData("QUI=\r\nQw=\r\n=\r\n")]
    public void Base64_of_several_pieces_gives_all_their_bytes(string encoded)
    {
        var reading = Read($"{Head}Content-Type: application/octet-stream; name=x\r\nContent-Transfer-Encoding: base64\r\n\r\n{encoded}");
        Assert.Equal("b5d4045c3f466fa91fe2cc6abe79232a1a57cdf104f7a26e716e0a1e2789df78", Assert.Single(reading.Attachments).Sha256);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4095)]
    [InlineData(70_001)]
    public void Pieces_of_base64_of_any_length_give_all_their_bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        var piece = Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks);
        var reading = Read($"{Head}Content-Type: application/octet-stream; name=x\r\nContent-Transfer-Encoding: base64\r\n\r\n{piece}\r\n{piece.TrimEnd('=')}");
        Assert.Equal(2 * length, Assert.Single(reading.Attachments).SizeBytes);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([.. bytes, .. bytes])), reading.Attachments[0].Sha256);
    }

    [Fact]
    public void Lines_that_end_in_CR_alone_are_lines()
    {
        var reading = Read($"{Head}Content-Type: multipart/mixed; boundary=b\r\n\r\n{TextAndFile}".Replace("\r\n", "\r", StringComparison.Ordinal));
        Assert.Equal("BODY", Assert.Single(reading.Bodies).Text);
        Assert.Equal(3, Assert.Single(reading.Attachments).SizeBytes);
        Assert.Equal(MessageRepairs.LineEnds, reading.Repairs);
    }

    [Fact]
    public void A_valid_message_needs_no_repair() =>
        Assert.Equal(MessageRepairs.None, Read($"{Head}Content-Type: multipart/mixed; boundary=b\r\n\r\n{TextAndFile}").Repairs);

    private static MessageReading Read(string message)
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(message));
        return MessageReader.Read(stream, new MessageReadOptions { Digests = true, BodyChars = 1_000 }, CancellationToken.None)!;
    }
}
