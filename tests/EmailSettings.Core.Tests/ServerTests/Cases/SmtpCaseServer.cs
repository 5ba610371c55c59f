using System.Net.Security;
using EmailSettings.Mail.Connection;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Core.Tests.ServerTests.Cases;

/// <summary>The SMTP server of a case.</summary>
internal sealed class SmtpCaseServer(CaseFile file, TlsMode mode, SslStreamCertificateContext? certificate) : CaseServer(file, mode, certificate)
{
    private static readonly string[] Usual = ["mail.example.test", "PIPELINING", "SIZE 36700160", "8BITMIME", "ENHANCEDSTATUSCODES", "AUTH PLAIN LOGIN XOAUTH2"];

    private string _client = "";

    protected override string DefaultGreeting => "220 mail.example.test ESMTP";

    protected override async Task<bool> AnswerAsync(ScriptedConnection connection, string line)
    {
        var words = line.Split(' ');
        var verb = words[0].ToUpperInvariant();
        if (verb is "EHLO" or "HELO") _client = line[5..];
        if (verb == "AUTH") return await AuthenticateAsync(connection, line, words);
        if (On(verb) is { } answer) return await SayAsync(connection, answer, text => text.Replace("{ehlo}", _client, StringComparison.Ordinal));
        switch (verb)
        {
            case "EHLO":
                await connection.SendRawAsync(Capabilities());
                return true;
            case "STARTTLS":
                await connection.SendAsync("220 2.0.0 Ready to start TLS");
                await SecureAsync(connection);
                return true;
            case "DATA":
                return await SayAsync(connection, ["354 End data with <CR><LF>.<CR><LF>", "@data", "250 2.0.0 Ok: queued"]);
            default:
                await connection.SendAsync(verb == "QUIT" ? "221 2.0.0 Bye" : "250 2.0.0 Ok");
                return true;
        }
    }

    private string Capabilities()
    {
        List<string> lines = Script["capabilities"] is { } given ? [.. given.AsArray().Select(line => (string)line!)] : [.. Usual];
        if (OffersStartTls) lines.Add("STARTTLS");
        return string.Concat(lines.Select((line, i) => $"250{(i < lines.Count - 1 ? '-' : ' ')}{line}\r\n"));
    }

    private async Task<bool> AuthenticateAsync(ScriptedConnection connection, string line, string[] words)
    {
        if ((int?)Script["auth_line"] is { } limit && line.Length > limit) return await SayAsync(connection, ["500 5.5.2 Line too long"]);
        if (words.Length < 3)
        {
            await connection.SendAsync("334 ");
            await connection.ReadLineAsync();
        }
        var knows = Script["good_mech"] is not { } good || good.AsArray().Any(one => (string)one! == words[1]);
        if (!knows) return await SayAsync(connection, [(string)Script["other_mech"]!]);
        return await SayAsync(connection, On("AUTH") ?? ["235 2.7.0 Authentication successful"]);
    }
}
