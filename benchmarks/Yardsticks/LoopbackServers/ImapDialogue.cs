using System.Net.Security;

namespace LoopbackServers;

/// <summary>An IMAP server with implicit TLS that accepts every login, or never answers it; its only mailbox is INBOX.</summary>
internal static class ImapDialogue
{
    private const string Capabilities = "IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=XOAUTH2";

    public static async Task RunAsync(Stream stream, SslStreamCertificateContext certificate, CancellationToken stop)
    {
        await using var lines = await Lines.SecureAsync(stream, certificate, resumes: false, stop);
        await lines.WriteAsync($"* OK [CAPABILITY {Capabilities}] ready");
        while (await lines.ReadAsync() is { } line)
        {
            var words = line.Split(' ');
            var tag = words[0];
            switch (words.Length > 1 ? words[1].ToUpperInvariant() : "")
            {
                case "CAPABILITY":
                    await lines.WriteAsync($"* CAPABILITY {Capabilities}", $"{tag} OK done");
                    break;
                case "AUTHENTICATE" when words.Length == 3:
                    await lines.WriteAsync("+ ");
                    await AnswerLoginAsync(lines, tag, await lines.ReadAsync() ?? "", stop);
                    break;
                case "AUTHENTICATE":
                    await AnswerLoginAsync(lines, tag, words[3], stop);
                    break;
                case "EXAMINE":
                    await lines.WriteAsync("* FLAGS (\\Seen)", "* 3 EXISTS", "* 0 RECENT", "* OK [UIDVALIDITY 1] valid", $"{tag} OK [READ-ONLY] done");
                    break;
                case "LOGOUT":
                    await lines.WriteAsync("* BYE", $"{tag} OK done");
                    return;
                default:
                    await lines.WriteAsync($"{tag} OK done");
                    break;
            }
        }
    }

    private static async Task AnswerLoginAsync(Lines lines, string tag, string response, CancellationToken stop)
    {
        if (TokenDialogue.IsOfSilentTenant(response)) await Task.Delay(Timeout.Infinite, stop);
        await lines.WriteAsync($"{tag} OK done");
    }
}
