using System.Globalization;
using System.Net;
using System.Text;
using EmailSettings.Core.Changes;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.Tests.OAuth;
using EmailSettings.Testing.Certificates;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>An authority and Graph on one HTTPS port on loopback, shaped like Microsoft's.</summary>
internal sealed class ScriptedTokenEndpoint : IAsyncDisposable
{
    public const string Scope = "Mail.ReadWrite";

    private readonly ScriptedServer _server;

    public ScriptedTokenEndpoint(System.Security.Cryptography.X509Certificates.X509Certificate2? certificate = null)
    {
        var served = TestAuthority.Serve(certificate ?? TestBench.Authority.Issue("localhost"));
        _server = new ScriptedServer(async connection =>
        {
            await connection.SecureAsync(served);
            while (await ServeAsync(connection))
                ;
        });
    }

    public Guid TenantId { get; } = Guid.NewGuid();

    public Guid ClientId { get; } = Guid.NewGuid();

    public Uri Root => new($"https://localhost:{_server.Port}/");

    public Uri Address => new(Root, TenantId.ToString("D"));

    /// <summary>Application permissions for Exchange.</summary>
    public string[] Roles { get; set; } = ["IMAP.AccessAsApp", "SMTP.SendAsApp"];

    /// <summary>Application permissions for Graph.</summary>
    public string[] GraphRoles { get; set; } = [];

    /// <summary>The audience, instead of the requested one.</summary>
    public string? Audience { get; set; }

    /// <summary>The number and OAuth code of an error instead of a token.</summary>
    public (int Number, string Code, int Status)? Error { get; set; }

    /// <summary>A complete HTTP answer for every path with this end.</summary>
    public (string PathEnd, string Answer)? Raw { get; set; }

    /// <summary>A JSON value instead of the token.</summary>
    public string? TokenText { get; set; }

    /// <summary>The answer of Graph's inbox.</summary>
    public (int Status, string Body) Inbox { get; set; } = (200, """{"displayName":"Inbox","totalItemCount":7}""");

    /// <summary>Graph's answer to a request line and body; null for those above.</summary>
    public Func<string, byte[], (int Status, byte[] Body)?>? Graph { get; set; }

    /// <summary>The message with a device code; null for none, as in the standard.</summary>
    public string? CodeMessage { get; set; } = "Enter ABCD-1234.";

    /// <summary>A text in every token.</summary>
    public string Canary { get; set; } = "";

    /// <summary>The last token issued.</summary>
    public string LastToken { get; private set; } = "";

    public IReadOnlyList<string> Received => _server.Received;

    /// <summary>Creates a request with a token from here.</summary>
    public T Use<T>(T request)
        where T : ServerTestRequest => request with { Address = Address, ClientId = ClientId, Authentication = TestAuthentication.OAuthService };

    /// <summary>Stores an incoming server with this authority.</summary>
    public void AddServer(TestBench bench, string name, params Assignment[] more)
    {
        Assignment[] fields = [new("address", Address.AbsoluteUri), new("authentication", "OAuthService"), new("clientId", ClientId.ToString()), .. more];
        bench.System.Session.Settings.Apply(new SettingsChange("server", [new ChangeStep.AssignServer(name, ServerMatch.New, fields)]), bench.System.Host);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<bool> ServeAsync(ScriptedConnection connection)
    {
        var request = await connection.ReadLineAsync();
        if (request is null) return false;
        var length = 0;
        while (await connection.ReadLineAsync() is { Length: > 0 } header)
        {
            if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) length = int.Parse(header[15..], CultureInfo.InvariantCulture);
        }
        var form = new byte[length];
        await connection.Stream.ReadExactlyAsync(form, connection.Stop);
        if (Raw is { } raw && request.Split(' ')[1].EndsWith(raw.PathEnd, StringComparison.Ordinal))
        {
            await connection.SendRawAsync(raw.Answer);
            return false;
        }
        var (status, bytes) = Graph?.Invoke(request, form) ?? Encoded(Answer(request.Split(' ')[1], WebUtility.UrlDecode(Encoding.UTF8.GetString(form))));
        await connection.SendRawAsync($"HTTP/1.1 {status} x\r\nContent-Type: application/json\r\nContent-Length: {bytes.Length}\r\n\r\n");
        await connection.Stream.WriteAsync(bytes, connection.Stop);
        return true;
    }

    private static (int Status, byte[] Body) Encoded((int Status, string Body) answer) => (answer.Status, Encoding.UTF8.GetBytes(answer.Body));

    private (int Status, string Body) Answer(string path, string form)
    {
        if (path.EndsWith("/inbox", StringComparison.Ordinal)) return Inbox;
        if (path.Contains("userrealm", StringComparison.Ordinal))
            return (200, """{"ver":"1.0","account_type":"Managed","domain_name":"example.test","cloud_instance_name":"localhost","cloud_audience_urn":"urn:federation:MicrosoftOnline"}""");
        if (path.EndsWith("/devicecode", StringComparison.Ordinal))
            return (200, $$"""{"device_code":"d","user_code":"ABCD-1234",{{(CodeMessage is null ? "" : $"\"message\":\"{CodeMessage}\",")}}"verification_uri":"https://localhost/device","expires_in":900,"interval":1}""");
        if (Error is { } error)
            return (error.Status, $$"""{"error":"{{error.Code}}","error_description":"AADSTS{{error.Number}}: No. You sent {{form.Replace("\"", "'", StringComparison.Ordinal)}}","error_codes":[{{error.Number}}]}""");
        var isGraph = form.Contains("graph.microsoft.com", StringComparison.Ordinal);
        var audience = Audience ?? (isGraph ? "https://graph.microsoft.com" : "https://outlook.office365.com");
        var isUser = !form.Contains("client_credentials", StringComparison.Ordinal);
        var rights = isUser ? "\"scp\":\"IMAP.AccessAsUser.All SMTP.Send\"" : $"\"roles\":[{string.Join(',', (isGraph ? GraphRoles : Roles).Select(role => $"\"{role}\""))}]";
        var token = Jwt.Of($$"""{"aud":"{{audience}}","tid":"{{TenantId:D}}","appid":"{{ClientId:D}}","iat":1767225600,"nbf":1767225660,"exp":4102444800,{{rights}},"canary":"{{Canary}}"}""");
        token = TokenText ?? token;
        LastToken = token;
        if (!isUser) return (200, $$"""{"token_type":"Bearer","expires_in":3600,"access_token":"{{token}}"}""");
        // MSAL needs to know who signed in.
        var identity = Jwt.Of($$"""{"aud":"{{ClientId:D}}","iss":"{{Address}}/v2.0","exp":4102444800,"oid":"{{ClientId:D}}","sub":"alice","tid":"{{TenantId:D}}","preferred_username":"alice"}""");
        var who = System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"uid":"{{ClientId:D}}","utid":"{{TenantId:D}}"}"""));
        return (200, $$"""{"token_type":"Bearer","expires_in":3600,"scope":"x","access_token":"{{token}}","id_token":"{{identity}}","client_info":"{{who}}"}""");
    }
}
