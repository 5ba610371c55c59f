using System.IO.Pipelines;
using System.Text;
using EmailSettings.Messages.Composing;
using EmailSettings.Messages.Sending;

namespace EmailSettings.Messages.Tests;

public sealed class SendingTests
{
    private static readonly Dictionary<string, string> Yes = new()
    {
        ["EHLO"] = "250-mx.example.org\r\n250-SIZE 1000000\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-CHUNKING\r\n250 SMTPUTF8\r\n",
        ["MAIL"] = "250 2.1.0 Ok\r\n",
        ["RCPT"] = "250 2.1.5 Ok\r\n",
        ["DATA"] = "354 go on\r\n",
        ["."] = "250 2.0.0 Ok: queued as 1\r\n",
        ["RSET"] = "250 2.0.0 Ok\r\n",
    };

    [Fact]
    public async Task A_message_is_sent_one_command_at_a_time()
    {
        var (taken, said) = await SendAsync(Yes);
        Assert.True(taken);
        Assert.Equal(["EHLO client.example.org", "MAIL FROM:<a@example.org> BODY=8BITMIME", "RCPT TO:<b@example.org>", "RCPT TO:<c@example.org>", "DATA"],
            said.Take(5).Select(line => line.Split(" SIZE=")[0] + (line.Contains("BODY=", StringComparison.Ordinal) ? " BODY=8BITMIME" : string.Empty)));
    }

    [Fact]
    public async Task Dots_are_stuffed_and_the_text_is_unchanged()
    {
        var (_, said) = await SendAsync(Yes);
        Assert.Contains("..", said);
        Assert.Contains("...two", said);
        Assert.Contains("Grüße", said);
        Assert.Equal(".", said[^1]);
    }

    [Theory]
    [InlineData("EHLO", "421 4.3.2 not now\r\n")]
    [InlineData("MAIL", "550 5.7.1 no\r\n")]
    [InlineData("MAIL", "530 5.7.0 log in\r\n")]
    [InlineData("RCPT", "550 5.1.1 nobody\r\n")]
    [InlineData("RCPT", "452 4.2.2 full\r\n")]
    [InlineData("DATA", "554 5.5.1 no\r\n")]
    [InlineData(".", "552 5.3.4 too large\r\n")]
    [InlineData(".", "nonsense\r\n")]
    public async Task A_negative_reply_is_not_mistaken_for_a_positive_one(string command, string reply)
    {
        var (taken, _) = await SendAsync(new Dictionary<string, string>(Yes) { [command] = reply });
        Assert.False(taken);
    }

    [Fact]
    public async Task A_closed_connection_is_reported_by_the_stream_or_the_result()
    {
        var answers = new Dictionary<string, string>(Yes) { ["."] = string.Empty };
        Assert.False(await Record.ExceptionAsync(() => SendAsync(answers)) is null && (await SendAsync(answers)).Taken);
    }

    private static async Task<(bool Taken, List<string> Said)> SendAsync(Dictionary<string, string> answers)
    {
        var toServer = new Pipe();
        var toClient = new Pipe();
        var said = new List<string>();
        var server = Task.Run(() => ServeAsync(toServer.Reader, toClient.Writer, answers, said));
        using var message = MessageComposer.Compose(new MessageDraft
        {
            From = "a@example.org",
            To = ["b@example.org", "c@example.org"],
            Subject = "s",
            Text = ".\n..two\nGrüße\n",
            Date = DateTimeOffset.UnixEpoch,
        });
        await using var stream = new DuplexStream(toClient.Reader.AsStream(), toServer.Writer.AsStream());
        try
        {
            return (await MessageSender.SendAsync(stream, "mx.example.org", 25, new MessageDelivery(message, "a@example.org", ["b@example.org", "c@example.org"], "client.example.org"), CancellationToken.None), said);
        }
        finally
        {
            await toServer.Writer.CompleteAsync();
            await server;
        }
    }

    private static async Task ServeAsync(PipeReader input, PipeWriter output, Dictionary<string, string> answers, List<string> said)
    {
        await output.WriteAsync("220 mx.example.org ESMTP\r\n"u8.ToArray());
        using var reader = new StreamReader(input.AsStream(), Encoding.UTF8);
        var inData = false;
        while (await reader.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (inData && line != ".")
                continue;
            var command = inData ? "." : line[..Math.Min(4, line.Length)];
            inData = command == "DATA" && answers["DATA"].StartsWith('3');
            var answer = answers.GetValueOrDefault(command, "502 5.5.2 unknown\r\n");
            if (answer.Length == 0)
                break;
            await output.WriteAsync(Encoding.ASCII.GetBytes(answer));
        }

        await output.CompleteAsync();
    }
}
