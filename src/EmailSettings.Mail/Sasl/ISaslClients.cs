namespace EmailSettings.Mail.Sasl;

/// <summary>Makes the client's side of mechanisms that are not our own.</summary>
public interface ISaslClients
{
    /// <summary>Starts one exchange.</summary>
    /// <param name="mechanism">CRAM-MD5, one of SCRAM, NTLM or GSSAPI.</param>
    /// <param name="credential">User and password; the caller's to dispose.</param>
    /// <param name="protocol">The protocol, which is part of the name of a service in Kerberos.</param>
    /// <param name="host">The server's host name.</param>
    ISaslClient Create(SaslMechanism mechanism, MailCredential credential, MailProtocol protocol, string host);
}
