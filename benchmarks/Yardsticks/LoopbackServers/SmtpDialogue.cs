using System.Net.Security;

namespace LoopbackServers;

/// <summary>A submission server with STARTTLS that accepts every login and every message.</summary>
internal sealed class SmtpDialogue(SslStreamCertificateContext certificate, bool resumes)
{
    public async Task RunAsync(Stream stream, CancellationToken stop)
    {
        await using var plain = new Lines(stream, stop);
        await plain.WriteAsync("220 localhost ESMTP");
        if (!await TalkAsync(plain, isSecure: false)) return;
        await using var secure = await Lines.SecureAsync(stream, certificate, resumes, stop);
        await TalkAsync(secure, isSecure: true);
    }

    /// <summary>Answers commands up to QUIT (false) or STARTTLS (true).</summary>
    private static async Task<bool> TalkAsync(Lines lines, bool isSecure)
    {
        while (await lines.ReadAsync() is { } command)
        {
            switch (command.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO" when isSecure:
                    await lines.WriteAsync("250-localhost", "250-SIZE 157286400", "250-8BITMIME", "250-ENHANCEDSTATUSCODES", "250 AUTH PLAIN");
                    break;
                case "EHLO":
                    await lines.WriteAsync("250-localhost", "250-SIZE 157286400", "250-8BITMIME", "250-ENHANCEDSTATUSCODES", "250 STARTTLS");
                    break;
                case "STARTTLS":
                    await lines.WriteAsync("220 2.0.0 Ready");
                    return true;
                case "AUTH":
                    await lines.WriteAsync("235 2.7.0 Accepted");
                    break;
                case "DATA":
                    await lines.WriteAsync("354 Go ahead");
                    while (await lines.ReadAsync() is not (null or "."))
                        ;
                    await lines.WriteAsync("250 2.0.0 Queued");
                    break;
                case "QUIT":
                    await lines.WriteAsync("221 2.0.0 Bye");
                    return false;
                default:
                    await lines.WriteAsync("250 2.0.0 Ok");
                    break;
            }
        }

        return false;
    }
}
