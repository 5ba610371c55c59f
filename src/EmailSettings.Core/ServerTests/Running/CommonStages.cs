using EmailSettings.Core.ServerTests.Planning;
using EmailSettings.Core.ServerTests.Stages;
using EmailSettings.Mail.Connection;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>The stages up to the login, shared by both kinds of tests.</summary>
internal static class CommonStages
{
    public static IEnumerable<Stage> Before(ServerTestPlan plan, Stage capabilities)
    {
        // The token decides whether Graph replaces the mail protocol, so it comes first if possible; also, no mail server waits
        // as long as an interactive sign-in takes.
        var tokenFirst = plan.UsesToken
            && (plan.Request.DeviceCode is not null || plan.Transport != (plan.Kind == TestKind.Outgoing ? TestTransport.Smtp : TestTransport.Imap));
        yield return new SettingsStage();
        yield return new SecretStage();
        if (tokenFirst) yield return new TokenStage();
        yield return new DnsStage();
        yield return new ConnectStage();
        if (plan.Tls != TlsMode.StartTls) yield return new TlsStage();
        yield return new GreetingStage();
        yield return capabilities;
        yield return new StartTlsStage();
        if (plan.Tls == TlsMode.StartTls)
        {
            yield return new TlsStage();
            // Capabilities sent before TLS must be discarded (RFC 3207 section 4.2, RFC 3501 section 6.2.1).
            yield return capabilities;
        }
        if (!tokenFirst) yield return new TokenStage();
    }
}
