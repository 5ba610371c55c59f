using System.Net;

namespace EmailSettings.Messages.Login;

/// <summary>One login with a SASL mechanism, over a connection owned by the caller.</summary>
public abstract class LoginMechanism : IDisposable
{
    private protected LoginMechanism()
    {
    }

    /// <summary>Whether the exchange is complete, including the server's proof if the mechanism has one.</summary>
    public abstract bool IsComplete { get; }

    /// <summary>Starts a login.</summary>
    /// <param name="name">The mechanism's IANA name.</param>
    /// <param name="service">The server's Kerberos name, <c>smtp/mail.example.org</c>.</param>
    /// <param name="user">User name.</param>
    /// <param name="password">The password, as a string, which stays in memory until it is garbage collected.</param>
    /// <exception cref="ArgumentException">The mechanism is not supported.</exception>
    public static LoginMechanism Create(string name, string service, string user, string password)
    {
        var credentials = new NetworkCredential(user, password);
        return name == "GSSAPI" ? new KerberosLogin(service, credentials) : new MailKitLogin(name, credentials);
    }

    /// <summary>
    /// Computes the response to a challenge. It may take long: SCRAM is computationally expensive, and Kerberos contacts servers
    /// of its own.
    /// </summary>
    /// <param name="challenge">The challenge, decoded; empty for the initial response.</param>
    /// <param name="cancellationToken">Cancels the computation where the mechanism supports it.</param>
    /// <exception cref="LoginException">The exchange cannot continue.</exception>
    public abstract byte[] Respond(ReadOnlySpan<byte> challenge, CancellationToken cancellationToken);

    /// <summary>Releases what the mechanism holds.</summary>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
