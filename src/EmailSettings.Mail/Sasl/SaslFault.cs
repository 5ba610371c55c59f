namespace EmailSettings.Mail.Sasl;

/// <summary>Why the client could not continue an exchange.</summary>
public enum SaslFault
{
    /// <summary>
    /// Not possible on this machine, for example because a library is missing. Nothing was sent.
    /// </summary>
    NotPossibleHere,

    /// <summary>The Kerberos KDC was not found or did not answer. Nothing was sent.</summary>
    KdcNotFound,

    /// <summary>The Kerberos KDC issued no ticket to the user. Nothing was sent.</summary>
    TicketRefused,

    /// <summary>The Kerberos KDC issued no ticket for the server. Nothing was sent.</summary>
    ServiceUnknown,

    /// <summary>The server's challenge violates the mechanism, or demands an unreasonable amount of work.</summary>
    BadChallenge,

    /// <summary>The server did not prove that it knows the password (RFC 5802 §3), or accepted before proving it.</summary>
    ServerNotProven,

    /// <summary>The server requires channel binding (RFC 5802 §6).</summary>
    ChannelBinding,
}
