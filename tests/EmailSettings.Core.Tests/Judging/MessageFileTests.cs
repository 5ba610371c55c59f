using EmailSettings.Core.Findings;
using EmailSettings.Core.Judging;
using EmailSettings.Core.Tests.Diagnosis;
using EmailSettings.Testing;

namespace EmailSettings.Core.Tests.Judging;

/// <summary>Sources of messages: files, folders, mailboxes, standard input; and other files.</summary>
public sealed class MessageFileTests : IDisposable
{
    private const string Mail = MessageBench.Head + "\r\ntext\r\n";

    private readonly MessageBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [Provokes("Message.NotMail")]
    [Provokes("Message.OutlookItem")]
    [Provokes("Message.Empty")]
    [InlineData("words and no header\r\n", "Message.NotMail")]
    [InlineData("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "Message.OutlookItem")]
    [InlineData("", "Message.Empty")]
    public async Task A_file_that_is_not_mail_is_reported_as_what_it_is(string content, string id)
    {
        var message = await _bench.JudgeAsync(content);
        Assert.Equal((MessageOutcome.Refused, id), (message.Outcome, Assert.Single(message.Findings).Id));
        Assert.True(_bench.Summary!.Objects);
    }

    [Fact]
    [Provokes("Message.Unreadable")]
    public async Task An_unreadable_file_does_not_stop_the_others()
    {
        var closed = _bench.Write("closed.eml", Mail);
        // Held by its writer, it cannot be opened by any account.
        await using var held = new FileStream(closed, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var messages = await _bench.TestAsync(new MessageTestRequest { Paths = [closed, _bench.Write("open.eml", Mail)] });
        Assert.Equal(["Message.Unreadable", ""], messages.Select(message => string.Join(',', message.Findings.Select(finding => finding.Id))));
    }

    [Fact]
    [Provokes("Message.ChangedMeanwhile")]
    public async Task A_mail_that_changes_while_it_is_read_is_reported()
    {
        var path = _bench.Write("growing.eml", Mail + new string('x', 8_000_000));
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await File.AppendAllTextAsync(path, "more\r\n");
                await Task.Delay(1);
            }
        });
        // On a busy machine, the writer may pause as long as one reading takes, but not for every one.
        var isTold = false;
        for (var readings = 0; !isTold && readings < 100; readings++)
        {
            var message = Assert.Single(await _bench.TestAsync(new MessageTestRequest { Paths = [path] }));
            isTold = message.Findings is [{ Id: "Message.ChangedMeanwhile" }, ..];
        }
        await stop.CancelAsync();
        await writing;
        Assert.True(isTold);
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 3)]
    public async Task A_folder_gives_its_mails_in_order_and_those_below_on_request(bool recurse, int count)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(_bench.Write("x.eml", Mail))!, "mails")).FullName;
        File.WriteAllText(Path.Combine(folder, "b.eml"), Mail);
        File.WriteAllText(Path.Combine(folder, "a.eml"), Mail);
        File.WriteAllText(Path.Combine(folder, "readme"), "no mail\n");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "below")).FullName, "c.eml"), Mail);
        var messages = await _bench.TestAsync(new MessageTestRequest { Paths = [folder], Recurse = recurse });
        string[] expected = recurse ? ["a.eml", "b.eml", "c.eml"] : ["a.eml", "b.eml"];
        Assert.Equal(expected, messages.Select(message => Path.GetFileName(message.File)));
        Assert.Equal((count, count, 1), (_bench.Summary!.Messages, _bench.Summary.Kept, _bench.Summary.NotMail));
    }

    [Fact]
    public async Task Links_to_folders_are_not_followed()
    {
        Skip.OnWindows("Only administrators can create symbolic links there.");
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(_bench.Write("x.eml", Mail))!, "mails")).FullName;
        File.WriteAllText(Path.Combine(folder, "a.eml"), Mail);
        Directory.CreateSymbolicLink(Path.Combine(folder, "again"), folder);
        var messages = await _bench.TestAsync(new MessageTestRequest { Paths = [folder], Recurse = true });
        Assert.Equal("a.eml", Path.GetFileName(Assert.Single(messages).File));
    }

    [Fact]
    public async Task A_mailbox_file_gives_its_messages_by_number()
    {
        var mailbox = _bench.Write("box", string.Concat(Enumerable.Repeat($"From a@example.org Fri Nov 27 10:00:00 2026\r\n{Mail}\r\n", 3)));
        var messages = await _bench.TestAsync(new MessageTestRequest { Paths = [mailbox] });
        Assert.Equal(["box#1", "box#2", "box#3"], messages.Select(message => Path.GetFileName(message.File)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    public async Task Input_of_any_length_is_read_and_leaves_nothing_behind(int megabytes)
    {
        var before = Directory.GetFiles(Path.GetTempPath()).Length;
        using var input = new MemoryStream([.. System.Text.Encoding.ASCII.GetBytes(Mail), .. new byte[megabytes * 1024 * 1024].Select(_ => (byte)'x')]);
        var message = Assert.Single(await _bench.TestAsync(new MessageTestRequest { Input = input }));
        Assert.Equal(("-", input.Length, true), (message.File, message.SizeBytes, message.BodyFound == true));
        Assert.InRange(Directory.GetFiles(Path.GetTempPath()).Length, 0, before + 5);
    }

    [Fact]
    public async Task A_missing_path_is_an_invalid_call()
    {
        var fault = await Assert.ThrowsAsync<EmailSettingsException>(() => _bench.TestAsync(new MessageTestRequest { Paths = ["/nowhere/x.eml"] }));
        Assert.Equal(("FileUnusable", FindingKind.InvalidInput), (fault.Code.Id, fault.Code.Kind));
    }

    [Fact]
    public async Task Two_sets_of_settings_show_only_what_they_treat_differently()
    {
        var document = _bench.System.Files.Write("proposed.json", """{"version":1,"basic":{"maxIncomingSizeKB":10}}"""u8.ToArray());
        var paths = new[] { MessageBench.Corpus("84-10241-bytes.eml"), MessageBench.Corpus("01-no-mime-headers.eml") };
        var message = Assert.Single(await _bench.TestAsync(new MessageTestRequest { Paths = paths, CompareWithPath = document }));
        Assert.Equal(("outcome", "Kept", "BodyDropped"), (message.Differences![0].What, message.Differences[0].Left, message.Differences[0].Right));
        Assert.Equal((2, 1), (_bench.Summary!.Messages, _bench.Summary.Different!.Value));
        var proposed = await _bench.TestAsync(new MessageTestRequest { Paths = paths, DocumentPath = document });
        Assert.Equal([MessageOutcome.BodyDropped, MessageOutcome.Kept], proposed.Select(judged => judged.Outcome));
    }

    [Fact]
    public async Task Thousands_of_mails_are_tested_and_come_in_order()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(_bench.Write("x.eml", Mail))!, "many")).FullName;
        for (var i = 0; i < 3_000; i++) File.WriteAllText(Path.Combine(folder, $"{i:D4}.eml"), Mail);
        var messages = await _bench.TestAsync(new MessageTestRequest { Paths = [folder] });
        Assert.Equal(Enumerable.Range(0, 3_000).Select(i => $"{i:D4}.eml"), messages.Select(message => Path.GetFileName(message.File)));
    }
}
