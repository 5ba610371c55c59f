namespace EmailSettings.Mail.Sasl;

/// <summary>Creates clients for mechanisms implemented outside this library.</summary>
public interface ISaslClients
{
    /// <summary>Starts an exchange.</summary>
    /// <param name="mechanism">CRAM-MD5, a SCRAM mechanism, NTLM or GSSAPI.</param>
    /// <param name="credential">The user and password. The caller keeps ownership.</param>
    /// <param name="protocol">The protocol, which is part of the Kerberos service name.</param>
    /// <param name="host">The server's host name.</param>
    ISaslClient Create(SaslMechanism mechanism, MailCredential credential, MailProtocol protocol, string host);
}
