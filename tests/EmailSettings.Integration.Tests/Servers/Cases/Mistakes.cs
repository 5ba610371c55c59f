using EmailSettings.Core.ServerTests;
using EmailSettings.Integration.Tests.Certificates;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Integration.Tests.Servers.Cases;

/// <summary>Mistakes with servers of both kinds.</summary>
internal static class Mistakes
{
    /// <summary>A wrong password.</summary>
    public const string OtherPassword = "c4naryWrong";

    public static readonly ServerMistake NoTls = new("login without TLS", (server, bench) => Requests.Login(server, bench) with { TlsMode = TlsChoice.None, Mechanism = SaslMechanism.Plain });

    public static readonly ServerMistake ImplicitAtStartTls = new("implicit TLS at the port of STARTTLS", (server, bench) => Requests.Login(server, bench) with { TlsMode = TlsChoice.Implicit });

    public static readonly ServerMistake StartTlsAtImplicit = new("STARTTLS at the port of implicit TLS", (server, bench) =>
        Requests.Login(server, bench) with { Port = server.ImplicitPort, Timeouts = new TestTimeouts { Reply = TimeSpan.FromSeconds(5) } });

    public static readonly ServerMistake WrongUser = new("wrong user", (server, bench) => Requests.Login(server, bench) with { User = "nobody@mail.test" });

    public static readonly ServerMistake WrongPassword = new("wrong password", (server, bench) => Requests.Login(server, bench) with { Password = bench.Secret(OtherPassword) });

    public static readonly ServerMistake MechanismMissing = new("mechanism that is not offered", (server, bench) => Requests.Login(server, bench) with { Mechanism = SaslMechanism.ScramSha512 });

    public static readonly ServerMistake UnknownIssuer = new("issuer that is not trusted", Requests.Login) { TrustsIssuer = false };

    public static readonly ServerMistake Expired = new("expired certificate", Requests.Login) { Options = new ServerOptions { Certificate = ServerCertificateOptions.Expired } };

    public static readonly ServerMistake WrongName = new("certificate for another name", Requests.Login) { Options = new ServerOptions { Certificate = ServerCertificateOptions.WrongName } };

    public static readonly ServerMistake TooManyConnections = new("more connections than allowed", Requests.Login) { Options = new ServerOptions { ServesOne = true }, IsBusy = true };
}
