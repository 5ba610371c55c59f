using System.Security.Cryptography.X509Certificates;
using EmailSettings.Testing.Certificates;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>Servers with a script.</summary>
internal static class Scripts
{
    public static readonly string[] PlainSmtp = ["SIZE 200000000", "8BITMIME", "AUTH PLAIN LOGIN"];

    /// <summary>SMTP without TLS: greeting, EHLO with these extensions, then the given lines.</summary>
    public static ScriptedServer Smtp(string[] extensions, params string[] rest) => new(connection => connection.PlayAsync(SmtpLines(extensions, rest)));

    /// <summary>IMAP without TLS: greeting, CAPABILITY with these words, then the given lines; the next command is A2.</summary>
    public static ScriptedServer Imap(string capabilities, params string[] rest) => new(connection => connection.PlayAsync(ImapLines(capabilities, rest)));

    /// <summary>Implicit TLS, then these lines.</summary>
    public static ScriptedServer Implicit(X509Certificate2 certificate, params string[] lines) => new(async connection =>
    {
        await connection.SecureAsync(TestAuthority.Serve(certificate));
        await connection.PlayAsync(lines);
    });

    /// <summary>SMTP with STARTTLS, then EHLO again and these lines.</summary>
    public static ScriptedServer StartTls(X509Certificate2 certificate, string[] extensions, params string[] rest) => new(async connection =>
    {
        await connection.SendAsync("220 mail.example.test ESMTP");
        await connection.ReadLineAsync();
        await connection.SendRawAsync("250-mail.example.test\r\n250 STARTTLS\r\n");
        await connection.ReadLineAsync();
        await connection.SendAsync("220 go ahead");
        await connection.SecureAsync(TestAuthority.Serve(certificate));
        await connection.PlayAsync(SmtpLines(extensions, rest)[1..]);
    });

    /// <summary>Reads and never answers.</summary>
    public static ScriptedServer Silent() => new(connection => connection.UntilClosedAsync());

    public static string[] SmtpLines(string[] extensions, params string[] rest) =>
    [
        "S: 220 mail.example.test ESMTP",
        "C: EHLO",
        .. extensions.Select(extension => $"S: 250-{extension}").Prepend("S: 250-mail.example.test"),
        "S: 250 PIPELINING",
        .. rest,
    ];

    public static string[] ImapLines(string capabilities, params string[] rest) =>
        ["S: * OK IMAP ready", "C: CAPABILITY", $"S: * CAPABILITY {capabilities}", "S: A1 OK done", .. rest];
}
