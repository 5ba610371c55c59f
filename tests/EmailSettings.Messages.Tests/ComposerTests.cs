using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EmailSettings.Messages.Composing;
using EmailSettings.Messages.Reading;
using EmailSettings.Testing;

namespace EmailSettings.Messages.Tests;

public sealed class ComposerTests
{
    // A parser other than MimeKit: headers, text and the bytes of each attachment.
    private const string PythonReader = """
        import sys, json, hashlib, email, email.policy
        message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
        parts = [part for part in message.walk() if not part.is_multipart()]
        print(json.dumps({
            "subject": str(message["subject"]), "to": str(message["to"]), "cc": str(message["cc"]), "id": str(message["message-id"]),
            "text": parts[0].get_content(), "textEncoding": parts[0]["content-transfer-encoding"], "charset": parts[0].get_content_charset(),
            "attachments": [[part.get_filename(), part["content-transfer-encoding"], hashlib.sha256(part.get_payload(decode=True)).hexdigest()] for part in parts[1:]]}))
        """;

    // A second, independent one in C.
    private const string GMimeReader = """
        import sys, json, hashlib, gi
        gi.require_version("GMime", "3.0")
        from gi.repository import GMime
        GMime.init()
        message = GMime.Parser.new_with_stream(GMime.StreamMem.new_with_buffer(sys.stdin.buffer.read())).construct_message(None)
        parts = []
        message.foreach(lambda parent, part, data: parts.append(part) if isinstance(part, GMime.Part) else None, None)
        def addresses(kind): return message.get_addresses(kind).to_string(None, False)
        def encoding(part): return GMime.content_encoding_to_string(part.get_content_encoding())
        def content(part):
            out = GMime.StreamMem.new()
            part.get_content().write_to_stream(out)
            return bytes(out.get_byte_array())
        print(json.dumps({
            "subject": message.get_subject(), "to": addresses(GMime.AddressType.TO), "cc": addresses(GMime.AddressType.CC), "id": "<" + message.get_message_id() + ">",
            "text": parts[0].get_text(), "textEncoding": encoding(parts[0]), "charset": parts[0].get_charset(),
            "attachments": [[part.get_filename(), encoding(part), hashlib.sha256(content(part)).hexdigest()] for part in parts[1:]]}))
        """;

    private static readonly byte[] Sound = [.. Enumerable.Range(0, 5_000).Select(i => (byte)(i * 31))];
    private static readonly byte[] Notes = Encoding.ASCII.GetBytes("first line\r\n.\r\n..\r\nFrom the start\r\n" + new string('x', 500) + "\r\n");

