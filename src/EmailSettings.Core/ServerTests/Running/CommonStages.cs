using EmailSettings.Core.ServerTests.Planning;
using EmailSettings.Core.ServerTests.Stages;
using EmailSettings.Mail.Connection;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>The stages up to the login, which both kinds of tests share.</summary>
internal static class CommonStages
{
    public static IEnumerable<Stage> Before(ServerTestPlan plan, Stage capabilities)
    {
        // Whether Graph takes the place of the mail protocol is decided by the token, so that it comes first where it may; and no
        // mail server waits as long as a person takes to sign in.
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
            // What was said before TLS counts no more (RFC 3207 section 4.2, RFC 3501 section 6.2.1).
            yield return capabilities;
        }
        if (!tokenFirst) yield return new TokenStage();
    }
}
