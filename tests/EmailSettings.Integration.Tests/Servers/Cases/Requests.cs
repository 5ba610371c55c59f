using EmailSettings.Core.ServerTests;
using EmailSettings.Integration.Tests.Diagnosis;

namespace EmailSettings.Integration.Tests.Servers.Cases;

/// <summary>Correct requests.</summary>
internal static class Requests
{
    /// <summary>A login over STARTTLS.</summary>
    public static ServerTestRequest Login(RealServer server, MailSystemBench bench) => server.HoldsMailboxes ? Mailbox(server, bench) : Sending(server, bench);

    /// <summary>A login that opens the inbox.</summary>
    public static IncomingTestRequest Mailbox(RealServer server, MailSystemBench bench) => new()
    {
        Host = "localhost",
        Port = server.StartTlsPort,
        TlsMode = TlsChoice.StartTls,
        Authentication = TestAuthentication.Basic,
        User = server.User,
        Password = bench.Secret(server.Password),
    };

    /// <summary>A login to send mail.</summary>
    public static OutgoingTestRequest Sending(RealServer server, MailSystemBench bench) => new()
    {
        Host = "localhost",
        Port = server.StartTlsPort,
        TlsMode = TlsChoice.StartTls,
        Authentication = TestAuthentication.Basic,
        User = server.User,
        Password = bench.Secret(server.Password),
    };

    /// <summary>An envelope without a login.</summary>
    public static OutgoingTestRequest Anonymous(RealServer server, string sender, string recipient) => new()
    {
        Host = "localhost",
        Port = server.StartTlsPort,
        TlsMode = TlsChoice.StartTls,
        Authentication = TestAuthentication.Anonymous,
        SenderAddress = sender,
        RecipientAddress = recipient,
    };

    /// <summary>The same request with another TLS mode, on the port for it.</summary>
    public static T Over<T>(T request, RealServer server, TlsChoice tls)
        where T : ServerTestRequest => request with { TlsMode = tls, Port = tls == TlsChoice.Implicit ? server.ImplicitPort : server.StartTlsPort };
}