    public static TheoryData<string, string, PartEncoding> Texts => new()
    {
        { "utf-8", "Grüße, 世界 🌍.\nSecond line.\n", PartEncoding.EightBit },
        { "utf-8", "Grüße, 世界 🌍.\nSecond line.\n", PartEncoding.QuotedPrintable },
        { "utf-8", "Grüße, 世界 🌍.\nSecond line.\n", PartEncoding.Base64 },
        { "iso-8859-1", "Grüße aus Köln.\n", PartEncoding.QuotedPrintable },
        { "windows-1252", "Price: 5 €\n", PartEncoding.Base64 },
        { "iso-2022-jp", "こんにちは世界\n", PartEncoding.SevenBit },
        { "us-ascii", "plain\n.\n..dots\nFrom here\n", PartEncoding.SevenBit },
        { "koi8-r", "Привет\n", PartEncoding.EightBit },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public Task Another_parser_reads_what_was_composed(string charset, string text, PartEncoding encoding) =>
        MustReadAsync(Programs.Python, PythonReader, charset, text, encoding);

    [Theory]
    [MemberData(nameof(Texts))]
    public Task GMime_reads_what_was_composed(string charset, string text, PartEncoding encoding) =>
        MustReadAsync(Programs.GMime, GMimeReader, charset, text, encoding);

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_composed_message_round_trips(string charset, string text, PartEncoding encoding)
    {
        using var composed = Compose(charset, text, encoding);
        using var stream = new MemoryStream();
        composed.WriteTo(stream, CancellationToken.None);
        var reading = MessageReader.Read(stream, new MessageReadOptions { Digests = true, BodyChars = 10_000 }, CancellationToken.None)!;
        Assert.Equal(text, Assert.Single(reading.Bodies).Text!.ReplaceLineEndings("\n"));
        Assert.Equal(CharsetFit.Fits, reading.Bodies[0].CharsetFit);
        Assert.Equal(Expected, reading.Attachments.Select(part => (part.Name, part.TransferEncoding, part.Sha256)));
        Assert.Equal((composed.MessageId, 3), (reading.Header.MessageId, reading.Header.Recipients));
        Assert.Equal(MessageRepairs.None, reading.Repairs);
    }

    [Fact]
    public void An_invalid_address_is_refused() =>
        Assert.Throws<FormatException>(() => MessageComposer.Compose(new MessageDraft { From = "a@example.org", To = ["a@b@c"], Subject = "s", Text = "t", Date = DateTimeOffset.UnixEpoch }));

    private static async Task MustReadAsync(string python, string reader, string charset, string text, PartEncoding encoding)
    {
        using var composed = Compose(charset, text, encoding);
        using var stream = new MemoryStream();
        composed.WriteTo(stream, CancellationToken.None);
        Assert.Equal(composed.SizeBytes, stream.Length);
        var read = await ReadAsync(python, reader, stream.ToArray());
        Assert.Equal("Tëst 件名 " + new string('s', 100), read.GetProperty("subject").GetString());
        Assert.Equal("to@example.org, bücher@example.org", read.GetProperty("to").GetString());
        Assert.Equal("cc@example.org", read.GetProperty("cc").GetString());
        Assert.Equal(composed.MessageId, read.GetProperty("id").GetString());
        Assert.Equal(text, read.GetProperty("text").GetString()!.ReplaceLineEndings("\n"));
        Assert.Equal(charset, read.GetProperty("charset").GetString());
        Assert.Equal(Name(encoding), read.GetProperty("textEncoding").GetString());
        Assert.Equal(Expected, read.GetProperty("attachments").EnumerateArray().Select(part => (part[0].GetString(), part[1].GetString(), part[2].GetString())));
    }

    private static (string?, string?, string?)[] Expected =>
    [
        ("Klingelton für Jänner.wav", "base64", Convert.ToHexStringLower(SHA256.HashData(Sound))),
        ("notes.txt", "7bit", Convert.ToHexStringLower(SHA256.HashData(Notes))),
        ("empty.dat", "base64", Convert.ToHexStringLower(SHA256.HashData([]))),
    ];

    private static ComposedMessage Compose(string charset, string text, PartEncoding encoding) => MessageComposer.Compose(new MessageDraft
    {
        From = "from@example.org",
        To = ["to@example.org", "bücher@example.org"],
        Cc = ["cc@example.org"],
        Subject = "Tëst 件名 " + new string('s', 100),
        Text = text,
        Charset = charset,
        Encoding = encoding,
        Date = new DateTimeOffset(2026, 11, 27, 10, 0, 0, TimeSpan.Zero),
        Attachments =
        [
            new DraftAttachment("Klingelton für Jänner.wav", new MemoryStream(Sound), PartEncoding.Base64),
            new DraftAttachment("notes.txt", new MemoryStream(Notes), PartEncoding.SevenBit),
            new DraftAttachment("empty.dat", new MemoryStream(), PartEncoding.Base64),
        ],
    });

    private static string Name(PartEncoding encoding) => encoding switch
    {
        PartEncoding.SevenBit => "7bit",
        PartEncoding.EightBit => "8bit",
        PartEncoding.Binary => "binary",
        PartEncoding.QuotedPrintable => "quoted-printable",
        _ => "base64",
    };

    private static async Task<JsonElement> ReadAsync(string python, string reader, byte[] message)
    {
        using var process = Process.Start(new ProcessStartInfo(python, ["-c", reader]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await process.StandardInput.BaseStream.WriteAsync(message);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonDocument.Parse(output).RootElement;
    }
}
