using EmailSettings.Core.Findings;
using EmailSettings.Core.OAuth;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.ServerTests.Planning;

/// <summary>Plans the test of an incoming server or any IMAP mailbox.</summary>
internal static class IncomingTestPlanner
{
    private const int DefaultPort = 993;

    /// <exception cref="EmailSettingsException">There is no incoming server with that name.</exception>
    public static ServerTestPlan Plan(TestedSettings settings, IncomingTestRequest request)
    {
        var server = request.Server ?? (request.Name is { } name ? settings.FindIncoming(name) : null);
        var source = request.Server is null ? settings.Source : SettingsSource.Proposed;
        var values = new PlanValues();
        var authentication = values.Choose("authentication", request.Authentication, Named(server?.Authentication), source) ?? Guess(request);
        var plan = new ServerTestPlan
        {
            Kind = TestKind.Incoming,
            Request = request,
            Server = server is null ? null : DisplayText.Escape(server.Name),
            Authentication = authentication,
            Transport = request.Transport,
            User = authentication == TestAuthentication.Basic || IsFolder(request) ? request.User ?? request.Mailbox : request.Mailbox ?? request.User,
            Folder = IsFolder(request) ? request.Mailbox : null,
            TokenUser = authentication == TestAuthentication.OAuthUser ? request.User ?? request.Mailbox : null,
            Basic = settings.Basic,
            Sources = values.Sources,
        };
        if (plan.UsesToken)
        {
            plan = plan with
            {
                Address = values.Choose("address", request.Address, server?.Address, source),
                ClientId = values.Choose("clientId", request.ClientId, server?.ClientId, source),
            };
            values.CheckAuthority(plan.Address, plan.ClientId);
        }
        // Host and port belong to a queue: the default is the cloud's server, but only if the settings identify a cloud.
        var cloudHost = server is null ? null : CloudHosts(plan.Address)[0];
        var port = values.Choose("port", request.Port, (int?)DefaultPort, SettingsSource.Default)!.Value;
        plan = plan with
        {
            Host = Host(values, request, cloudHost),
            Port = port,
            Tls = PlanValues.Tls(request.TlsMode, port, values.Choose("useSsl", request.UseSsl, true, SettingsSource.Default)!.Value),
        };
        plan = plan with { Secret = Secret(settings, request, plan, server, values) };
        Check(values, plan, request);
        values.CheckMechanism(plan);
        return plan with { Findings = values.Findings };
    }

    // An address is a mailbox. Any other name is a folder, unless it is the only user name.
    private static bool IsFolder(IncomingTestRequest request) => request is { User: not null, Mailbox: { } mailbox } && !mailbox.Contains('@', StringComparison.Ordinal);

    // Graph is determined by the authority: testing it needs no mail host.
    private static string? Host(PlanValues values, IncomingTestRequest request, string? cloudHost)
    {
        var host = values.Choose("host", request.Host, cloudHost, SettingsSource.Default);
        if (host is not null) return values.Host(host);
        if (request.Transport != TestTransport.Graph) values.Add(MissingValues.OfCall("a mail host", "-MailHost, '--host'"));
        return null;
    }

    private static void Check(PlanValues values, ServerTestPlan plan, IncomingTestRequest request)
    {
        values.CheckPort(plan.Port);
        values.CheckConnection(plan.Host, request);
        values.CheckTimeouts(request);
        values.CheckLine("user name", request.User);
        values.CheckLine("mailbox", request.Mailbox);
        if (plan.Authentication == TestAuthentication.Anonymous) values.Add(SettingsFindings.SettingsInvalid.At(value: "Anonymous", detail: "a mailbox requires a login"));
        if (request.Transport == TestTransport.Smtp) values.Add(SettingsFindings.SettingsInvalid.At(value: "Smtp", detail: "mail can be fetched only over Imap or Graph"));
        if (request.Transport == TestTransport.Graph && plan.Folder is not null) values.Add(SettingsFindings.SettingsInvalid.At(value: "mailbox", detail: "for Microsoft Graph it must be the address of a mailbox; a folder requires Imap"));
        if (request.Transport == TestTransport.Graph && !plan.UsesToken) values.Add(OutgoingTestPlanner.NeedsToken());

        // The login belongs to a queue: without one, everything before the login is tested, and the report says what is missing.
        if (plan.User is null && plan.UsesToken) values.Add(MissingValues.OfCall("a mailbox", "-Mailbox, '--mailbox'") with { Severity = Severity.Warning });
        if (plan.User is null && !plan.UsesToken) values.Add(MissingValues.OfCall("a user name", "-Credential, '--user'") with { Severity = Severity.Warning });
        if (!plan.Secret.IsNeeded && request.DeviceCode is null && plan.User is not null) values.Add(MissingValues.Password(plan.Authentication) with { Severity = Severity.Warning });
    }

