using System.Net.Security;
using System.Text;
using EmailSettings.Mail.Connection;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Core.Tests.ServerTests.Cases;

/// <summary>The IMAP server of a case.</summary>
internal sealed class ImapCaseServer(CaseFile file, TlsMode mode, SslStreamCertificateContext? certificate) : CaseServer(file, mode, certificate)
{
    private bool _isIdentified;

    protected override string DefaultGreeting => "* OK IMAP4rev1 ready";

    private string Capabilities =>
        ((string?)Script["capabilities"] ?? "IMAP4rev1 SASL-IR LITERAL+ IDLE AUTH=PLAIN AUTH=LOGIN AUTH=XOAUTH2") + (OffersStartTls ? " STARTTLS" : "");

    protected override async Task<bool> AnswerAsync(ScriptedConnection connection, string line)
    {
        var words = line.Split(' ');
        var (tag, verb) = (words[0], words.Length > 1 ? words[1].ToUpperInvariant() : "");
        string Fill(string text) => text.Replace("{tag}", tag, StringComparison.Ordinal).Replace("{verb}", verb, StringComparison.Ordinal);
        var initial = words.Length > 3 ? words[3] : null;
        if (verb == "AUTHENTICATE" && initial is null)
        {
            await connection.SendAsync("+ ");
            initial = await connection.ReadLineAsync();
        }
        if (verb == "ID") _isIdentified = true;
        if (On(verb) is { } answer) return await SayAsync(connection, answer, Fill);
        if (verb is "EXAMINE" or "SELECT" && !_isIdentified && (string?)Script["need_id"] is { } unidentified) return await SayAsync(connection, [unidentified], Fill);
        if (verb == "AUTHENTICATE" && !IsPasswordRight(initial)) return await SayAsync(connection, [(string)Script["bad_password"]!], Fill);
        switch (verb)
        {
            case "CAPABILITY":
                return await SayAsync(connection, [$"* CAPABILITY {Capabilities}", $"{tag} OK CAPABILITY completed"]);
            case "STARTTLS":
                await connection.SendAsync($"{tag} OK Begin TLS negotiation now");
                await SecureAsync(connection);
                return true;
            case "EXAMINE":
                return await SayAsync(connection, ["* 3 EXISTS", "* OK [UIDVALIDITY 1] Ok", $"{tag} OK [READ-ONLY] EXAMINE completed"]);
            case "LOGOUT":
                return await SayAsync(connection, ["* BYE logging out", $"{tag} OK LOGOUT completed"]);
            default:
                return await SayAsync(connection, [$"{tag} OK {verb} completed"]);
        }
    }

    // The case of a server that decodes passwords with its own charset.
    private bool IsPasswordRight(string? response)
    {
        if ((string?)Script["good_password"] is not { } password) return true;
        var sent = Convert.FromBase64String(response!);
        return sent.AsSpan().EndsWith(Encoding.Latin1.GetBytes(password));
    }
}
