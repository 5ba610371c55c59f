namespace EmailSettings.Mail.Sasl;

/// <summary>Why the client could not continue an exchange.</summary>
public enum SaslFault
{
    /// <summary>
    /// Not possible on this machine: a library is missing, or a Kerberos ticket for this user and server. Nothing was sent.
    /// </summary>
    NotPossibleHere,

    /// <summary>The server's challenge violates the mechanism, or demands an unreasonable amount of work.</summary>
    BadChallenge,

    /// <summary>The server did not prove that it knows the password (RFC 5802 §3), or accepted before proving it.</summary>
    ServerNotProven,

    /// <summary>The server requires channel binding (RFC 5802 §6).</summary>
    ChannelBinding,
}
