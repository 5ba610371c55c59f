using System.Net;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.OAuth;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Core.ServerTests.Planning;

/// <summary>Combines the values of request and settings, recording the source of each and what is missing or invalid.</summary>
internal sealed class PlanValues
{
    private const int MaxHelo = 255;

    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);
    private readonly List<Finding> _findings = [];

    public IReadOnlyDictionary<string, string> Sources => _sources;

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Returns the given value, otherwise that of the settings.</summary>
    public T? Choose<T>(string name, T? given, T? set, string source)
    {
        if (given is not null) _sources[name] = SettingsSource.Given;
        else if (set is not null) _sources[name] = source;
        return given ?? set;
    }

    public void Add(Finding finding) => _findings.Add(finding);

    /// <param name="what">What is missing.</param>
    /// <param name="how">The parameter and the option to specify it.</param>
    /// <param name="severity">The severity.</param>
    public void Missing(string what, string how, Severity severity = Severity.Error) =>
        Add(MissingValues.OfSettings(what, how) with { Severity = severity });

    /// <summary>Returns a host for a mail session; null, with a finding, if it is invalid.</summary>
    public string? Host(string? host)
    {
        if (host is null)
        {
            Missing("a mail host", "-MailHost, '--host'");
            return null;
        }
        var faults = new List<Finding>();
        var read = new HostType().Read(new FieldInput("host", host, FromText: false, faults)) as string;
        foreach (var fault in faults) Add(SettingsFindings.SettingsInvalid.At(value: host, detail: $"the host is {fault.Detail}"));
        return read;
    }

    public void CheckPort(int port)
    {
        if (port is < 1 or > IPEndPoint.MaxPort)
            Add(SettingsFindings.SettingsInvalid.At(value: port.ToString(System.Globalization.CultureInfo.InvariantCulture), detail: $"a port must be from 1 to {IPEndPoint.MaxPort}"));
    }

    /// <summary>
    /// Rejects values that must never be sent. The value is not shown, since user names are treated as secrets.
    /// </summary>
    public void CheckLine(string what, string? value)
    {
        if (value is not null && HasControl(value))
            Add(SettingsFindings.SettingsInvalid.At(value: what, detail: "it contains a control character"));
    }

    /// <summary>
    /// Rejects an IP address that is not of the requested family, and invalid EHLO names (RFC 5321 section 4.1.2).
    /// </summary>
    public void CheckConnection(string? host, ServerTestRequest request)
    {
        if (IPAddress.TryParse(host, out var literal) && request.AddressFamily.Socket() is { } family && literal.AddressFamily != family)
            Add(SettingsFindings.SettingsInvalid.At(value: host, detail: $"it is not an {request.AddressFamily} address"));
        if (request.HeloName is { } name && (name.Length is 0 or > MaxHelo || name.Any(c => c is <= ' ' or > '~')))
            Add(SettingsFindings.SettingsInvalid.At(value: "client name", detail: "it must be an ASCII host name or an IP address in brackets"));
    }

    /// <summary>Rejects a mechanism that needs another kind of secret than the login has.</summary>
    public void CheckMechanism(ServerTestPlan plan)
    {
        if (plan.Request.Mechanism is not { } mechanism) return;
        var takesToken = SaslSelection.KindOf(mechanism) == SaslCredentialKind.AccessToken;
        if (plan.Authentication == TestAuthentication.Anonymous || takesToken != plan.UsesToken)
            Add(SettingsFindings.SettingsInvalid.At(value: SaslSelection.NameOf(mechanism), detail: $"it needs {(takesToken ? "a token" : "a password")}, but the authentication is {plan.Authentication}"));
    }

    /// <summary>
    /// Returns the secret of the call that the login needs; null if none. If only the other kind is given, it is rejected, since
    /// it must not be sent there; if both are given, the password came with the name of the user for whom the application logs
    /// in.
    /// </summary>
    public SecretText? Given(ServerTestRequest request, TestAuthentication authentication)
    {
        var isService = authentication == TestAuthentication.OAuthService;
        if (isService && request is { ClientSecret: null, Password: not null }) Add(SettingsFindings.PasswordForClientSecret());
        if (!isService && request is { Password: null, ClientSecret: not null }) Add(SettingsFindings.ClientSecretForPassword(authentication.ToString()));
        return isService ? request.ClientSecret : request.Password;
    }

    public void CheckTimeouts(ServerTestRequest request)
    {
        var timeouts = request.Timeouts;
        if (IsInvalid(timeouts.Total) || IsInvalid(timeouts.EffectiveConnect) || IsInvalid(timeouts.EffectiveReply))
            Add(SettingsFindings.SettingsInvalid.At(value: "time limit", detail: "it must be positive and at most one day"));
        if (request.Retry is { } retry && (retry.Count is < 1 or > ServerTestLimits.MaxRetries || retry.Pause < TimeSpan.Zero || retry.Pause > ServerTestLimits.MaxTime))
            Add(SettingsFindings.SettingsInvalid.At(value: "repetition", detail: string.Create(System.Globalization.CultureInfo.InvariantCulture, $"it must be 1 to {ServerTestLimits.MaxRetries} times, with a pause of at most one day")));
    }

    /// <summary>Returns the TLS mode of a choice at a port.</summary>
    public static TlsMode Tls(TlsChoice choice, int port, bool useSsl) => choice switch
    {
        TlsChoice.Implicit => TlsMode.Implicit,
        TlsChoice.StartTls => TlsMode.StartTls,
        TlsChoice.None => TlsMode.None,
        _ when !useSsl => TlsMode.None,
        // Some submission services use 2465 as an alternative to 465.
        _ => port is 465 or 993 or 2465 ? TlsMode.Implicit : TlsMode.StartTls,
    };

    /// <summary>Checks authority and client ID, which tokens need.</summary>
    public void CheckAuthority(Uri? address, Guid? clientId)
    {
        if (address is null) Missing("the OAuth address (https://login host/tenant GUID)", "-Address, '--address'");
        else if (!OAuthAuthority.TryParse(address.OriginalString, out _))
            Add(SettingsFindings.SettingsInvalid.At(value: address.OriginalString, detail: "an OAuth address must be https://login host/tenant GUID"));
        if (clientId is null) Missing("the application (client) ID", "-ClientId, '--client-id'");
    }

    private static bool IsInvalid(TimeSpan limit) => limit <= TimeSpan.Zero || limit > ServerTestLimits.MaxTime;

    private static bool HasControl(string text)
    {
        foreach (var character in text)
        {
            if (char.IsControl(character)) return true;
        }
        return false;
    }
}
