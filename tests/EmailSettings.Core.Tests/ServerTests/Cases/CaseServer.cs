using System.Net.Security;
using System.Security.Authentication;
using System.Text.Json.Nodes;
using EmailSettings.Mail.Connection;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Core.Tests.ServerTests.Cases;

/// <summary>Plays the server of a case on loopback: what it sends by itself, and its replies to commands.</summary>
internal abstract class CaseServer(CaseFile file, TlsMode mode, SslStreamCertificateContext? certificate)
{
    // OpenSSL's names.
    private static readonly Dictionary<string, TlsCipherSuite> Suites = new() { ["AES256-GCM-SHA384"] = TlsCipherSuite.TLS_RSA_WITH_AES_256_GCM_SHA384 };

    private const string Close = "@close";
    private const string Silence = "@silence";

    protected JsonObject Script => file.Server;

    protected CaseFile File => file;

    protected bool IsSecured { get; private set; }

    /// <summary>Starts the case's server.</summary>
    /// <param name="file">The case.</param>
    /// <param name="mode">The client's TLS mode.</param>
    /// <param name="certificate">The server's certificate; null without TLS.</param>
    public static ScriptedServer Start(CaseFile file, TlsMode mode, SslStreamCertificateContext? certificate) => new(connection =>
        (file.IsOutgoing ? (CaseServer)new SmtpCaseServer(file, mode, certificate) : new ImapCaseServer(file, mode, certificate)).ServeAsync(connection));

    protected bool OffersStartTls => !IsSecured && mode != TlsMode.Implicit && (string?)Script["tls"] == "starttls";

    protected abstract string DefaultGreeting { get; }

    protected abstract Task<bool> AnswerAsync(ScriptedConnection connection, string line);

    protected async Task SecureAsync(ScriptedConnection connection)
    {
        var suites = (string?)Script["tls_opt"]?["ciphers"] is { } name && !OperatingSystem.IsWindows() ? new CipherSuitesPolicy([Suites[name]]) : null;
        var versions = (string?)Script["tls_opt"]?["max"] == "1.2" ? SslProtocols.Tls12 : SslProtocols.None;
        await connection.SecureAsync(certificate!, versions, suites);
        IsSecured = true;
    }

    /// <summary>Gets the case's reply to a command; null for the default.</summary>
    protected IReadOnlyList<string>? On(string command) => Script["on"]?[command] is { } answer ? Lines(answer) : null;

    /// <summary>Sends each part; returns false if the script closes the connection.</summary>
    protected static async Task<bool> SayAsync(ScriptedConnection connection, IEnumerable<string> parts, Func<string, string>? fill = null)
    {
        foreach (var part in parts)
        {
            if (part == Close) return false;
            if (part == Silence) await connection.UntilClosedAsync();
            else if (part == "@data") await ReadDataAsync(connection);
            else await connection.SendRawAsync((fill is null ? part : fill(part)).Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n");
        }
        return true;
    }

    private static List<string> Lines(JsonNode node) => node is JsonArray list ? [.. list.Select(one => (string)one!)] : [(string)node!];

    private static async Task ReadDataAsync(ScriptedConnection connection)
    {
        while (await connection.ReadLineAsync() is { } line && line != ".")
            ;
    }

    private async Task ServeAsync(ScriptedConnection connection)
    {
        if (mode == TlsMode.Implicit) await SecureAsync(connection);
        if (!await SayAsync(connection, Script["greeting"] is { } greeting ? Lines(greeting) : [DefaultGreeting])) return;
        while (await connection.ReadLineAsync() is { } line && await AnswerAsync(connection, line))
            ;
    }
}