    private static TestAuthentication? Named(IncomingAuthentication? authentication) => authentication switch
    {
        IncomingAuthentication.OAuthUser => TestAuthentication.OAuthUser,
        IncomingAuthentication.OAuthService => TestAuthentication.OAuthService,
        _ => null,
    };

    private static TestAuthentication Guess(IncomingTestRequest request) => request.DeviceCode is null ? TestAuthentication.Basic : TestAuthentication.OAuthUser;

    private static SecretPlan Secret(TestedSettings settings, IncomingTestRequest request, ServerTestPlan plan, IncomingMailServer? server, PlanValues values)
    {
        if (plan.Authentication == TestAuthentication.OAuthUser && request.DeviceCode is not null) return SecretPlan.None;
        var given = values.Given(request, plan.Authentication);
        if (plan.Authentication == TestAuthentication.OAuthService) return ClientSecret(settings, request, plan, server) with { Given = given };
        return given is null ? SecretPlan.None : new SecretPlan { What = "a password", IsNeeded = true, Given = given };
    }

    private static SecretPlan ClientSecret(TestedSettings settings, IncomingTestRequest request, ServerTestPlan plan, IncomingMailServer? server)
    {
        var stored = server is null ? null : ServerName.TryFind(settings.Stored.IncomingServers, server.Name);
        var secret = stored is null ? null : settings.Stored.Secrets.GetValueOrDefault(SecretKey.Incoming(stored.Id));
        var proposed = server is not null && request.Server is null ? settings.Proposed.GetValueOrDefault(SecretKey.Incoming(server.Id)) : null;
        // A document's own secret was entered for the document's values; an exported one equals the stored one.
        var origin = proposed is null || proposed == secret?.ProtectedText ? stored : server;
        var purpose = server is null ? null : SecretPurpose.IncomingSecret(server.Name);
        return new SecretPlan
        {
            What = "a client secret",
            IsNeeded = true,
            Missing = purpose is null ? MissingValues.ClientSecret() : null,
            Purpose = origin is { Address: { } address, ClientId: { } client } ? purpose!.BoundTo(address, client) : purpose,
            Proposed = proposed,
            Stored = secret,
            TargetDifferences = TargetDifferences(origin, plan),
            Expires = server?.SecretExpires,
        };
    }

    // The client secret obtains a token that is sent to the mail host, so that host counts as well.
    private static List<string> TargetDifferences(IncomingMailServer? origin, ServerTestPlan plan)
    {
        var differing = new List<string>();
        if (origin?.Address != plan.Address) differing.Add("address");
        if (origin?.ClientId != plan.ClientId) differing.Add("clientId");
        if (plan.Host is null || !CloudHosts(origin?.Address).Contains(HostName.Key(plan.Host), StringComparer.OrdinalIgnoreCase)) differing.Add("host");
        if (plan.Request.ExtraRoots.Count > 0) differing.Add("trusted roots");
        return differing;
    }

    private static List<string> CloudHosts(Uri? address) =>
        [.. CloudEndpoints.ForAuthorityHost(address is { IsAbsoluteUri: true } ? address.IdnHost : "").SelectMany(cloud => cloud.MailHosts)];
}
