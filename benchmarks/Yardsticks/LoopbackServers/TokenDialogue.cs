using System.Globalization;
using System.Net.Security;
using System.Text;

namespace LoopbackServers;

/// <summary>A token endpoint (HTTPS) that gives every application a token for IMAP.</summary>
internal static class TokenDialogue
{
    private const string LengthHeader = "Content-Length:";

    public static async Task RunAsync(Stream stream, SslStreamCertificateContext certificate, CancellationToken stop)
    {
        await using var lines = await Lines.SecureAsync(stream, certificate, resumes: false, stop);
        while (await ReadRequestAsync(lines))
        {
            var body = $$"""{"token_type":"Bearer","expires_in":3600,"access_token":"{{Token()}}"}""";
            await lines.WriteAsync("HTTP/1.1 200 OK", "Content-Type: application/json", $"Content-Length: {body.Length + 2}", "", body);
        }
    }

    private static async Task<bool> ReadRequestAsync(Lines lines)
    {
        var length = 0;
        for (var isFirst = true; await lines.ReadAsync() is { } line; isFirst = false)
        {
            if (line.StartsWith(LengthHeader, StringComparison.OrdinalIgnoreCase))
                length = int.Parse(line.AsSpan(LengthHeader.Length), CultureInfo.InvariantCulture);
            if (line.Length > 0 || isFirst) continue;
            return await lines.ReadBlockAsync(new char[length]) == length;
        }

        return false;
    }

    // Nobody here verifies signatures: the client reads the claims, and the mail server takes every token.
    private static string Token()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = $$"""{"aud":"https://outlook.office365.com","tid":"11111111-1111-1111-1111-111111111111","roles":["IMAP.AccessAsApp"],"nbf":{{now}},"exp":{{now + 3600}}}""";
        return $"{Encode("""{"alg":"RS256","typ":"JWT"}""")}.{Encode(claims)}.{Encode("signature")}";
    }

    private static string Encode(string text) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
