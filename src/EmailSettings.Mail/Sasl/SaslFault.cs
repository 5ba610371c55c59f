namespace EmailSettings.Mail.Sasl;

/// <summary>Why the client's side of an exchange could not go on.</summary>
public enum SaslFault
{
    /// <summary>
    /// This machine cannot do it: no library, or no ticket of Kerberos for this user and server. Nothing was sent.
    /// </summary>
    NotPossibleHere,

    /// <summary>The server's challenge breaks the mechanism, or asks for more work than is reasonable.</summary>
    BadChallenge,

    /// <summary>The server does not prove that it knows the password (RFC 5802 §3), or says yes before it has.</summary>
    ServerNotProven,

    /// <summary>The server wants the login bound to the TLS connection (RFC 5802 §6).</summary>
    ChannelBinding,
}
