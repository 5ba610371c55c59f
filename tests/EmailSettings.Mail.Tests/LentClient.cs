using System.Text;
using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Smtp;

namespace EmailSettings.Mail.Tests;

/// <summary>Minimal clients of a lent connection: they send a line, and read until the answer is complete.</summary>
internal static class LentClient
{
    /// <summary>Sends EHLO and DATA with a message, but no envelope: that is the session's.</summary>
    public static Task<MailResult<SmtpReply>> DataAsync(this ISmtpSession session, byte[] message, CancellationToken stop = default) => session.LendAsync(async (stream, token) =>
    {
        await ReadLineAsync(stream, token);
        await AskAsync(stream, "EHLO client\r\n", token);
        if (!(await AskAsync(stream, "DATA\r\n", token)).StartsWith('3'))
            return;
        await stream.WriteAsync(message, token);
        await AskAsync(stream, "\r\n.\r\n", token);
    }, stop);

    /// <summary>Sends one command, tagged <c>T1</c>, and returns its answer line by line, including literals.</summary>
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
