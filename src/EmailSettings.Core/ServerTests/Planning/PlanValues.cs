using System.Net;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.OAuth;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Core.ServerTests.Planning;

/// <summary>
/// Puts values of request and settings together, notes where each comes from, and what is missing or cannot be used.
/// </summary>
internal sealed class PlanValues
{
    private const int MaxHelo = 255;
    private const int MostRetries = 100;

    // 2465 is what some submission services use where 465 is blocked.
    private static readonly int[] ImplicitPorts = [465, 993, 2465];

    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);
    private readonly List<Finding> _findings = [];

    public IReadOnlyDictionary<string, string> Sources => _sources;

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The given value, else the one of the settings.</summary>
    public T? Choose<T>(string name, T? given, T? set, string source)
    {
        if (given is not null) _sources[name] = SettingsSource.Given;
        else if (set is not null) _sources[name] = source;
        return given ?? set;
    }

    public void Add(Finding finding) => _findings.Add(finding);

    /// <param name="what">What is missing.</param>
    /// <param name="how">The parameter and the option that give it.</param>
    /// <param name="severity">How much it weighs.</param>
    public void Missing(string what, string how, Severity severity = Severity.Error) =>
        Add(SettingsFindings.SettingsIncomplete.At(value: what, detail: how) with { Severity = severity });

    /// <summary>A host as a mail session takes it; null with a finding where it is none.</summary>
    public string? Host(string? host)
    {
        if (host is null)
        {
            Missing("a mail host", "-MailHost, '--host'");
            return null;
        }
        var faults = new List<Finding>();
        var read = new HostType().Read(new FieldReading("host", host, FromText: false, faults)) as string;
        foreach (var fault in faults) Add(SettingsFindings.SettingsInvalid.At(value: host, detail: $"as a host it is {fault.Detail}"));
        return read;
    }

    public void CheckPort(int port)
    {
        if (port is < 1 or > IPEndPoint.MaxPort)
            Add(SettingsFindings.SettingsInvalid.At(value: port.ToString(System.Globalization.CultureInfo.InvariantCulture), detail: $"a port is 1 to {IPEndPoint.MaxPort}"));
    }

    /// <summary>
    /// Refuses what must never reach the wire. The value itself is not repeated: a user name counts as a secret.
    /// </summary>
    public void CheckLine(string what, string? value)
    {
        if (value is not null && value.Any(char.IsControl))
            Add(SettingsFindings.SettingsInvalid.At(value: what, detail: "it holds a control character"));
    }

    /// <summary>
    /// Refuses an IP address of another family than the one that was asked for, and what is no name for EHLO (RFC 5321 section
    /// 4.1.2).
    /// </summary>
    public void CheckConnection(string? host, ServerTestRequest request)
    {
        if (IPAddress.TryParse(host, out var literal) && request.AddressFamily.Socket() is { } family && literal.AddressFamily != family)
            Add(SettingsFindings.SettingsInvalid.At(value: host, detail: $"it is no {request.AddressFamily} address"));
        if (request.HeloName is { } name && (name.Length is 0 or > MaxHelo || name.Any(c => c is <= ' ' or > '~')))
            Add(SettingsFindings.SettingsInvalid.At(value: "client name", detail: "it is a host name in ASCII, or an IP address in brackets"));
    }

    /// <summary>Refuses a mechanism that takes another secret than the login has.</summary>
    public void CheckMechanism(ServerTestPlan plan)
    {
        if (plan.Request.Mechanism is not { } mechanism) return;
        var takesToken = SaslSelection.KindOf(mechanism) == SaslCredentialKind.AccessToken;
        if (plan.Authentication == TestAuthentication.Anonymous || takesToken != plan.UsesToken)
            Add(SettingsFindings.SettingsInvalid.At(value: SaslSelection.NameOf(mechanism), detail: $"it takes {(takesToken ? "a token" : "a password")}, and the authentication is {plan.Authentication}"));
    }

    /// <summary>
    /// The secret of the call that the login takes; null for none. The other one is refused where it came alone, since it would
    /// go where it does not belong; with both, the password came along with the name of the user for whom the application logs
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
        TimeSpan[] limits = [timeouts.Total, timeouts.EffectiveConnect, timeouts.EffectiveReply];
        if (limits.Any(limit => limit <= TimeSpan.Zero || limit > TimeSpan.FromDays(1)))
            Add(SettingsFindings.SettingsInvalid.At(value: "time limit", detail: "it is more than nothing and at most a day"));
        if (request.Retry is { } retry && (retry.Count is < 1 or > MostRetries || retry.Pause < TimeSpan.Zero || retry.Pause > TimeSpan.FromDays(1)))
            Add(SettingsFindings.SettingsInvalid.At(value: "repetition", detail: string.Create(System.Globalization.CultureInfo.InvariantCulture, $"it is 1 to {MostRetries} times, with a pause of at most a day")));
    }

    /// <summary>The mode that a choice means at a port.</summary>
    public static TlsMode Tls(TlsChoice choice, int port, bool useSsl) => choice switch
    {
        TlsChoice.Implicit => TlsMode.Implicit,
        TlsChoice.StartTls => TlsMode.StartTls,
        TlsChoice.None => TlsMode.None,
        _ when !useSsl => TlsMode.None,
        _ => ImplicitPorts.Contains(port) ? TlsMode.Implicit : TlsMode.StartTls,
    };

    /// <summary>Authority and client ID, which tokens need.</summary>
    public void CheckAuthority(Uri? address, Guid? clientId)
    {
        if (address is null) Missing("the OAuth address (https://login host/tenant GUID)", "-Address, '--address'");
        else if (!OAuthAuthority.TryParse(address.OriginalString, out _))
            Add(SettingsFindings.SettingsInvalid.At(value: address.OriginalString, detail: "an OAuth address is https://login host/tenant GUID"));
        if (clientId is null) Missing("the application (client) ID", "-ClientId, '--client-id'");
    }
}
