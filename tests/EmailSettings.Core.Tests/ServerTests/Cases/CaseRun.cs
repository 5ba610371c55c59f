using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.Tests.Diagnosis;
using EmailSettings.Mail.Connection;
using EmailSettings.Testing.Servers;

namespace EmailSettings.Core.Tests.ServerTests.Cases;

/// <summary>A case, replayed.</summary>
internal sealed class CaseRun(CaseFile file)
{
    private string Authentication => (string)file.Settings["auth"]!;

    /// <summary>The client's TLS mode: from the settings, else from the port.</summary>
    private TlsMode Mode =>
        (string)file.Settings["ssl"]! == "false" || (string?)file.Settings["tlsarg"] == "none" ? TlsMode.None
        : (int)file.Settings["port"]! is 465 or 993 ? TlsMode.Implicit : TlsMode.StartTls;

    public async Task<ServerTestReport> RunAsync()
    {
        using var bench = new TestBench();
        using var certificates = CaseCertificates.For(file);
        await using var tokens = new ScriptedTokenEndpoint();
        Prepare(tokens);
        // The second address of a name with two, where nothing listens.
        IPAddress[] addresses = file.Host.StartsWith("dual.", StringComparison.Ordinal) ? [IPAddress.IPv6Loopback, IPAddress.Loopback] : [IPAddress.Loopback];
        bench.With(services => services with { Resolver = new StubResolver(addresses), NormalTrust = [.. certificates.Trusted, .. TestBench.TokenTrust] });
        await using var server = CaseServer.Start(file, Mode, certificates.Served);
        await using var other = file.Server["v6"] is null ? null : new ScriptedServer(connection => connection.UntilClosedAsync(), IPAddress.IPv6Loopback, server.Port);
        return file.IsOutgoing
            ? await bench.OutgoingAsync(server, request => Outgoing(With(request, bench, tokens)))
            : await bench.IncomingAsync(server, request => With(request, bench, tokens) with { Mailbox = (string)file.Settings["user"]! });
    }

    private T With<T>(T request, TestBench bench, ScriptedTokenEndpoint tokens)
        where T : ServerTestRequest
    {
        var secret = bench.Secret((string?)file.Server["good_password"] ?? "correct horse battery");
        var user = (string)file.Settings["user"]!;
        request = request with
        {
            Host = file.Host,
            Mechanism = new ServerTestCall { Mechanism = (string?)file.Settings["mechanism"] }.ToOutgoing().Mechanism,
            TlsMode = Mode switch { TlsMode.None => TlsChoice.None, TlsMode.Implicit => TlsChoice.Implicit, _ => TlsChoice.StartTls },
            Authentication = Enum.Parse<TestAuthentication>(Authentication),
        };
        return Authentication switch
        {
            "Anonymous" => request,
            "Basic" => request with { User = user, Password = secret },
            "OAuthUser" => tokens.Use(request) with { Authentication = TestAuthentication.OAuthUser, User = user, Password = secret },
            _ => tokens.Use(request) with { User = file.IsOutgoing ? user : null, ClientSecret = secret },
        };
    }

    private OutgoingTestRequest Outgoing(OutgoingTestRequest request)
    {
        var sends = (bool?)file.Settings["send"] == true;
        if (!sends && (bool?)file.Settings["envelope"] != true) return request;
        return request with
        {
            SenderAddress = (string)file.Settings["sender"]!,
            RecipientAddress = (string)file.Settings["recipient"]!,
            Message = sends ? new TestMessage() : null,
        };
    }

    private void Prepare(ScriptedTokenEndpoint tokens)
    {
        if (file.Token is not { } token) return;
        if (token["http"] is JsonObject answer)
        {
            tokens.Raw = ("/token", Http((int)answer["status"]!, (string)answer["body"]!, "text/html", answer["headers"]!.AsObject()));
        }
        else if (token["status"] is { } status)
        {
            var body = new JsonObject
            {
                ["error"] = (string)token["error"]!,
                ["error_description"] = (string)token["text"]! + " Trace ID: 00000000-0000-0000-0000-000000000001",
                ["error_codes"] = token["codes"]!.DeepClone(),
            };
            tokens.Raw = ("/token", Http((int)status, body.ToJsonString(JsonSerializerOptions.Web), "application/json", []));
        }
        else if (token["claims"] is JsonObject claims)
        {
            tokens.Roles = [.. claims["roles"]!.AsArray().Select(role => (string)role!)];
            tokens.Canary = new string('x', (int?)claims["filler"] ?? 0);
        }
    }

    private static string Http(int status, string body, string type, JsonObject headers)
    {
        var more = string.Concat(headers.Select(header => $"{header.Key}: {(string)header.Value!}\r\n"));
        return string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} x\r\nContent-Type: {type}\r\n{more}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");
    }
}
