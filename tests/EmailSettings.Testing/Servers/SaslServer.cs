using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Cryptography;
using System.Text;

namespace EmailSettings.Testing.Servers;

/// <summary>
/// An SMTP server, with implicit TLS or plaintext, that really performs SCRAM, CRAM-MD5, NTLM, PLAIN and LOGIN: it accepts only
/// the password <c>pass</c>.
/// </summary>
public sealed class SaslServer(string offered, SslStreamCertificateContext? certificate = null)
{
    private const string Password = "pass";

    /// <summary>Mechanisms that this server cannot verify, because it stores hashes.</summary>
    public string[] Hashed { get; init; } = [];

    /// <summary>Mechanisms that are refused before anything is proved.</summary>
    public string[] Broken { get; init; } = [];

    /// <summary>Modifies a challenge.</summary>
    public Func<string, string> Spoil { get; init; } = challenge => challenge;

    /// <summary>Called before QUIT is answered.</summary>
    public Action OnQuit { get; init; } = () => { };

    /// <summary>Whether it repeats the client's line that it refuses.</summary>
    public bool Repeats { get; init; }

    public ScriptedServer Start() => new(ServeAsync);

    private async Task ServeAsync(ScriptedConnection connection)
    {
        if (certificate is not null) await connection.SecureAsync(certificate);
        await connection.SendAsync("220 mail.example.test ESMTP");
        while (await connection.ReadLineAsync() is { } line)
        {
            await connection.SendRawAsync(await AnswerAsync(connection, line.Split(' ')) + "\r\n");
        }
    }

    private async Task<string> AnswerAsync(ScriptedConnection connection, string[] words)
    {
        switch (words[0])
        {
            case "EHLO":
                return $"250-mail.example.test\r\n250 AUTH {offered}";
            case "AUTH" when await JudgeAsync(connection, words[1], words.ElementAtOrDefault(2)):
                return "235 2.7.0 welcome";
            case "AUTH":
                return $"535 5.7.8 no{(Repeats ? $" to {connection.Received[^1]}" : "")}";
            case "QUIT":
                OnQuit();
                return "221 bye";
            default:
                return "250 ok";
        }
    }

    private async Task<bool> JudgeAsync(ScriptedConnection connection, string mechanism, string? initial)
    {
        if (Broken.Contains(mechanism)) return false;
        var isRight = mechanism switch
        {
            "CRAM-MD5" => await CramAsync(connection),
            "NTLM" => await NtlmAsync(connection, initial),
            "PLAIN" => Text(initial!).EndsWith($"\0{Password}", StringComparison.Ordinal),
            "LOGIN" => await AskAsync(connection, "Username:") is not null && await AskAsync(connection, "Password:") == Password,
            _ => await ScramAsync(connection, mechanism["SCRAM-".Length..], initial!),
        };
        return isRight && !Hashed.Contains(mechanism);
    }

    [SuppressMessage("Security", "CA5351", Justification = "The mechanism's own digest.")]
    private async Task<bool> CramAsync(ScriptedConnection connection)
    {
        const string challenge = "<1.2@mail.example.test>";
        var answer = await AskAsync(connection, challenge);
        return answer == "mailer " + Convert.ToHexStringLower(HMACMD5.HashData(Encoding.UTF8.GetBytes(Password), Encoding.UTF8.GetBytes(challenge)));
    }

    // MS-NLMP section 2.2.1.2, with only the domain name as target information.
    private static async Task<bool> NtlmAsync(ScriptedConnection connection, string? initial)
    {
        Assert.StartsWith("NTLMSSP\0\u0001", Text(initial!), StringComparison.Ordinal);
        byte[] challenge =
        [
            .. "NTLMSSP\0"u8, 2, 0, 0, 0, 0, 0, 0, 0, 48, 0, 0, 0, 0x05, 0x82, 0x88, 0xA0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0, 0, 0, 0, 0, 16, 0, 16, 0, 48, 0, 0, 0,
            2, 0, 8, 0, .. Encoding.Unicode.GetBytes("MAIL"), 0, 0, 0, 0,
        ];
        await connection.SendAsync($"334 {Convert.ToBase64String(challenge)}");
        var answer = await connection.ReadLineAsync();
        return Text(answer!).StartsWith("NTLMSSP\0\u0003", StringComparison.Ordinal);
    }

    // RFC 5802 section 3.
    private async Task<bool> ScramAsync(ScriptedConnection connection, string digest, string initial)
    {
        var hash = digest switch { "SHA-1" => HashAlgorithmName.SHA1, "SHA-256" => HashAlgorithmName.SHA256, _ => HashAlgorithmName.SHA512 };
        var first = Text(initial)[3..];
        var challenge = $"r={first.Split("r=")[1]}server,s={Convert.ToBase64String("salt"u8)},i=4096";
        if (await AskAsync(connection, challenge) is not { Length: > 1 } last) return false;
        var at = last.LastIndexOf(",p=", StringComparison.Ordinal);
        var salted = Rfc2898DeriveBytes.Pbkdf2(Password, "salt"u8, 4096, hash, Hmac(hash, [], "").Length);
        var key = Hmac(hash, salted, "Client Key");
        var signature = Hmac(hash, CryptographicOperations.HashData(hash, key), $"{first},{challenge},{last[..at]}");
        var proof = Convert.FromBase64String(last[(at + 3)..]);
        if (!proof.Zip(signature, (a, b) => (byte)(a ^ b)).SequenceEqual(key))
        {
            await AskAsync(connection, "e=invalid-proof");
            return false;
        }

        return await AskAsync(connection, "v=" + Convert.ToBase64String(Hmac(hash, Hmac(hash, salted, "Server Key"), $"{first},{challenge},{last[..at]}"))) is "";
    }

    private async Task<string?> AskAsync(ScriptedConnection connection, string challenge)
    {
        await connection.SendAsync($"334 {Convert.ToBase64String(Encoding.UTF8.GetBytes(Spoil(challenge)))}");
        var answer = await connection.ReadLineAsync();
        return answer is null or "*" ? null : Text(answer);
    }

    private static string Text(string base64) => Encoding.Latin1.GetString(Convert.FromBase64String(base64));

    private static byte[] Hmac(HashAlgorithmName hash, byte[] key, string text) => CryptographicOperations.HmacData(hash, key, Encoding.UTF8.GetBytes(text));
}
