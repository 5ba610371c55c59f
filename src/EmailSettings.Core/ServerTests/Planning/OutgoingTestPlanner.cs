using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;
using EmailSettings.Mail.Connection;

namespace EmailSettings.Core.ServerTests.Planning;

/// <summary>Plans the test of the outgoing server.</summary>
internal static class OutgoingTestPlanner
{
    public static ServerTestPlan Plan(TestedSettings settings, OutgoingTestRequest request)
    {
        var server = request.Server ?? settings.Outgoing;
        var source = request.Server is null ? settings.Source : SettingsSource.Proposed;
        var values = new PlanValues();
        var host = values.Host(values.Choose("host", request.Host, server.Host, source));
        var port = values.Choose("port", request.Port, (int?)server.Port, source)!.Value;
        var useSsl = values.Choose("useSsl", request.UseSsl, (bool?)server.UseSsl, source)!.Value;
        var authentication = Authentication(values, request, values.Choose("authentication", request.Authentication, Named(server.Authentication), source)!.Value);
        var user = values.Choose("user", request.User, server.ServerUser, source);
        values.CheckPort(port);
        CheckAddresses(values, request);
        values.CheckConnection(host, request);
        values.CheckTimeouts(request);
        values.CheckLine("user name", user);
        if (!server.Enabled && request.Host is null) values.Add(SettingsFindings.SettingsDisabled.At());

        var plan = new ServerTestPlan
        {
            Kind = TestKind.Outgoing,
            Request = request,
            Host = host,
            Port = port,
            Tls = PlanValues.Tls(request.TlsMode, port, useSsl),
            Authentication = authentication,
            Transport = request.Transport,
            User = authentication == TestAuthentication.Anonymous ? null : user,
            TokenUser = authentication == TestAuthentication.OAuthUser ? user : null,
            Basic = settings.Basic,
            Outgoing = server,
            Sources = values.Sources,
        };
        if (plan.UsesToken)
        {
            plan = plan with
            {
                Address = values.Choose("address", request.Address, server.Address, source),
                ClientId = values.Choose("clientId", request.ClientId, server.ClientId, source),
            };
            values.CheckAuthority(plan.Address, plan.ClientId);
        }
        // For Microsoft Graph only the token determines access.
        var isNamed = authentication == TestAuthentication.Anonymous || user is not null || (plan.UsesToken && request.Transport == TestTransport.Graph);
        if (!isNamed) values.Missing("a user name", "-ServerUser or -Credential, '--user'", request.DeviceCode is null ? Severity.Error : Severity.Warning);
        if (request.Transport == TestTransport.Imap) values.Add(SettingsFindings.SettingsInvalid.At(value: "Imap", detail: "mail can be sent only over Smtp or Graph"));
        if (request.Transport == TestTransport.Graph && !plan.UsesToken) values.Add(NeedsToken());
        plan = plan with { Secret = Secret(settings, request, plan, values) };
        values.CheckMechanism(plan);
        return plan with { Findings = values.Findings };
    }

    // If a user or a password is given, the login should be tested: a report that skips it would pass without testing it.
    private static TestAuthentication Authentication(PlanValues values, OutgoingTestRequest request, TestAuthentication chosen)
    {
        if (chosen != TestAuthentication.Anonymous || request is { User: null, Password: null, ClientSecret: null }) return chosen;
        if (request.Authentication is null && request.ClientSecret is null) return values.Choose("authentication", (TestAuthentication?)TestAuthentication.Basic, null, "")!.Value;
        values.Add(SettingsFindings.AnonymousWithLogin());
        return chosen;
    }

    internal static Finding NeedsToken() => SettingsFindings.SettingsInvalid.At(value: "Graph", detail: "Microsoft Graph accepts only tokens, so the authentication must be OAuth");

    private static TestAuthentication? Named(OutgoingAuthentication authentication) => authentication switch
    {
        OutgoingAuthentication.Basic => TestAuthentication.Basic,
        OutgoingAuthentication.OAuthService => TestAuthentication.OAuthService,
        _ => TestAuthentication.Anonymous,
    };

    private static void CheckAddresses(PlanValues values, OutgoingTestRequest request)
    {
        values.CheckLine("sender address", request.SenderAddress);
        values.CheckLine("recipient address", request.RecipientAddress);
        values.CheckLine("subject", request.Message?.Content.Subject);
        if (request.CheckDomain) CheckSenderDomain(values, request.SenderAddress);
        if (request.Message is null) return;
        if (request.SenderAddress is null) values.Add(MissingValues.OfCall("a sender address", "-SenderAddress, '--sender'"));
        if (request.RecipientAddress is null) values.Add(MissingValues.OfCall("a recipient address", "-RecipientAddress, '--recipient'"));
    }

    private static void CheckSenderDomain(PlanValues values, string? sender)
    {
        if (sender is null) values.Add(MissingValues.OfCall("a sender address, whose domain is to be checked", "-SenderAddress, '--sender'"));
        else if (!HostName.IsName(sender[(sender.LastIndexOf('@') + 1)..])) values.Add(SettingsFindings.SettingsInvalid.At(value: "sender address", detail: "it has no valid domain to look up in DNS"));
    }

    private static SecretPlan Secret(TestedSettings settings, OutgoingTestRequest request, ServerTestPlan plan, PlanValues values)
    {
        if (plan.Authentication == TestAuthentication.Anonymous || (plan.Authentication == TestAuthentication.OAuthUser && request.DeviceCode is not null))
            return SecretPlan.None;
        var isService = plan.Authentication == TestAuthentication.OAuthService;
        var key = isService ? SecretKey.OutgoingSecret : SecretKey.OutgoingPassword;
        // The password for OAuthUser is never stored.
        var isStorable = plan.Authentication != TestAuthentication.OAuthUser;
        var stored = isStorable ? settings.Stored.Secrets.GetValueOrDefault(key) : null;
        var proposed = isStorable && request.Server is null ? settings.Proposed.GetValueOrDefault(key) : null;
        // A document's own secret was entered for the document's values.
        var origin = proposed is null ? settings.Stored.OutgoingServer : settings.Outgoing;
        return new SecretPlan
        {
            What = isService ? "a client secret" : "a password",
            IsNeeded = true,
            Missing = isStorable ? null : MissingValues.Password(plan.Authentication),
            Purpose = isStorable ? (isService ? SecretPurpose.OutgoingSecret : SecretPurpose.OutgoingPassword).BoundTo(origin) : null,
            Given = values.Given(request, plan.Authentication),
            Proposed = proposed,
            Stored = stored,
            TargetDifferences = TargetDifferences(origin, plan, isService),
            Expires = isService ? plan.Outgoing.SecretExpires : null,
        };
    }

    private static List<string> TargetDifferences(OutgoingMailServer origin, ServerTestPlan plan, bool isService)
    {
        var differing = new List<string>();
        if (origin.Host is null || plan.Host is null || HostName.Key(origin.Host) != HostName.Key(plan.Host)) differing.Add("host");
        if (origin.Port != plan.Port) differing.Add("port");
        if (PlanValues.Tls(TlsChoice.Auto, origin.Port, origin.UseSsl) != plan.Tls) differing.Add("TLS");
        if (isService && origin.Address != plan.Address) differing.Add("address");
        if (isService && origin.ClientId != plan.ClientId) differing.Add("clientId");
        if (plan.Request.ExtraRoots.Count > 0) differing.Add("trusted roots");
        return differing;
    }
}
