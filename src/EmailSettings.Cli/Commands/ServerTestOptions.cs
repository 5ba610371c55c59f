using System.CommandLine;
using EmailSettings.Cli.Input;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.ServerTests;

namespace EmailSettings.Cli.Commands;

/// <summary>The options common to both server tests.</summary>
internal sealed class ServerTestOptions
{
    /// <summary>The option for a file of additional roots.</summary>
    public const string RootsOption = "--ca";

    private readonly Option<string?> _host = Text("--host", "H", "Mail host: name or IP address.");
    private readonly Option<int?> _port = GlobalOptions.Number("--port", "TCP port.", least: 1);
    private readonly Option<string?> _ssl = Text("--ssl", "true|false", "Whether to secure the connection.");
    private readonly Option<string?> _tls = Text("--tls", "auto|implicit|starttls|none", "How to use TLS; auto depends on port and --ssl.");
    private readonly Option<string?> _authentication;
    private readonly Option<string?> _transport;
    private readonly Option<string?> _address = Text("--address", "URL", "OAuth authority, https://login host/tenant GUID.");
    private readonly Option<string?> _client = Text("--client-id", "GUID", "Application (client) ID.");
    private readonly Option<string?> _user = Text("--user", "U", "User name; with --password-stdin it implies Basic unless --authentication says otherwise.");
    private readonly Option<bool> _deviceCode = GlobalOptions.Flag("--device-code", "Sign in with a device code, which is shown (OAuthUser).");
    private readonly Option<string?> _mechanism = Text("--mechanism", "NAME", "SASL mechanism: PLAIN, SCRAM-SHA-256, NTLM, GSSAPI … (default: the strongest one offered that works).");
    private readonly Option<string?> _roots = Text(RootsOption, "FILE", "Also trust the certificates in this file (PEM or DER).");
    private readonly Option<string?> _proxy = Text("--proxy", "URL", "Proxy for the token endpoint and Microsoft Graph (default: the system's).");
    private readonly Option<string?> _family = Text("--address-family", "auto|ipv4|ipv6", "Addresses of the host to connect to; auto tries the next if one fails.");
    private readonly Option<bool> _noProbe = GlobalOptions.Flag("--no-probe", "Make no diagnostic connections (at most two) to find out why the session failed.");
    private readonly Option<int?> _retry = GlobalOptions.Number("--retry", "Maximum number of retries if the test fails for a reason that usually passes.", least: 0);
    private readonly Option<int?> _retryPause = Seconds("--retry-pause", $"Pause before each retry (default: {ServerTestLimits.DefaultRetryPauseSeconds}).");
    private readonly Option<int?> _timeout = Seconds("--timeout", $"Limit of the whole test (default: {ServerTestLimits.DefaultTotalSeconds}, or {ServerTestLimits.DefaultDeviceCodeSeconds} with a device code).");
    private readonly Option<int?> _connectTimeout = Seconds("--connect-timeout", $"Limit for resolving the name and for connecting (default: {ServerTestLimits.DefaultConnectSeconds}, or half of --timeout if that is less).");
    private readonly Option<int?> _replyTimeout = Seconds("--reply-timeout", $"Limit of one reply (default: {ServerTestLimits.DefaultReplySeconds}, or half of --timeout if that is less). Diagnostic connections may add up to {ServerTestLimits.ProbeSeconds} s each.");
    private readonly Option<bool> _detailed = GlobalOptions.Flag("--detailed", "Show all facts and the redacted transcript.");
    private readonly Option<string?> _settings = Text("--settings", "DOCUMENT", "Test the settings of a document as if it had been imported.");

    public ServerTestOptions(string authentications, string transports)
    {
        _authentication = Text("--authentication", authentications, "How to log in.");
        _transport = Text("--transport", transports, "Transport; auto depends on the permissions in the token.");
        _ssl.Validators.Add(result =>
        {
            if (result.Tokens is not ([{ Value: "true" or "false" }] or [])) result.AddError("--ssl must be true or false.");
        });
    }

    /// <summary>Creates an option with a text, or with one of a set, which its help name separates with bars.</summary>
    public static Option<string?> Text(string name, string helpName, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = helpName };
        if (helpName.Split('|') is [_, _, ..] set) option.CompletionSources.Add(set);
        return option;
    }

    public void AddTo(Command command)
    {
        Option[] options =
        [
            _host, _port, _ssl, _tls, _authentication, _transport, _address, _client, _user, _mechanism, _deviceCode, _roots, _proxy,
            _family, _noProbe, _retry, _retryPause, _timeout, _connectTimeout, _replyTimeout, _detailed, _settings,
        ];
        foreach (var option in options) command.Add(option);
        SecretOptions.AddTo(command);
    }

    public bool HasHost(ParseResult parsed) => parsed.GetValue(_host) is not null;

    /// <summary>Reads the settings to test: the stored ones, or those of a document.</summary>
    public TestedSettings Settings(Call call) => call.Session.Tests.Read(call.Parsed.GetValue(_settings));

    public bool IsDetailed(ParseResult parsed) => parsed.GetValue(_detailed);

    /// <summary>Reads the call, including the secret from standard input; the caller disposes it.</summary>
    public ServerTestCall Read(Call call, out SecretText? secret)
    {
        var parsed = call.Parsed;
        var field = SecretOptions.FieldIn(parsed);
        secret = field is null ? null : StandardInput.ReadSecret(call, field);
        return new ServerTestCall
        {
            Host = parsed.GetValue(_host),
            Port = parsed.GetValue(_port),
            UseSsl = parsed.GetValue(_ssl) is { } ssl ? ssl == "true" : null,
            TlsMode = parsed.GetValue(_tls),
            Authentication = parsed.GetValue(_authentication),
            Transport = parsed.GetValue(_transport),
            Address = parsed.GetValue(_address),
            ClientId = parsed.GetValue(_client),
            User = parsed.GetValue(_user),
            Password = field == "Password" ? secret : null,
            ClientSecret = field == "Secret" ? secret : null,
            DeviceCode = parsed.GetValue(_deviceCode) ? prompt => call.Errors.WriteLine(prompt.Message) : null,
            Mechanism = parsed.GetValue(_mechanism),
            CaCertificatePath = parsed.GetValue(_roots),
            Proxy = parsed.GetValue(_proxy),
            AddressFamily = parsed.GetValue(_family),
            NoProbe = parsed.GetValue(_noProbe),
            Retry = parsed.GetValue(_retry),
            RetryPauseSec = parsed.GetValue(_retryPause),
            TimeoutSec = parsed.GetValue(_timeout),
            ConnectTimeoutSec = parsed.GetValue(_connectTimeout),
            ReplyTimeoutSec = parsed.GetValue(_replyTimeout),
        };
    }

    private static Option<int?> Seconds(string name, string description)
    {
        var option = GlobalOptions.Number(name, description, least: 1);
        option.HelpName = "SECONDS";
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out var seconds) && seconds > ServerTestLimits.MaxSeconds)
                result.AddError($"{name} must be at most {ServerTestLimits.MaxSeconds} seconds.");
        });
        return option;
    }
}
