using System.Text;
using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Smtp;

namespace EmailSettings.Mail.Tests;

/// <summary>Clients of a lent connection that do the least one can: they send a line, and read until the answer has come.</summary>
internal static class LentClient
{
    /// <summary>EHLO, DATA with a message, and no envelope: that is the session's.</summary>
    public static Task<MailResult<SmtpReply>> DataAsync(this ISmtpSession session, byte[] message, CancellationToken stop = default) => session.LendAsync(async (stream, token) =>
    {
        await ReadLineAsync(stream, token);
        await AskAsync(stream, "EHLO client\r\n", token);
        if (!(await AskAsync(stream, "DATA\r\n", token)).StartsWith('3'))
            return;
        await stream.WriteAsync(message, token);
        await AskAsync(stream, "\r\n.\r\n", token);
    }, stop);

    /// <summary>One command, tagged <c>T1</c>; its answer line by line, literals among them.</summary>
    public static Task<MailResult<string>> AskAsync(this IImapSession session, string command, long maxLiteral = 0, CancellationToken stop = default) => session.LendAsync(async (stream, token) =>
    {
        await ReadLineAsync(stream, token);
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"T1 {command}\r\n"), token);
        var answer = new StringBuilder();
        while (true)
        {
            var line = await ReadLineAsync(stream, token);
            answer.Append(line);
            if (line.StartsWith("T1 ", StringComparison.Ordinal))
                return line.StartsWith("T1 OK", StringComparison.Ordinal) ? answer.ToString() : null;
        }
    }, maxLiteral, stop);

    private static async Task<string> AskAsync(Stream stream, string line, CancellationToken token)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line), token);
        string answer;
        do
            answer = await ReadLineAsync(stream, token);
        while (answer.Length > 3 && answer[3] == '-');
        return answer;
    }

    private static async Task<string> ReadLineAsync(Stream stream, CancellationToken token)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (line.Length == 0 || line[^1] != '\n')
        {
            await stream.ReadExactlyAsync(one, token);
            line.Append((char)one[0]);
        }

        return line.ToString();
    }
}
