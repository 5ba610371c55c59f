using EmailSettings.Core.Changes;
using EmailSettings.Core.Judging;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Tests.Diagnosis;

namespace EmailSettings.Core.Tests.Judging;

public sealed class OutgoingMessageTests : IDisposable
{
    private readonly MessageBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [Provokes("Message.EncodingNotPermitted")]
    [Provokes("Message.EncodingNotOffered")]
    [InlineData("txt=7bit;*=base64", "plain text", "7bit", "")]
    [InlineData("txt=7bit;*=base64", "gr\u00FC\u00DFe", "base64", "Message.EncodingNotPermitted")]
    [InlineData("txt=8bit", "gr\u00FC\u00DFe", "8bit", "")]
    [InlineData("txt=8bit", "a\0b", "base64", "Message.EncodingNotPermitted")]
    [InlineData("txt=8bit", "bare\nline feed", "base64", "Message.EncodingNotPermitted")]
    [InlineData("txt=quoted-printable", "gr\u00FC\u00DFe", "quoted-printable", "")]
    [InlineData("txt=quoted-printable", "bare\nline feed", "base64", "Message.EncodingNotPermitted")]
    [InlineData("txt=binary", "anything", "base64", "Message.EncodingNotOffered")]
    [InlineData("wav=7bit", "anything", "base64", "")]
    public async Task An_attachment_gets_the_encoding_of_its_type_where_its_content_permits_it(string map, string content, string used, string finding)
    {
        _bench.Basic(new Assignment("attachmentEncodings", map));
        var message = await JudgeAsync(MessageBench.Mixed(MessageBench.Part("text/plain", "body"), MessageBench.Part("a/b", content, "x.TXT", "8bit")));
        Assert.Equal(used, Assert.Single(message.Attachments).UsedEncoding);
        Assert.Equal(finding, string.Join(',', message.Findings.Select(found => found.Id)));
        Assert.Equal(MessageOutcome.Kept, message.Outcome);
    }

    [Fact]
    public async Task Lines_over_998_bytes_forbid_7bit_and_8bit()
    {
        _bench.Basic(new Assignment("attachmentEncodings", "*=8bit"));
        var message = await JudgeAsync(MessageBench.Mixed(MessageBench.Part("a/b", new string('x', 999), "x.txt"), MessageBench.Part("a/b", new string('x', 998), "y.txt")));
        Assert.Equal(["base64", "8bit"], message.Attachments.Select(attachment => attachment.UsedEncoding));
    }

    [Theory]
    [Provokes("Message.CharsetLacks")]
    [InlineData("iso-8859-1", "quoted-printable", "Message.CharsetLacks")]
    [InlineData("utf-8", "7bit", "Message.EncodingNotPermitted")]
    [InlineData("utf-8", "8bit", "")]
    public async Task The_body_is_written_in_the_charset_of_the_settings(string charset, string encoding, string ids)
    {
        _bench.Basic(new("bodyCharset", charset), new("sentEncoding", encoding));
        var message = await JudgeAsync(MessageBench.Head + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Convert.ToBase64String("5 € für 世界\r\n"u8) + "\r\n");
        Assert.Equal(ids, string.Join(',', message.Findings.Select(finding => finding.Id)));
    }

    [Fact]
    [Provokes("Message.AboveMailLimit")]
    [Provokes("Message.AboveAttachmentLimit")]
    [Provokes("Message.TooManyRecipients")]
    public async Task Broken_limits_refuse_the_mail_and_each_is_named()
    {
        _bench.System.Assign(SettingBlocks.Outgoing, new("maxEmailSizeMB", 1), new("maxAttachmentSizeMB", 1), new("maxRecipients", 2));
        var mail = MessageBench.Mixed(MessageBench.Part("a/b", new string('x', 1024 * 1024 + 1), "x.bin"));
        var message = await JudgeAsync(mail.Replace("To: b@example.org", "To: b@example.org, g: c@example.org, d@example.org;\r\nBcc: e@example.org", StringComparison.Ordinal));
        Assert.Equal(MessageOutcome.Refused, message.Outcome);
        Assert.Equal(4, message.Recipients);
        Assert.Equal(["Message.AboveMailLimit", "Message.AboveAttachmentLimit", "Message.TooManyRecipients"], message.Findings.Select(finding => finding.Id));
    }

    [Fact]
    [Provokes("Message.NoRecipient")]
    public async Task A_mail_to_nobody_is_refused()
    {
        var message = await JudgeAsync("From: a@example.org\r\nSubject: s\r\n\r\ntext\r\n");
        Assert.Equal(["Message.NoRecipient"], message.Findings.Select(finding => finding.Id));
    }

    [Fact]
    public async Task Base64_makes_an_attachment_larger_on_the_wire()
    {
        var message = await JudgeAsync(MessageBench.Mixed(MessageBench.Part("a/b", new string('x', 57_000), "x.bin")));
        Assert.InRange(message.SizeBytes, 78_000, 79_000);
    }

    private Task<JudgedMessage> JudgeAsync(string message) => _bench.JudgeAsync(message, MessageDirection.Outgoing);
}
