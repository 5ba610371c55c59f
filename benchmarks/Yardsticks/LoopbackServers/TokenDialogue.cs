using System.Buffers.Text;
using System.Globalization;
using System.Net.Security;
using System.Text;

namespace LoopbackServers;

/// <summary>A token endpoint (HTTPS) that issues a token for IMAP to every application.</summary>
internal static class TokenDialogue
{
    private const string LengthHeader = "Content-Length:";

    public static async Task RunAsync(Stream stream, SslStreamCertificateContext certificate, CancellationToken stop)
    {
        await using var lines = await Lines.SecureAsync(stream, certificate, resumes: false, stop);
        while (await ReadRequestAsync(lines) is { } requestLine)
        {
            var tenant = requestLine.Contains(TenantIds.Silent, StringComparison.Ordinal) ? TenantIds.Silent : TenantIds.Answered;
            var body = $$"""{"token_type":"Bearer","expires_in":3600,"access_token":"{{Token(tenant)}}"}""";
            await lines.WriteAsync("HTTP/1.1 200 OK", "Content-Type: application/json", $"Content-Length: {body.Length + 2}", "", body);
        }
    }

    /// <summary>The SASL response (XOAUTH2) that the mail server never answers.</summary>
    public static bool IsOfSilentTenant(string response)
    {
        var claims = Encoding.UTF8.GetString(Convert.FromBase64String(response)).Split("auth=Bearer ")[^1].Split('.')[1];
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(claims)).Contains(TenantIds.Silent, StringComparison.Ordinal);
    }

    /// <summary>Reads a complete request and returns its first line; null if the client has disconnected.</summary>
    private static async Task<string?> ReadRequestAsync(Lines lines)
    {
        if (await lines.ReadAsync() is not { } first) return null;
        var length = 0;
        while (await lines.ReadAsync() is { Length: > 0 } line)
        {
            if (line.StartsWith(LengthHeader, StringComparison.OrdinalIgnoreCase))
                length = int.Parse(line.AsSpan(LengthHeader.Length), CultureInfo.InvariantCulture);
        }

        await lines.ReadBlockAsync(new char[length]);
        return first;
    }

    // Nothing here verifies signatures: the client reads the claims, and the mail server accepts every token.
    private static string Token(string tenant)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = $$"""{"aud":"https://outlook.office365.com","tid":"{{tenant}}","roles":["IMAP.AccessAsApp"],"nbf":{{now}},"exp":{{now + 3600}}}""";
        return $"{Encode("""{"alg":"RS256","typ":"JWT"}""")}.{Encode(claims)}.{Encode("signature")}";
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
