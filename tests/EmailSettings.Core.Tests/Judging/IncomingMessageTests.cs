using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Judging;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Tests.Diagnosis;

namespace EmailSettings.Core.Tests.Judging;

public sealed class IncomingMessageTests : IDisposable
{
    private readonly MessageBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [Provokes("Message.BodyDropped")]
    [InlineData(10, MessageOutcome.BodyDropped)]
    [InlineData(11, MessageOutcome.Kept)]
    public async Task A_mail_of_one_byte_more_than_the_limit_loses_its_body(int limitKB, MessageOutcome outcome)
    {
        _bench.Basic(new Assignment("maxIncomingSizeKB", limitKB));
        var message = Assert.Single(await _bench.TestAsync(new MessageTestRequest { Paths = [MessageBench.Corpus("84-10241-bytes.eml")] }));
        Assert.Equal(outcome, message.Outcome);
        Assert.Equal(outcome == MessageOutcome.BodyDropped, message.ErrorText?.StartsWith("*** ERROR: Mail was too big", StringComparison.Ordinal) == true);
        Assert.Equal(outcome == MessageOutcome.BodyDropped ? ["Message.BodyDropped"] : [], message.Findings.Select(finding => finding.Id));
        Assert.Contains(message.Decisions, decision => decision.Setting == "basic.maxIncomingSizeKB");
    }

    [Fact]
    public async Task Attachments_of_the_least_size_go_to_the_folder_and_smaller_ones_to_the_database()
    {
        _bench.System.Assign(SettingBlocks.Attachments, new("saveToFolder", true), new("folder", @"\\files\mail"));
        var message = Assert.Single(await _bench.TestAsync(new MessageTestRequest { Paths = [MessageBench.Corpus("85-around-the-minimum-file-size.eml")] }));
        Assert.Equal([AttachmentPlace.Database, AttachmentPlace.Folder, AttachmentPlace.Folder, AttachmentPlace.Database], message.Attachments.Select(attachment => attachment.GoesTo!.Value));
        var day = _bench.System.Clock.GetLocalNow().ToString(@"yyyy\\MM\\dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal([null, $@"{day}\exactly.bin", $@"{day}\just-over.bin", null], message.Attachments.Select(attachment => attachment.Path));
        Assert.Equal((2, 2), (_bench.Summary!.ToFolder, _bench.Summary.ToDatabase));
    }

    [Fact]
    [Provokes("Message.NameChanged")]
    public async Task Names_in_a_folder_are_safe_and_unique_over_all_messages()
    {
        _bench.System.Assign(SettingBlocks.Attachments, new("saveToFolder", true), new("folder", @"\\files\mail"), new("minimumFileSizeBytes", 0));
        var mail = MessageBench.Mixed(MessageBench.Part("a/b", "x", @"..\\..\\x"), MessageBench.Part("a/b", "y", "CON"), MessageBench.Part("a/b", "z", "X"));
        var paths = new[] { _bench.Write("1.eml", mail), _bench.Write("2.eml", mail) };
        var messages = await _bench.TestAsync(new MessageTestRequest { Paths = paths });
        Assert.Equal(["x", "_CON", "X (2)", "x (3)", "_CON (2)", "X (4)"], messages.SelectMany(message => message.Attachments).Select(attachment => attachment.Path![11..]));
        Assert.Contains(messages[0].Findings, finding => finding.Id == "Message.NameChanged");
    }

    [Theory]
    [Provokes("Message.NoBody")]
    [Provokes("Message.WhiteSpaceBody")]
    [Provokes("Message.HtmlAlone")]
    [Provokes("Message.CalendarAlone")]
    [Provokes("Message.OutlookRichText")]
    [Provokes("Message.DeliveryReport")]
    [Provokes("Message.CharsetWrong")]
    [InlineData("01-no-mime-headers.eml", "")]
    [InlineData("03-white-space-body.eml", "Message.WhiteSpaceBody")]
    [InlineData("07-attachments-no-text.eml", "Message.NoBody")]
    [InlineData("04-html-only.eml", "Message.HtmlAlone")]
    [InlineData("67-calendar-only.eml", "Message.NoBody,Message.CalendarAlone")]
    [InlineData("29-winmail-dat.eml", "Message.WhiteSpaceBody,Message.OutlookRichText")]
    [InlineData("73-bounce.eml", "Message.DeliveryReport")]
    [InlineData("61-charset-lie-ascii.eml", "Message.CharsetWrong")]
    [InlineData("62-charset-unknown.eml", "Message.CharsetWrong")]
    [InlineData("64-charset-missing-utf8.eml", "Message.CharsetWrong")]
    [InlineData("72-smime-detached.eml", "")]
    public async Task Surprises_for_platforms_are_found(string file, string ids)
    {
        var message = Assert.Single(await _bench.TestAsync(new MessageTestRequest { Paths = [MessageBench.Corpus(file)] }));
        Assert.Equal(ids, string.Join(',', message.Findings.Select(finding => finding.Id)));
        Assert.Equal(message.BodyFound == false, message.ErrorText == "***WARNING: Could not get IMAP body text");
    }

    [Theory]
    [Provokes("Message.OpaqueSmime")]
    [Provokes("Message.Repaired")]
    [Provokes("Message.EndlessHeader")]
    [InlineData("Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\nQUJD\r\n", "Message.OpaqueSmime")]
    [InlineData("Content-Type: multipart/mixed boundary=b\r\n\r\n--b\r\n\r\ntext\r\n--b--\r\n", "Message.Repaired")]
    public async Task Malformed_and_encrypted_messages_are_found(string rest, string id) =>
        Assert.Contains(id, (await _bench.JudgeAsync(MessageBench.Head + rest)).Findings.Select(finding => finding.Id));

    [Fact]
    public async Task A_header_without_end_is_found() =>
        Assert.Contains("Message.EndlessHeader", (await _bench.JudgeAsync(MessageBench.Head + "X-Long: " + new string('x', 3_000_000))).Findings.Select(finding => finding.Id));

    [Fact]
    [Provokes("Message.TooManyParts")]
    public async Task Parts_beyond_the_limit_are_counted() =>
        Assert.Contains("Message.TooManyParts", (await _bench.JudgeAsync(MessageBench.Mixed(string.Concat(Enumerable.Repeat("--b\r\n\r\n", 10_100))))).Findings.Select(finding => finding.Id));

    [Fact]
    public async Task Text_from_outside_is_shown_escaped()
    {
        var message = await _bench.JudgeAsync(MessageBench.Mixed(MessageBench.Part("a/b", "x", "in\u009Bvoice.pdf")).Replace("Subject: s", "Subject: =?utf-8?B?" + Convert.ToBase64String("a\u202Eb"u8) + "?=", StringComparison.Ordinal));
        Assert.Equal("a\\u{202E}b", message.Subject);
        Assert.Equal("in\\u{9B}voice.pdf", message.Attachments[0].Name);
        Assert.DoesNotContain(message.Findings, finding => finding.Severity == Severity.Error);
    }
}
